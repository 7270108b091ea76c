import type { ImportOutcome, ImportSummary } from '#core/ipc/payloads.ts';
import { errorText } from '#renderer/i18n/error-text.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';

/** What an import did, in a sentence or two. `trashed`: those of its duplicates that stand in the trash. */
export function importSentence(
  results: ImportSummary,
  trashed: readonly ImportOutcome[],
  messages: Messages,
): string {
  const { library } = messages;
  const { imported, duplicates, failed, first, stopped, skipped, cancelled } = results;
  return [
    cancelled && library.importStopped,
    stopped !== null && errorText(stopped, messages),
    imported === 1 && first !== null
      ? library.importedOne({ title: first.title || library.untitled })
      : imported > 0 && library.imported({ count: imported }),
    ...duplicateSentences(results, trashed, messages),
    failed > 0 && library.importFailures({ count: failed }),
    skipped > 0 && library.importSkipped({ count: skipped }),
    imported + duplicates + failed + skipped === 0 && !cancelled && stopped === null && library.importNothing,
  ]
    .filter(Boolean)
    .join(messages.locale === 'en' ? ' ' : '');
}

/** One is named, more are counted. */
function duplicateSentences(
  { duplicates, told }: ImportSummary,
  trashed: readonly ImportOutcome[],
  { library }: Messages,
): readonly (string | false)[] {
  const only = duplicates === 1 ? told.find(({ status }) => status === 'duplicate') : undefined;
  if (only !== undefined) {
    const named = { title: only.title || library.untitled };
    return [trashed.length > 0 ? library.importTrashedOne(named) : library.importDuplicateOne(named)];
  }
  const there = duplicates - trashed.length;
  return [
    there > 0 && library.importDuplicates({ count: there }),
    trashed.length > 0 && library.importTrashed({ count: trashed.length }),
  ];
}

/**
 * The duplicates of an import that are in the trash, for they are not in the list; none where there are more duplicates than
 * the summary tells one by one.
 */
export function trashedDuplicates(
  { duplicates, told }: ImportSummary,
  reports: readonly { readonly reportId: string }[],
): readonly ImportOutcome[] {
  const named = told.filter(({ status }) => status === 'duplicate');
  if (named.length < duplicates) return [];
  const listed = new Set(reports.map(({ reportId }) => reportId));
  return named.filter(({ reportId }) => reportId !== null && !listed.has(reportId));
}
