import { ZhupiError } from '#core/base/app-error.ts';
import { cleanMetadata } from '#core/report/metadata-change.ts';
import { METADATA_FIELDS, type MetadataField } from '#core/report/metadata-rules.ts';
import type { ReportMetadata } from '#core/report/report.ts';

/** What is wrong with a field as it was typed. */
export type FieldFault = 'title' | 'date' | 'url' | 'length';

const FAULTS: readonly FieldFault[] = ['title', 'date', 'url', 'length'];

/** The faults of typed metadata, by field: those that the library would refuse. */
export function checkMetadata(
  metadata: ReportMetadata,
): Readonly<Partial<Record<MetadataField, FieldFault>>> {
  const faults = METADATA_FIELDS.flatMap((field) => {
    const fault = faultOf(field, metadata[field]);
    return fault === undefined ? [] : [[field, fault] as const];
  });
  return Object.fromEntries(faults);
}

/** The fields that were changed, without space around them. */
export function changedMetadata(before: ReportMetadata, after: ReportMetadata): Partial<ReportMetadata> {
  const changed = METADATA_FIELDS.filter((field) => after[field].trim() !== before[field]);
  return Object.fromEntries(changed.map((field) => [field, after[field].trim()]));
}

function faultOf(field: MetadataField, value: string): FieldFault | undefined {
  try {
    cleanMetadata({ [field]: value });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof ZhupiError)) throw thrown;
    return FAULTS.find((fault) => fault === thrown.params['reason']);
  }
}
