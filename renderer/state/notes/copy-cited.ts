import type { TextRange } from '#core/base/text-range.ts';
import { citedQuote, type QuoteForm } from '#core/export/citation/cited-quote.ts';
import { citedWork } from '#core/export/citation/cited-work.ts';
import { gbT7714 } from '#core/export/citation/gb-t-7714.ts';
import { reportLink } from '#core/report/link.ts';
import { quoteOf } from '#core/text/quote.ts';
import { readingOf } from '#renderer/dom/reading-of.ts';
import { labelOfPlace, reportOutline } from '../report/report-outline.ts';
import type { WindowParts } from '../window/use-window.ts';

interface CitedPassage {
  readonly reportId: string;
  /** UTF-16 offsets in the source. */
  readonly range: TextRange;
  /** The note that the link leads to, if any. */
  readonly note: string | null;
}

/** Puts a passage with its citation on the clipboard: in the script of the source, by the edition of GB/T 7714 that is set. */
export async function copyCited(
  { client, store }: WindowParts,
  { reportId, range, note }: CitedPassage,
  form: QuoteForm,
): Promise<void> {
  const { settings, tell, tellError } = store.getState();
  const opened = await client.openReport({ reportId });
  if (!opened.ok) return tellError(opened.error);
  const content = opened.value;
  const { importedAt } = content.summary;
  const accessed = importedAt === 0 ? '' : new Date(importedAt).toISOString().slice(0, 10);
  const text = citedQuote(
    {
      quote: quoteOf(content.source, readingOf(content), range),
      citation: gbT7714(citedWork(content.metadata, accessed), settings.citationEdition),
      label: labelOfPlace(reportOutline(content), range),
      link: reportLink({ reportId, note }),
    },
    form,
  );
  const copied = await client.copyText({ text });
  if (!copied.ok) return tellError(copied.error);
  tell({ tone: 'good', text: (messages) => messages.exporting.copiedCited });
}
