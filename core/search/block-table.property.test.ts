import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadConverter, loadFolder } from '../script/index.ts';
import type { Edit } from '../text/edit.ts';
import { buildReading } from '../text/reading.ts';
import { blockTable, copiedBlockAt } from './block-table.ts';
import { copiedDescriber, placeDescriber } from './hit.ts';
import { foldReading } from './search-text.ts';

const folder = await loadFolder();
const converter = await loadConverter('Hans', 'twp');
const characters = fc.constantFrom(
  '教',
  '软',
  '件',
  '里',
  '\n',
  '，',
  ' ',
  'a',
  '㎏',
  '“',
  '\u{20bb7}',
  '\u200b',
);
const source = fc.array(characters, { minLength: 1, maxLength: 60 }).map((list) => list.join(''));
const cuts = fc.array(fc.tuple(fc.nat(60), fc.nat(3), fc.constantFrom('', '教', '头')), { maxLength: 4 });

/** Edits in order, none over another, no line feed in or out of the text. */
function editsOf(text: string, wanted: readonly (readonly [number, number, string])[]): readonly Edit[] {
  const edits: Edit[] = [];
  let free = 0;
  for (const [from, length, after] of wanted.toSorted(([a], [b]) => a - b)) {
    const start = Math.max(free, from);
    const before = text.slice(start, start + length);
    if (before === '' || before.includes('\n') || start + before.length > text.length) continue;
    edits.push({
      start,
      end: start + before.length,
      before,
      after,
      rule: 'user',
      confidence: 1,
      applied: true,
    });
    free = start + before.length + 1;
  }
  return edits;
}

test('a place in a block that is a piece of the source is shown as by the map of the whole text', () => {
  let copied = 0;
  fc.assert(
    fc.property(source, cuts, fc.nat(60), fc.nat(8), (text, wanted, from, length) => {
      const reading = buildReading(text, 'txt', editsOf(text, wanted));
      const folded = foldReading(folder, reading);
      const start = Math.min(from, Math.max(0, folded.text.length - 1));
      const end = Math.min(folded.text.length, start + 1 + length);
      fc.pre(end > start && !folded.text.slice(start, end).includes(','));
      const blocks = blockTable(reading, folded.map);
      const shown = copiedDescriber({ source: text, blocks }, folded, folder, converter)({ start, end });
      if (shown === null) return;
      copied += 1;
      expect(shown).toEqual(placeDescriber(reading, folded, converter)({ start, end }));
    }),
    { numRuns: 1000 },
  );
  expect(copied).toBeGreaterThan(100);
});

test('every block without an edit is a piece of the source', () => {
  const text = '  标题\n第一段“甲”\n第二段乙';
  const edits: Edit[] = [
    { start: 13, end: 14, before: '二', after: '貳', rule: 'user', confidence: 1, applied: true },
  ];
  const indented: Edit[] = [
    { start: 0, end: 2, before: '  ', after: '', rule: 'layout', confidence: 1, applied: true },
  ];
  const reading = buildReading(text, 'txt', [...indented, ...edits]);
  const folded = foldReading(folder, reading);
  const table = blockTable(reading, folded.map);
  const at = (phrase: string) => {
    const start = folded.text.indexOf(folder.fold(phrase));
    const block = copiedBlockAt(table, folded.text.length, { start, end: start + phrase.length });
    return block === null ? null : text.slice(block.start, block.end);
  };
  expect(at('标题')).toBe('标题');
  expect(at('段甲')).toBe('第一段“甲”');
  expect(at('乙')).toBeNull();
  // Over a border, and in another text.
  expect(copiedBlockAt(table, folded.text.length, { start: 0, end: 5 })).toBeNull();
  const other = copiedDescriber({ source: '  标语\n', blocks: table }, folded, folder, converter);
  expect(other({ start: 0, end: 2 })).toBeNull();
});
