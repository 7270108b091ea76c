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
  const merged: Record<string, string> = { ...current };
  const own = ownFields(connection, reportId, current);
  for (const [field, value] of Object.entries(found)) {
    if (value !== '' && !own.has(field)) merged[field] = value;
  }
  return merged as unknown as ReportMetadata;
}

/** Fields that no longer hold what they held before the user first changed them. */
function ownFields(connection: Connection, reportId: string, current: ReportMetadata): ReadonlySet<string> {
  const first = new Map<string, string>();
  for (const { change } of rowsOfRecord(connection, 'report-metadata', reportId)) {
    const before = change.before as Readonly<Record<string, string>>;
    const after = change.after as Readonly<Record<string, string>>;
    // From the newest row to the oldest: the last one written here is the first that was made.
    for (const [field, value] of Object.entries(before)) if (after[field] !== value) first.set(field, value);
  }
  const fields = Object.entries(current).filter(([field, value]) => {
    const original = first.get(field);
    return original !== undefined && original !== value;
  });
  return new Set(fields.map(([field]) => field));
}
