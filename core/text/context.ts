import type { TextRange } from '../base/text-range.ts';
import { splitsPair } from './segmentation.ts';

/** Code units kept on each side of a quote (DESIGN 4, Anchor). */
export const CONTEXT_LENGTH = 32;

/** A quote with what stands around it: W3C's TextQuoteSelector. */
export interface QuoteContext {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * The text of `range` with up to `length` code units before and after, shorter by one where a surrogate pair would be cut.
 * RangeError when the range is not in the text.
 */
export function contextOf(text: string, range: TextRange, length = CONTEXT_LENGTH): QuoteContext {
  const { start, end } = range;
  if (!(
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    start <= end &&
    end <= text.length
  )) {
    throw new RangeError(`range ${start},${end} is not in a text of ${text.length} code units`);
  }
  let from = Math.max(0, start - length);
  if (splitsPair(text, from)) from += 1;
  let to = Math.min(text.length, end + length);
  if (splitsPair(text, to)) to -= 1;
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.min(from, start), start),
    suffix: text.slice(end, Math.max(to, end)),
  };
}
