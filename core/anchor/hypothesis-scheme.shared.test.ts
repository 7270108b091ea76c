import { readFileSync } from 'node:fs';
import search from 'approx-string-match';
import { describe, expect, test } from 'vitest';
import { sharedPath } from '#test/shared-files.ts';
import { matchBySchemeOfHypothesis } from './testing/hypothesis-scheme.ts';

interface QuoteCase {
  readonly name: string;
  readonly text?: string;
  readonly textLiteral?: string;
  readonly quote?: string;
  readonly quoteFrom?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hint?: number;
  readonly expect: {
    readonly start: number;
    readonly matched?: string;
    readonly score?: number;
    readonly scoreGt?: number;
    readonly scoreLt?: number;
  } | null;
}

interface Ranking {
  readonly name: string;
  readonly text: string;
  readonly field: 'quote' | 'prefix' | 'suffix';
  readonly quote?: string;
  readonly strictlyDescending: readonly string[];
}

interface QuoteCases {
  readonly texts: Readonly<Record<string, string>>;
  readonly cases: readonly QuoteCase[];
  readonly rankings: readonly Ranking[];
}

type FoundMatch = readonly [start: number, end: number, errors: number];

interface SearchCases {
  readonly cases: readonly (readonly [string, string, readonly FoundMatch[]])[];
  readonly withMaxErrors: readonly {
    readonly text: string;
    readonly pattern: string;
    readonly maxErrors: number;
    readonly matches?: readonly FoundMatch[];
    readonly minErrorMatches?: readonly FoundMatch[];
    readonly count?: number;
  }[];
}

const read = (...parts: readonly string[]): string =>
  readFileSync(sharedPath('corpora', 'anchoring', ...parts), 'utf8');
const quotes = JSON.parse(read('hypothesis', 'match-quote-cases.json')) as QuoteCases;
const searches = JSON.parse(read('approx-string-match-cases.json')) as SearchCases;

function textOf({ text, textLiteral }: { readonly text?: string; readonly textLiteral?: string }): string {
  return textLiteral ?? quotes.texts[text ?? ''] ?? '';
}

describe('the baseline does what Hypothesis publishes', () => {
  test.each(quotes.cases)('$name', (one) => {
    const text = textOf(one);
    const quote = one.quote ?? quotes.texts[one.quoteFrom ?? ''] ?? '';
    const { prefix, suffix, hint } = one;
    const found = matchBySchemeOfHypothesis(text, quote, {
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
      ...(hint === undefined ? {} : { hint }),
    });
    if (one.expect === null) {
      expect(found).toBe(null);
      return;
    }
    const { start, matched, score, scoreGt, scoreLt } = one.expect;
    expect(found?.start).toBe(start);
    if (matched !== undefined) expect(text.slice(found?.start, found?.end)).toBe(matched);
    if (score !== undefined) expect(found?.score).toBe(score);
    if (scoreGt !== undefined) expect(found?.score).toBeGreaterThan(scoreGt);
    if (scoreLt !== undefined) expect(found?.score).toBeLessThan(scoreLt);
  });

  test.each(quotes.rankings)('$name', ({ text, field, quote = '', strictlyDescending }) => {
    const scores = strictlyDescending.map((value) => {
      const found =
        field === 'quote'
          ? matchBySchemeOfHypothesis(textOf({ text }), value)
          : matchBySchemeOfHypothesis(textOf({ text }), quote, { [field]: value });
      return found?.score ?? 0;
    });
    for (const [index, score] of scores.entries()) {
      if (index > 0) expect(score).toBeLessThan(scores[index - 1] as number);
    }
  });
});

describe('approx-string-match finds what its own suite asks', () => {
  /** The matches with the fewest errors. */
  function best(text: string, pattern: string, maxErrors: number): readonly FoundMatch[] {
    const found = search(text, pattern, maxErrors);
    const least = Math.min(...found.map(({ errors }) => errors));
    return found.flatMap(({ start, end, errors }): FoundMatch[] =>
      errors === least ? [[start, end, errors]] : [],
    );
  }

  test.each(searches.cases)('%s: %s', (text, pattern, matches) => {
    const found = best(text, pattern, pattern.length);
    expect(found.length).toBeGreaterThan(0);
    for (const match of found) expect(matches).toContainEqual(match);
    if (found.length > 1) expect(found).toEqual(matches);
  });

  test.each(searches.withMaxErrors)('$pattern with $maxErrors errors', (one) => {
    const { text, pattern, maxErrors, matches, minErrorMatches, count } = one;
    const found = search(text, pattern, maxErrors);
    if (count !== undefined) expect(found).toHaveLength(count);
    if (matches !== undefined) {
      expect(found.map(({ start, end }) => [start, end])).toEqual(
        matches.map(([start, end]) => [start, end]),
      );
    }
    if (minErrorMatches !== undefined) {
      expect(best(text, pattern, maxErrors)).toEqual(minErrorMatches);
    }
  });
});
