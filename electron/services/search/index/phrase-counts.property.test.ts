import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldFinder, type SearchText } from '#core/search/search-text.ts';
import { openIndexDatabase } from './index-database.ts';
import { indexTerms } from './index-terms.ts';

const NONE = new Int32Array(0);

/** Few characters, so that phrases repeat and overlap; commas are breaks. */
const block = fc
  .array(fc.constantFrom('教', '育', '强', '人', ',', 'a', '5'), { minLength: 1, maxLength: 40 })
  .map((units) => units.join(''));
const blocks = fc.array(block, { minLength: 1, maxLength: 5 });
const phrase = fc
  .array(fc.constantFrom('教', '育', '强', '人'), { minLength: 1, maxLength: 6 })
  .map((units) => units.join(''));
/** Puts a report, in place of the one of the same name, or removes it. */
const change = fc.record({ report: fc.nat(5), blocks: fc.option(blocks, { freq: 4 }) });

/** The first block is the title, the second one a heading. */
function textOf(parts: readonly string[]): SearchText {
  const [title = '', heading] = parts;
  const start = title.length + 1;
  const headings = heading === undefined ? NONE : Int32Array.from([start, start + heading.length]);
  return { text: parts.join(','), gaps: NONE, headings, titleEnd: title.length };
}

function scan(text: SearchText, wanted: string) {
  const fieldAt = fieldFinder(text);
  const counts = { title: 0, headings: 0, all: 0 };
  for (let at = text.text.indexOf(wanted); at >= 0; at = text.text.indexOf(wanted, at + 1)) {
    counts.all += 1;
    const field = fieldAt(at);
    if (field !== 'text') counts[field] += 1;
  }
  return counts;
}

test('the index counts Han phrases as a scan of the texts does, whatever was put and removed before', () => {
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 12 }),
      fc.array(phrase, { maxLength: 6 }),
      (changes, phrases) => {
        const index = openIndexDatabase(':memory:', 'f', false);
        const there = new Map<number, SearchText>();
        for (const { report, blocks: parts } of changes) {
          for (const [row] of there) if (index.reportOf(row) === String(report)) there.delete(row);
          if (parts === null) {
            index.remove([String(report)]);
            continue;
          }
          const text = textOf(parts);
          const key = { reportId: String(report), version: 1, sourceHash: '', ruleSetVersion: 1 };
          const [row = 0] = index.put([{ ...key, ...indexTerms(text), text, blocks: NONE }]);
          there.set(row, text);
        }
        for (const wanted of phrases) {
          const told = index.counts(wanted);
          const counted = (told?.rows ?? []).flatMap((row, at) =>
            there.has(row) ? [[row, told?.title[at], told?.headings[at], told?.all[at]].join(' ')] : [],
          );
          const scanned = [...there].flatMap(([row, text]) => {
            const { title, headings, all } = scan(text, wanted);
            return all === 0 ? [] : [[row, title, headings, all].join(' ')];
          });
          expect(told).not.toBeNull();
          expect(counted.toSorted()).toEqual(scanned.toSorted());
        }
        index.close();
      },
    ),
    { numRuns: 150 },
  );
});
