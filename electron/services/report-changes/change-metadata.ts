import { isDeepStrictEqual } from 'node:util';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { cleanMetadata, type MetadataChange } from '#core/report/metadata-change.ts';
import { METADATA_FIELDS } from '#core/report/metadata-rules.ts';
import type { ReportMetadata } from '#core/report/report.ts';
import { recordAction } from '../store/actions.ts';
import { openStoredReport } from '../store/report-table.ts';
import { beginChange } from './begin-change.ts';
import type { ReportChangesDeps } from './deps.ts';

export interface ChangeMetadataRequest {
  readonly reportId: string;
  /** The revision of the report that the writer saw. */
  readonly revision: number;
  readonly change: MetadataChange;
}

/**
 * Changes what a report says of itself, never its text. Throws `report-unknown`, `metadata-invalid`, and
 * `report-changed` when the writer had not seen the report's current revision.
 */
export function changeMetadata(
  deps: ReportChangesDeps,
  { reportId, revision, change }: ChangeMetadataRequest,
): ReportContent {
  const { connection, actor } = deps;
  const now = deps.now();
  connection.write(() => {
    const content = beginChange(deps, reportId, now);
    const before = content.metadata;
    const after = changedByUser(before, cleanMetadata(change));
    if (isDeepStrictEqual(before, after)) return;
    if (content.revision !== revision) throw new ZhupiError('report-changed', { reportId });
    recordAction(connection, actor, now, 'change-metadata', [
      { kind: 'report-metadata', reportId, change: { id: reportId, before, after } },
    ]);
  });
  return openStoredReport(connection, reportId);
}

/** The fields that get another value are the user's from now on. */
function changedByUser(before: ReportMetadata, clean: ReturnType<typeof cleanMetadata>): ReportMetadata {
  const changed = METADATA_FIELDS.filter(
    (field) => clean[field] !== undefined && clean[field] !== before[field],
  );
  if (changed.length === 0) return before;
  const rules = Object.fromEntries(changed.map((field) => [field, 'user'] as const));
  return { ...before, ...clean, foundBy: { ...before.foundBy, ...rules } };
}
