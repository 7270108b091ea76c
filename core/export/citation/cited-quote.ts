import { inlineMarkdown, quoteMarkdown } from '../markdown-text.ts';

/** A quote on its way to the clipboard. */
export interface CitedQuote {
  /** One string a block. */
  readonly quote: readonly string[];
  /** Its report's entry in a list of references. */
  readonly citation: string;
  /** Where it stands, such as 三（二）¶4; empty when the report has no structure. */
  readonly label: string;
  /** `zhupi://report/…` */
  readonly link: string;
}

/** How a quote is pasted: as plain text, or as Markdown with a link back. */
export const QUOTE_FORMS = ['plain', 'markdown'] as const;
export type QuoteForm = (typeof QUOTE_FORMS)[number];

/** The quote, and on a line of its own where it is from. */
export function citedQuote({ quote, citation, label, link }: CitedQuote, form: QuoteForm): string {
  if (form === 'plain') return `${quote.join('\n')}\n——${citation}${label === '' ? '' : `（${label}）`}`;
  const place = `[${label === '' ? 'zhupi' : inlineMarkdown(label)}](${link})`;
  return `${quoteMarkdown(quote)}\n\n——${inlineMarkdown(citation)} ${place}`;
}
