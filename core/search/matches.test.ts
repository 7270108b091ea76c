import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWordUnit, loadConverter, loadFolder } from '../script/index.ts';
import { buildReading } from '../text/reading.ts';
import { placeDescriber } from './hit.ts';
import { countPlaces, findPlaces, hasPlace } from './matches.ts';
import { PhraseScanner } from './phrase-scanner.ts';
import { foldReading } from './search-text.ts';

const folder = await loadFolder();
const places = (text: string, phrase: string): readonly number[] =>
  findPlaces(folder.foldWithMap(text), folder.fold(phrase));

test.each([
  ['教育强国', '教育強國', 1],
  ['教 育「强\u200b国」', '教育强国', 1],
  ['工人，大都', '人大', 0],
  ['哈哈哈', '哈哈', 2],
  ['12号 2号', '2号', 1],
  ['AI和AIDS', 'ai', 1],
  ['AI DS', 'aids', 1],
  ['5 G、5G', '5G', 2],
  ['5㎏', '5kg', 1],
  ['5㎏', 'k', 0],
  ['行政\n院', '行政院', 0],
])('%j has %j %i times', (text, phrase, count) => {
  expect(places(text, phrase)).toHaveLength(count);
});

test('places equal those of a look at every offset', () => {
  const text = fc.array(fc.constantFrom('教', '育', 'a', '1', ' ', '，', '「', '\u{20bb7}', '國'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(
      text,
      fc.array(fc.constantFrom('教', '育', 'a', '1', '国', '\u{20bb7}'), { minLength: 1, maxLength: 3 }),
      (list, query) => {
        const folded = folder.foldWithMap(list.join(''));
        const phrase = folder.fold(query.join(''));
        const whole = (at: number): boolean =>
          at === 0 ||
          at === folded.text.length ||
          !isWordUnit(folded.text.charCodeAt(at - 1)) ||
          !isWordUnit(folded.text.charCodeAt(at)) ||
          folded.gaps.includes(at);
        const expected = Array.from({ length: folded.text.length }, (_item, at) => at).filter(
          (at) => folded.text.startsWith(phrase, at) && whole(at) && whole(at + phrase.length),
        );
        expect(findPlaces(folded, phrase)).toEqual(expected);
        expect(hasPlace(folded, phrase)).toBe(expected.length > 0);
      },
    ),
    { numRuns: 2000 },
  );
});

const SOURCE = '教育强国\n\n一、建设“教育 强国”的目标\n本市加快建设教育强国，办好人民满意的教育。\n';

test('places are counted by field', () => {
  const reading = buildReading(SOURCE, 'txt', []);
  const folded = foldReading(folder, reading);
  const kinds = reading.blocks.map(({ kind }) => kind);
  expect(kinds).toEqual(['heading', 'heading', 'paragraph']);
  const counts = countPlaces(folded, new PhraseScanner(folder.fold('教育')));
  expect(counts).toEqual({ title: 1, headings: 1, text: 2 });
});

test('a place leads to the source, and shows the text of the view around it', async () => {
  const reading = buildReading(SOURCE, 'txt', []);
  const folded = foldReading(folder, reading);
  const phrase = folder.fold('教育強國');
  const describe = placeDescriber(reading, folded, await loadConverter('Hans', 'tw'));
  const found = findPlaces(folded, phrase).map((start) => describe({ start, end: start + phrase.length }));
  expect(found.map(({ start, end }) => SOURCE.slice(start, end))).toEqual([
    '教育强国',
    '教育 强国',
    '教育强国',
  ]);
  expect(found[1]).toMatchObject({ before: '一、建設“', match: '教育 強國', after: '”的目標' });
});

test('a quoted passage over two paragraphs is shown with both', async () => {
  const reading = buildReading(SOURCE, 'txt', []);
  const folded = foldReading(folder, reading);
  const phrase = folder.fold('强国\n\n一、建设');
  const describe = placeDescriber(reading, folded, await loadConverter('Hans', 'source'));
  const [start = -1] = findPlaces(folded, phrase);
  const hit = describe({ start, end: start + phrase.length });
  expect(hit).toMatchObject({ before: '教育', after: '“教育 强国”的目标' });
  expect(hit.match).toMatch(/^强国\n+一、建设$/u);
});
