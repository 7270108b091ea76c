import { expect, test } from 'vitest';
import { tokensByField, type SearchText } from '#core/search/search-text.ts';
import { tokenize, type Token } from '#core/search/tokenize.ts';
import { armoured, indexTerms } from './index-terms.ts';

const TEXT: SearchText = {
  text: '报告 gdp增长5%\n一、回顾𠮷祥\ud842 covid19',
  gaps: new Int32Array(0),
  headings: Int32Array.from([0, 2, 12, 18]),
  titleEnd: 2,
};

test('terms are the armoured tokens of each field in their order, and are counted', () => {
  const { terms, lengths } = indexTerms(TEXT);
  const { title, headings, text } = tokensByField(TEXT);
  const written = (tokens: readonly Token[]): string => tokens.map(({ term }) => armoured(term)).join(' ');
  expect(terms).toEqual({ title: written(title), headings: written(headings), text: written(text) });
  expect(title.length + headings.length + text.length).toBe(tokenize(TEXT.text, TEXT.gaps).length);
  expect(lengths).toEqual({ title: title.length, headings: headings.length, text: text.length });
});

test('words keep their letters, all else is written in units, and the beginning of a term stays one', () => {
  expect(armoured('covid19')).toBe('zcovid19');
  expect(armoured('报告')).toBe('62a5544a');
  expect(armoured('报告').startsWith(armoured('报'))).toBe(true);
  expect(armoured('\ud842')).toBe('d842');
  expect(armoured('%')).toBe('0025');
  expect(armoured('')).toBe('');
});

test('an empty text has no terms', () => {
  const empty = { ...TEXT, text: '', headings: new Int32Array(0), titleEnd: 0 };
  expect(indexTerms(empty)).toEqual({
    terms: { title: '', headings: '', text: '' },
    lengths: { title: 0, headings: 0, text: 0 },
  });
});
