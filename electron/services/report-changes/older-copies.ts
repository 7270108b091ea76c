import { PACK_ADAPTER } from '../store/report-table.ts';
import type { ReportChangesDeps } from './deps.ts';

interface Copy {
  readonly reportId: string;
  readonly hash: string;
}

/**
 * Which of these reports of packs are copied into the store, out of the trash, with another text than their pack has now. One
 * whose text the user has replaced is her own. `unseen` = only where the copy never had the text of the pack: an undo, and the
 * removal of a newer pack, are not overruled.
 */
export function olderCopies(
  { connection, packs }: Pick<ReportChangesDeps, 'connection' | 'packs'>,
  reportIds: readonly string[],
  which: 'any' | 'unseen',
): readonly string[] {
  const copies = connection.all<Copy>(
    `SELECT report.id AS reportId, source_hash AS hash FROM report
       JOIN source_version ON report_id = report.id AND number = current_version
     WHERE report.id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL AND adapter = ? ORDER BY report.id`,
    JSON.stringify(reportIds),
    PACK_ADAPTER,
  );
  return copies.flatMap(({ reportId, hash }) => {
    const present = packs.open(reportId)?.sourceHash;
    if (present === undefined || present === hash) return [];
    const seen = connection.get(
      'SELECT 1 FROM source_version WHERE report_id = ? AND source_hash = ?',
      reportId,
      present,
    );
    return which === 'unseen' && seen !== undefined ? [] : [reportId];
  });
}
