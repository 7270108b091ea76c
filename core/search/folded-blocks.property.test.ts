import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadFolder } from '../script/index.ts';
import { toA } from '../text/map-range.ts';
import { buildReading } from '../text/reading.ts';
import { FoldedBlocks } from './folded-blocks.ts';
import { foldReading } from './search-text.ts';

const folder = await loadFolder();
const characters = fc.constantFrom('教', '強', '\n', '\n', '，', ' ', 'a', '㎏', '“', '\u{20bb7}', '\u200b');
const source = fc.array(characters, { minLength: 1, maxLength: 60 }).map((list) => list.join(''));

test('a place leads to the range that the map of the whole text gives', () => {
  fc.assert(
    fc.property(source, fc.nat(60), fc.nat(8), (text, from, length) => {
      const reading = buildReading(text, 'txt', []);
      const folded = foldReading(folder, reading);
      const start = Math.min(from, Math.max(0, folded.text.length - 1));
      const end = Math.min(folded.text.length, start + 1 + length);
      fc.pre(end > start);
      const blocks = new FoldedBlocks(folder, reading, folded.text);
      const range = blocks.toReading({ start, end });
      // At a border what folds to nothing may lie on either side of it.
      const whole = toA(folded.map, { start, end });
      const foldOf = ({ start: a, end: b }: typeof whole) => folder.fold(reading.text.slice(a, b));
      const place = folded.text.slice(start, end);
      // Only breaks can stand between blocks.
      if (range === null) expect(place.startsWith(',') || place.endsWith(',')).toBe(true);
      expect(foldOf(range ?? whole)).toBe(foldOf(whole));
    }),
  );
});

test('a folded text that is of another text leads nowhere', () => {
  const reading = buildReading('教育\n强国', 'txt', []);
  expect(new FoldedBlocks(folder, reading, '教育,天').toReading({ start: 3, end: 4 })).toBeNull();
  expect(new FoldedBlocks(folder, reading, '教').toReading({ start: 90, end: 91 })).toBeNull();
});
