import { ZhupiError } from '#core/base/app-error.ts';
import { onOneLine } from '#core/search/concordance.ts';

/** A place where a quote stands: its number from 1, UTF-16 offsets of the source, and the reading text around it. */
export interface QuotePlace {
  readonly n: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** A quote that stands more than once and was given without a choice; it lists every place. */
export class AmbiguousQuote extends ZhupiError {
  readonly places: readonly QuotePlace[];

  constructor(reportId: string, places: readonly QuotePlace[]) {
    super('quote-ambiguous', { reportId, count: places.length, places: places.map(wordsOf).join('; ') });
    this.places = places;
  }
}

/** A place on a line of its own, for people. */
export function wordsOf({ n, start, end, before, match, after }: QuotePlace): string {
  return `${n}: ${start}–${end} …${onOneLine(before)}【${onOneLine(match)}】${onOneLine(after)}…`;
}
