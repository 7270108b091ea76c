import { expect, test } from 'vitest';
import { loadFolder } from '../script/index.ts';
import { Effort } from './effort.ts';
import { requireQuery } from './query/query.ts';
import { findTermPlaces, requiredPhrases } from './term-places.ts';

const folder = await loadFolder();

function found(text: string, query: string): readonly string[] {
  const folded = folder.foldWithMap(text);
  const [term] = requireQuery(query, folder).terms;
  return findTermPlaces(term!, folded, new Effort(query)).map(({ start, end }) =>
    folded.text.slice(start, end),
  );
}

const fold = (...texts: readonly string[]): readonly string[] => texts.map(folder.fold);

test.each([
  ['建设教育强国，教学大国', '教*国', fold('教育强国', '教学大国')],
  ['教育，强国', '教*国', []],
  ['教育強國', '教?强', fold('教育强')],
  ['第1号、第12号', '第?号', fold('第1号')],
  ['第1号、第12号', '第*号', fold('第1号', '第12号')],
  ['economy economics eco', 'econ*', ['economy', 'economics']],
  ['economy economics', '*ics', ['economics']],
  ['economy', 'econ', []],
  ['GDP和GDPs', 'gdp?', fold('gdp和', 'gdps')],
  ['教教国', '教*国', fold('教国')],
  ['教育', '教育*', fold('教育')],
  ['教育和教學', '/教[育学]/', fold('教育', '教学')],
  ['二〇二三年、二〇二四年', '/二〇..年/', fold('二〇二三年', '二〇二四年')],
  ['A１B22', '/[a-z]\\d+/', ['a1', 'b22']],
  ['教 “育”', '/教 育/', fold('教育')],
  ['\u{20bb7}野家', '/.野/', ['\u{20bb7}野']],
  ['教育的質量', '教育 NEAR/1 质量', fold('教育的质量')],
  ['質量，教育', '教育 NEAR/1 质量', fold('质量,教育')],
  ['教育的高質量', '教育 NEAR/1 质量', []],
])('%j has %j at %j', (text, query, expected) => {
  expect(found(text, query)).toEqual(expected);
});

test('what must stand in a text is known without its Latin words', () => {
  const required = (query: string) => requiredPhrases(requireQuery(query, folder).terms[0]!);
  expect(required('教育*强国')).toEqual(fold('教育', '强国'));
  expect(required('/教育(强|大)国AI?甲/')).toEqual(fold('教育', '国', '甲'));
  expect(required('econ*')).toEqual([]);
  expect(required('教育 NEAR 质*量')).toEqual(fold('教育', '质', '量'));
});

test('a pattern that takes too many steps says so, and where', () => {
  const text = folder.foldWithMap('ab'.repeat(5_000));
  const query = 'x /(a|b|ab)*ba/';
  const term = requireQuery(query, folder).terms[1]!;
  expect(() => findTermPlaces(term, text, new Effort(query, 5_000))).toThrow(
    expect.objectContaining({
      code: 'query-bad',
      params: expect.objectContaining({ reason: 'slow', at: 3 }),
    }),
  );
});
