import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadFolder } from '../../script/index.ts';
import { parseQuery } from '../query/query.ts';
import { quoted, withWord, wordAt } from './word-at.ts';

const folder = await loadFolder();

test.each([
  ['教育|', null, '教育', '教育'],
  ['教育 质|量 x', null, '质', '质量'],
  ['教育 |', null, '', ''],
  ['-tag:目|', 'tag', '目', 'tag:目'],
  ['(title:"教育 强|国" x', 'title', '教育 强', 'title:"教育 强国"'],
  ['标题：x|', null, '标题：x', '标题：x'],
  ['issuer：部|', 'issuer', '部', 'issuer：部'],
  ['tit|le:x', null, 'tit', 'title:x'],
  ['「教育 强|', null, '教育 强', '「教育 强'],
  ['他说"好" 教|', null, '教', '教'],
])('%s is the word %s %s', (marked, field, text, whole) => {
  const caret = marked.indexOf('|');
  const query = marked.replace('|', '');
  const word = wordAt(query, caret);
  expect([word.field, word.text, query.slice(word.start, word.end)]).toEqual([field, text, whole]);
});

test('a word stands at its caret, whatever is typed', () => {
  const piece = fc.constantFrom(
    '教',
    'a',
    ' ',
    '-',
    '"',
    '「',
    '」',
    '(',
    '）',
    'title:',
    'tag：',
    '/',
    '：',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(60), (pieces, at) => {
      const query = pieces.join('');
      const caret = Math.min(at, query.length);
      const word = wordAt(query, caret);
      expect(word.start).toBeLessThanOrEqual(caret);
      expect(word.end).toBeGreaterThanOrEqual(caret);
      const changed = withWord(query, word, '换');
      expect(changed.query.slice(0, changed.caret).endsWith('换')).toBe(true);
      expect(changed.query.length).toBe(query.length - (word.end - word.start) + 1);
    }),
    // The caret between a bracket and the sign that excludes.
    { examples: [[['教', '(', '-'], 2]] },
  );
});

test('a text that is suggested is looked for as these words', () => {
  const sign = fc.constantFrom(
    '教',
    '育',
    'A',
    '1',
    ' ',
    '"',
    '「',
    '(',
    ')',
    '*',
    '/',
    ':',
    '-',
    '，',
    'OR',
  );
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 8 }), (signs) => {
      const text = `${signs.join('')}国`;
      const { query } = parseQuery(quoted(text), folder);
      const [term] = query?.terms ?? [];
      expect(query?.terms).toHaveLength(1);
      expect(query?.filters).toEqual([]);
      // Breaks at its ends are no part of a phrase.
      expect(term?.kind === 'phrase' && folder.fold(text).replace(/^,+/u, '')).toBe(
        term?.kind === 'phrase' && term.text,
      );
    }),
  );
});
