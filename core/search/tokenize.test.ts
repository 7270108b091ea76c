import { expect, test } from 'vitest';
import { loadFolder } from '../script/index.ts';
import { phraseClues, tokenize } from './tokenize.ts';

const { foldWithMap } = await loadFolder();

function terms(text: string): readonly string[] {
  const folded = foldWithMap(text);
  return tokenize(folded.text, folded.gaps).map(({ term }) => term);
}

test.each([
  ['教育', ['教育', '育']],
  ['教，育', ['教', '育']],
  ['GDP增长5.5%左右', ['gdp', '增長', '長', '5', '.', '5', '%左', '左右', '右']],
  ['AI 5G', ['ai', '5g']],
  ['Éducation', ['éducation']],
  ['\u{20bb7}野家', ['\u{20bb7}野', '野家', '家']],
  ['', []],
])('tokens of %j', (text, expected) => {
  const folded = expected.map((term) => foldWithMap(term).text);
  expect(terms(text)).toEqual(folded);
});

test('tokens know their places', () => {
  const { text, gaps } = foldWithMap('第 12 号，\u{20bb7}');
  expect(tokenize(text, gaps).map(({ term, start }) => text.startsWith(term, start))).toEqual(
    Array.from({ length: 4 }, () => true),
  );
});

test('a phrase leaves out the last character, which the text may go on from', () => {
  expect(phraseClues('甲乙丙')).toEqual([{ kind: 'sequence', terms: ['甲乙', '乙丙'] }]);
  expect(phraseClues('甲')).toEqual([{ kind: 'beginning', character: '甲' }]);
  expect(phraseClues('甲5g,')).toEqual([
    { kind: 'beginning', character: '甲' },
    { kind: 'any', terms: ['5', '5g'] },
  ]);
});
