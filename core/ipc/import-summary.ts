import type { ImportAnswer, ImportOutcome, ImportSummary } from './payloads.ts';

/** Files of each kind that a summary tells by itself. */
export const TOLD_FILES = 100;

/** What a window is told of an import. */
export function importSummary({ outcomes, ...end }: ImportAnswer): ImportSummary {
  const imported = outcomes.filter(({ status }) => status === 'imported');
  const duplicates = outcomesOf(outcomes, 'duplicate');
  const failed = outcomesOf(outcomes, 'failed');
  const { reportId, title } = imported[0] ?? duplicates[0] ?? NOTHING;
  return {
    ...end,
    imported: imported.length,
    duplicates: duplicates.length,
    failed: failed.length,
    first: reportId === null ? null : { reportId, title },
    told: [...failed.slice(0, TOLD_FILES), ...duplicates.slice(0, TOLD_FILES)],
  };
}

const NOTHING = { reportId: null, title: '' };

/** The files of an import of which the same became, in order. */
export function outcomesOf(
  outcomes: readonly ImportOutcome[],
  wanted: ImportOutcome['status'],
): readonly ImportOutcome[] {
  return outcomes.filter(({ status }) => status === wanted);
}
