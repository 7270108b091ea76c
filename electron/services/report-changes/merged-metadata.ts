import { METADATA_FIELDS, type MetadataField } from '#core/report/metadata-rules.ts';
import type { ReportMetadata } from '#core/report/report.ts';
import type { Connection } from '../store/connection.ts';
import { rowsOfRecord } from '../store/journal.ts';

/**
 * What a report says of itself when its text was replaced: what the new text says, but fields that the user wrote stay
 * hers, and what the new text does not say stays as it was.
 */
export function mergedMetadata(
  connection: Connection,
  reportId: string,
  current: ReportMetadata,
  found: ReportMetadata,
): ReportMetadata {
  const own = ownFields(connection, reportId, current);
  const said = METADATA_FIELDS.filter((field) => found[field] !== '' && !own.has(field));
  const values = Object.fromEntries(said.map((field) => [field, found[field]]));
  const rules = Object.fromEntries(said.map((field) => [field, found.foundBy?.[field]]));
  return { ...current, ...values, foundBy: { ...current.foundBy, ...rules } };
}

/** Fields that no longer hold what they held before the user first changed them. */
function ownFields(
  connection: Connection,
  reportId: string,
  current: ReportMetadata,
): ReadonlySet<MetadataField> {
  const first = new Map<MetadataField, string>();
  for (const { change } of rowsOfRecord(connection, 'report-metadata', reportId)) {
    const [before, after] = [change.before as ReportMetadata, change.after as ReportMetadata];
    // From the newest row to the oldest: the last one written here is the first that was made.
    for (const field of METADATA_FIELDS) if (after[field] !== before[field]) first.set(field, before[field]);
  }
  const fields = METADATA_FIELDS.filter((field) => {
    const original = first.get(field);
    return original !== undefined && original !== current[field];
  });
  return new Set(fields);
}
