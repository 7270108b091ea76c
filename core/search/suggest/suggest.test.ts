import { expect, test } from 'vitest';
import { loadFolder } from '../../script/index.ts';
import { Continuations } from './continuations.ts';
import { fixedValues, operatorsFor } from './field-values.ts';
import { isReadAs } from '../pinyin.ts';
import { BestAnswers, typedMatcher } from './match-typed.ts';

const folder = await loadFolder();
const answer = (typed: string, text: string) =>
  typedMatcher(typed, folder, isReadAs)(text, folder.fold(text));

test.each([
  ['教育强', '教育強國規劃', 'beginning'],
  ['強國', '教育强国规划', 'inside'],
  ['jiaoyu qiang', '教育强国规划', 'pinyin'],
  ['jyqg', '关于教育强国', 'pinyin'],
  ["xi'an", '西安', 'pinyin'],
  ['gdp', 'GDP 增长', 'beginning'],
  ['医疗', '教育强国规划', null],
  ['j', '教育', null],
])('%s and %s: %s', (typed, text, expected) => {
  expect(answer(typed, text)).toBe(expected);
});

test('the best answers come first, and later ones only where they are better', () => {
  const best = new BestAnswers<string>(2);
  best.add('a', 'inside');
  best.add('b', 'pinyin');
  best.add('c', 'inside');
  expect(best.values).toEqual(['a', 'c']);
  best.add('d', 'beginning');
  best.add('e', null);
  expect(best.values).toEqual(['d', 'a']);
  expect(best.isFull).toBe(false);
  best.add('f', 'beginning');
  expect([best.values, best.isFull]).toEqual([['d', 'f'], true]);
});

test('phrases end where what follows is uncertain, and at clauses', () => {
  const found = new Continuations(folder.fold('教育'), folder);
  const texts = [
    '教育强国建设，教育强国规划，教育强国的路，教育强国，教育公平是，教育公平要。',
    '教育强国战略，教育公平和质量；教育部，教育2035。',
    '教育公平，教育强国。',
  ].map((text) => folder.fold(text));
  for (const [number, text] of texts.entries()) found.add(number, text, 100);
  expect(found.places).toBe(12);
  const best = found.best(3);
  expect(best.map(({ text, count }) => [text, count])).toEqual([
    [folder.fold('教育强国'), 6],
    [folder.fold('教育公平'), 4],
  ]);
  for (const { text, report, at } of best) expect(texts[report]?.startsWith(text, at)).toBe(true);
  // The shortest text that has it.
  expect(best[0]?.report).toBe(2);
});

test('operators are words of the query language, and some filters have fixed values', () => {
  expect(operatorsFor('t')).toEqual(['title:', 'tag:']);
  expect(operatorsFor('NE')).toEqual(['NEAR/10']);
  expect(operatorsFor('教')).toEqual([]);
  expect(fixedValues('script', 'hant-')).toEqual(['Hant-TW', 'Hant-HK']);
  expect(fixedValues('title', '')).toEqual([]);
});
