import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZhupiError } from '../../base/app-error.ts';
import { loadFolder } from '../../script/index.ts';
import { Effort } from '../effort.ts';
import { findTermPlaces, requiredPhrases } from '../term-places.ts';
import { findPlaces } from '../matches.ts';
import { atLeast } from '#test/random-maps.ts';
import type { Term } from './ast.ts';
import { parseQuery } from './query.ts';

const folder = await loadFolder();

const SIGNS = [
  '教育',
  '教',
  ' ',
  '-',
  'OR',
  'NEAR/3',
  'NEAR',
  '"',
  '「',
  '」',
  '“',
  '”',
  '，',
  '(',
  ')',
  '（',
  '）',
  'a5',
  '\n',
];
const PATTERNS = [
  '*',
  '?',
  '/',
  '.',
  '+',
  '{2,9}',
  '{',
  '}',
  '|',
  '[',
  ']',
  '[^',
  '^',
  '$',
  '\\',
  '\\d',
  '\\w',
  '(?:',
  '.*',
  '(a*)*',
  '(a|a)*',
];
const FILTERS = [
  'title:',
  'issuer：',
  'place:',
  'date:',
  '2020..2023',
  'script:',
  'Hant',
  'tag:',
  'color:red',
  'has:note',
  'in:notes',
];

const piece = fc.oneof(
  fc.constantFrom(...SIGNS),
  fc.constantFrom(...PATTERNS),
  fc.constantFrom(...FILTERS),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.nat(999).map(String),
);
const typed = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
/** Expressions that make a matcher that goes back run for ever. */
const hostile = fc
  .tuple(
    fc.array(fc.constantFrom(...PATTERNS, '教', 'a', '(', ')', '(a+)+', '.*.*'), { maxLength: 10 }),
    fc.nat(30),
  )
  .map(([pieces, times]) => `/${'(a*'.repeat(times)}${pieces.join('')}${')*'.repeat(times)}/`);

const TEXTS = [
  folder.foldWithMap(`${'a'.repeat(3_000)}教育强国，${'教'.repeat(500)}b 12号\n\u{20bb7}野家`),
  folder.foldWithMap('建设教育强国，办好人民满意的教育。AI 5G a5 教育'),
];

test('whatever is typed gives a query or a fault, and its terms are found or are too slow', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 3, arbitrary: typed }, { weight: 1, arbitrary: hostile }), (query) => {
      const parsed = parseQuery(query, folder);
      if (parsed.fault !== undefined) {
        expect(parsed.fault.position).toBeGreaterThanOrEqual(0);
        expect(parsed.fault.position).toBeLessThanOrEqual(query.length);
        return;
      }
      const { terms, wanted, filters } = parsed.query;
      expect(terms.length + filters.length).toBeGreaterThan(0);
      expect(wanted.every((index) => index < terms.length)).toBe(true);
      const effort = new Effort(query, 2_000_000);
      for (const term of terms) {
        for (const text of TEXTS) checkPlaces(term, text, effort);
      }
    }),
    atLeast(2_000),
  );
});

function checkPlaces(term: Term, text: (typeof TEXTS)[number], effort: Effort): void {
  try {
    const places = findTermPlaces(term, text, effort);
    expect(places.every(({ start, end }) => start < end && end <= text.text.length)).toBe(true);
    if (places.length === 0) return;
    for (const phrase of requiredPhrases(term)) expect(text.text).toContain(phrase);
  } catch (thrown) {
    if (!(thrown instanceof ZhupiError)) throw thrown;
    expect(thrown).toMatchObject({ code: 'query-bad', params: { reason: 'slow' } });
  }
}

test('expressions find what those of the language find', () => {
  const atom = fc.constantFrom('教', '育', 'a', '.', '[教a]', '[^教]', '\\d');
  const expression = fc
    .array(fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.map((part) => part.join('')).join(''));
  const alternatives = fc.array(expression, { minLength: 1, maxLength: 2 }).map((list) => list.join('|'));
  const text = fc
    .array(fc.constantFrom('教', '育', 'a', '1', ','), { maxLength: 24 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(alternatives, text, (source, written) => {
      const searched = folder.fold(written);
      const parsed = parseQuery(`/${source}/`, folder);
      const [term] = parsed.query?.terms ?? [];
      expect(term).toBeDefined();
      const found = findTermPlaces(term!, { text: searched, gaps: new Int32Array() }, new Effort(''));
      expect(found).toEqual(longestPlaces(source, searched));
    }),
    atLeast(500),
  );
});

/** Leftmost, longest, not overlapping: by asking the language's own expressions of every slice. */
function longestPlaces(source: string, text: string) {
  const folded = source.replaceAll('教', folder.fold('教')).replaceAll('育', folder.fold('育'));
  const whole = new RegExp(`^(?:${folded.replaceAll('.', '[^]').replaceAll('[^', '[^,')})$`, 'u');
  const places = [];
  for (let start = 0; start < text.length;) {
    let end = text.length;
    while (end > start && !whole.test(text.slice(start, end))) end -= 1;
    if (end > start) places.push({ start, end });
    start = Math.max(end, start + 1);
  }
  return places;
}

test('pairs that are near are those of a look at all pairs', () => {
  const character = fc.constantFrom('教', '育', '强', '国', '，');
  const word = fc
    .array(fc.constantFrom('教', '育', '强'), { minLength: 1, maxLength: 2 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 40 }),
      word,
      word,
      fc.nat(6),
      (list, left, right, distance) => {
        const text = folder.foldWithMap(list.join(''));
        const [term] = parseQuery(`${left} NEAR/${distance} ${right}`, folder).query?.terms ?? [];
        const spans = new Set<string>();
        for (const a of findPlaces(text, folder.fold(left))) {
          for (const b of findPlaces(text, folder.fold(right))) {
            const [aEnd, bEnd] = [a + left.length, b + right.length];
            const between = b >= aEnd ? b - aEnd : a - bEnd;
            if (between >= 0 && between <= distance) spans.add(`${Math.min(a, b)} ${Math.max(aEnd, bEnd)}`);
          }
        }
        const found = findTermPlaces(term!, text, new Effort('')).map(({ start, end }) => `${start} ${end}`);
        expect(found.toSorted()).toEqual([...spans].toSorted());
      },
    ),
    atLeast(500),
  );
});
