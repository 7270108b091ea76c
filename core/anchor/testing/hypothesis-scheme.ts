import search from 'approx-string-match';
import type { TextRange } from '../../base/text-range.ts';

/** A quote with its contexts and where it stood. */
export interface Selector extends TextRange {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface SchemeMatch extends TextRange {
  /** 0 to 1. */
  readonly score: number;
}

/** Hypothesis' published weights. */
const QUOTE = 50;
const PREFIX = 20;
const SUFFIX = 20;
const POSITION = 2;

/**
 * The scheme that Hypothesis publishes for matching quotes, written anew as a baseline: every approximate match of the
 * quote, with at most half of its length in errors (256 at most), scored by quote 50, prefix 20, suffix 20 and position
 * 2; the best one wins, whatever stands beside it.
 */
export function matchBySchemeOfHypothesis(
  text: string,
  quote: string,
  context: { readonly prefix?: string; readonly suffix?: string; readonly hint?: number } = {},
): SchemeMatch | null {
  if (quote === '' || text === '') return null;
  let best: SchemeMatch | null = null;
  for (const match of matches(text, quote, Math.min(256, quote.length / 2))) {
    const score = scoreOf(text, quote, context, match);
    if (best === null || score > best.score) best = { start: match.start, end: match.end, score };
  }
  return best;
}

interface Match extends TextRange {
  readonly errors: number;
}

function matches(text: string, part: string, maxErrors: number): readonly Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    exact.push({ start: at, end: at + part.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, part, maxErrors);
}

function likeness(text: string, part: string): number {
  if (part === '' || text === '') return 0;
  const [best] = matches(text, part, part.length);
  return best === undefined ? 0 : 1 - best.errors / part.length;
}

function scoreOf(
  text: string,
  quote: string,
  { prefix, suffix, hint }: { readonly prefix?: string; readonly suffix?: string; readonly hint?: number },
  { start, end, errors }: Match,
): number {
  const quoteScore = 1 - errors / quote.length;
  const prefixScore =
    prefix === undefined ? 1 : likeness(text.slice(Math.max(0, start - prefix.length), start), prefix);
  const suffixScore = suffix === undefined ? 1 : likeness(text.slice(end, end + suffix.length), suffix);
  const position = hint === undefined ? 1 : 1 - Math.abs(start - hint) / text.length;
  const sum = QUOTE * quoteScore + PREFIX * prefixScore + SUFFIX * suffixScore + POSITION * position;
  return sum / (QUOTE + PREFIX + SUFFIX + POSITION);
}
