import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZhupiError } from '../base/app-error.ts';
import { loadFolder } from '../script/index.ts';
import { fulfils, neighbours, parseQuery, type Query, type QueryNode } from './query.ts';

const folder = await loadFolder();
const parse = (query: string): Query => parseQuery(query, folder);

/** The tree in words: AND as spaces, OR as |, NOT as -. */
function shown(query: string): string {
  const { root, phrases } = parse(query);
  const show = (node: QueryNode): string => {
    switch (node.kind) {
      case 'phrase':
        return phrases[node.phrase]?.text ?? '';
      case 'and':
        return `(${node.children.map(show).join(' ')})`;
      case 'or':
        return `(${node.children.map(show).join('|')})`;
      case 'not':
        return `-${show(node.child)}`;
    }
  };
  return show(root);
}

test.each([
  ['甲', '甲'],
  ['甲 乙', '(甲 乙)'],
  ['甲　乙\n丙', '(甲 乙 丙)'],
  ['"甲 乙" 丙', '(甲乙 丙)'],
  ['「甲，乙」', '甲,乙'],
  ['“甲”『乙』', '(甲 乙)'],
  ['关于“双减”政策', folder.fold('关于双减政策')],
  ['甲，乙。', '(甲 乙)'],
  ['甲 -乙', '(甲 -乙)'],
  ['甲 -"乙 丙"', '(甲 -乙丙)'],
  ['-甲', '-甲'],
  ['甲 OR 乙', '(甲|乙)'],
  ['甲 乙 OR 丙 丁', '(甲 (乙|丙) 丁)'],
  ['ORal or', '(oral or)'],
  ['2020-2023', '2020-2023'],
  ['《》 甲', '甲'],
])('%j is read as %j', (query, expected) => {
  expect(shown(query)).toBe(expected);
});

test.each([
  ['', 'nothing', 0],
  [' 　', 'nothing', 0],
  ['，。', 'nothing', 0],
  ['""', 'nothing', 0],
  ['甲 「乙', 'quote-open', 2],
  ['"', 'quote-open', 0],
  ['OR 甲', 'or-side', 0],
  ['甲 OR', 'or-side', 2],
  ['甲 OR OR 乙', 'or-side', 2],
  ['甲 OR 《》', 'or-side', 2],
  ['甲 '.repeat(201), 'too-many', 400],
])('%j is bad: %s at %i', (query, reason, position) => {
  let thrown: unknown;
  try {
    parse(query);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ZhupiError);
  expect(thrown).toMatchObject({ code: 'query-bad', params: { query, reason, position } });
});

test('phrases under a not are not wanted', () => {
  expect(parse('甲 -乙 OR 丙').wanted).toEqual([0, 2]);
});

test('a tree is fulfilled as its operators say', () => {
  const { root, phrases } = parse('a b OR c -d');
  const holds = (words: string): boolean => fulfils(root, (index) => words.includes(phrases[index]!.text));
  expect(['ab', 'ac', 'abd', 'a', 'bc'].map(holds)).toEqual([true, true, false, false, false]);
});

test('neighbours are the phrases that words side by side make', () => {
  expect(neighbours(parse('甲 乙 丙'))).toEqual(['甲乙', '乙丙']);
  expect(neighbours(parse('甲 OR 乙'))).toEqual([]);
  expect(neighbours(parse('甲 -乙'))).toEqual([]);
});

test('whatever is typed gives a query or query-bad', () => {
  const piece = fc.oneof(
    fc.constantFrom('教育', ' ', '-', 'OR', '"', '「', '」', '“', '”', '，', '*', '(', 'a5'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const query = pieces.join('');
      try {
        const { phrases, wanted } = parse(query);
        expect(phrases.every(({ text }) => text !== '' && !text.startsWith(',') && !text.endsWith(','))).toBe(
          true,
        );
        expect(wanted.every((index) => index < phrases.length)).toBe(true);
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'query-bad' });
      }
    }),
    { numRuns: 2000 },
  );
});
