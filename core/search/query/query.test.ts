import { expect, test } from 'vitest';
import { ZhupiError } from '../../base/app-error.ts';
import { loadFolder } from '../../script/index.ts';
import type { Filter, Query, QueryNode, Term } from './ast.ts';
import { fulfils, neighbours, parseQuery, requireQuery } from './query.ts';

const folder = await loadFolder();
const parse = (query: string): Query => requireQuery(query, folder);

function shownTerm(term: Term): string {
  switch (term.kind) {
    case 'phrase':
      return term.text;
    case 'wildcards':
      return `<${term.source}>`;
    case 'regex':
      return `/${term.source}/`;
    case 'near':
      return `{${shownTerm(term.left)} ${term.distance} ${shownTerm(term.right)}}`;
  }
}

function shownFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'metadata':
      return `${filter.field}:${shownTerm(filter.term)}`;
    case 'tag':
      return `tag:${shownTerm(filter.term)}`;
    case 'date':
      return `date:${filter.from}..${filter.to}`;
    case 'script':
      return `script:${filter.scripts.join('+')}`;
    case 'color':
      return `color:${filter.codes.join('|')}`;
    case 'has':
      return `has:${filter.what}`;
  }
}

const inOneScript = (text: string): string =>
  text.replaceAll(/\p{Script=Han}/gu, (character) => folder.fold(character));

/** The tree in words: AND as spaces, OR as |, NOT as -. */
function shown(query: string): string {
  const { root, terms, filters } = parse(query);
  const show = (node: QueryNode): string => {
    switch (node.kind) {
      case 'term':
        return shownTerm(terms[node.term]!);
      case 'filter':
        return shownFilter(filters[node.filter]!);
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
  ['(甲 乙) OR 丙', '((甲 乙)|丙)'],
  ['（甲 OR 乙） 丙', '((甲|乙) 丙)'],
  ['-(甲 OR 乙) 丙', '(-(甲|乙) 丙)'],
  ['((甲))', '甲'],
  ['(一)甲 f(甲)', '(一甲 f甲)'],
  ['("一)甲" OR 乙) (「（二）丙」)', '((一甲|乙) 二丙)'],
  ['(“一”)甲', '一甲'],
  ['甲） （乙', '(甲 乙)'],
  ['1)甲', '1甲'],
  ['教*国 ga?', '(<教*国> <ga?>)'],
  ['"教*国"', '教*国'],
  ['甲，乙*丙', '(甲 <乙*丙>)'],
  ['/教(育|学)/ -/[0-9]{2}\\/[a/]/', '(/教(育|学)/ -/[0-9]{2}\\/[a/]/)'],
  ['和/或 / 甲', '(和/或 / 甲)'],
  ['甲 NEAR/5 乙 OR 丙', '({甲 5 乙}|丙)'],
  ['甲 NEAR 「乙 丙」 NEAR/0 丁', '{{甲 10 乙丙} 0 丁}'],
  ['NEARly 甲', '(nearly 甲)'],
  ['title:教育 issuer:「教育 部」 place:北京', '(title:教育 issuer:教育部 region:北京)'],
  ['Title：教*', 'title:<教*>'],
  ['-tag:目标 color:紅 colour:Blue has:note', '(-tag:目标 color:red color:blue has:note)'],
  ['date:2020..2023 date:..2020-3 date:2020/01/31..', '(date:2020..2023 date:..2020-03 date:2020-01-31..)'],
  ['date:2020 script:hant script:简', '(date:2020..2020 script:Hant+Hant-TW+Hant-HK script:Hans)'],
  ['in:notes 甲', '(has:note 甲)'],
  ['(甲 in:notes)', '(甲 has:note)'],
  ['foo:甲', '(foo 甲)'],
  ['标题：甲', '(标题 甲)'],
])('%j is read as %j', (query, expected) => {
  expect(inOneScript(shown(query))).toBe(inOneScript(expected));
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
  ['(甲', 'bracket-open', 0],
  ['甲 (乙 (丙)', 'bracket-open', 2],
  ['甲)', 'bracket-close', 1],
  [') 甲', 'bracket-close', 0],
  ['甲 ()', 'bracket-empty', 2],
  ['('.repeat(60), 'too-deep', 50],
  ['(甲 OR)', 'or-side', 3],
  ['甲 OR()', 'bracket-empty', 4],
  ['title: 甲', 'value-missing', 0],
  ['甲 tag:，', 'value-missing', 2],
  ['date:2023..2020', 'date-wrong', 5],
  ['date:2023-13', 'date-wrong', 5],
  ['date:2023-02-30', 'date-wrong', 5],
  ['date:..', 'date-wrong', 5],
  ['script:latin', 'script-wrong', 7],
  ['color:constructor', 'color-wrong', 6],
  ['has:ideas', 'has-wrong', 4],
  ['in:text', 'in-wrong', 3],
  ['甲 -in:notes', 'in-place', 3],
  ['甲 OR in:notes', 'in-place', 5],
  ['甲 * 乙', 'pattern-empty', 2],
  ['甲 NEAR/5', 'near-side', 2],
  ['NEAR 甲', 'near-side', 0],
  ['甲 NEAR -乙', 'near-side', 2],
  ['甲 NEAR title:乙', 'near-side', 2],
  ['甲 NEAR/x 乙', 'near-distance', 7],
  ['甲 NEAR/201 乙', 'near-distance', 7],
  ['甲 /乙', 'regex-open', 2],
  ['/甲/乙', 'regex-open', 0],
  ['/甲(/', 'regex-wrong', 2],
  ['/[甲/', 'regex-open', 0],
  ['/甲)/', 'regex-wrong', 2],
  ['/甲**/', 'regex-wrong', 3],
  ['/甲{3,2}/', 'regex-wrong', 2],
  ['/[b-a]/', 'regex-wrong', 2],
  ['/^甲/', 'regex-unsupported', 1],
  ['/(?=甲)/', 'regex-unsupported', 1],
  ['/(甲)\\1/', 'regex-unsupported', 4],
  ['/甲*?/', 'regex-unsupported', 3],
  ['/\\s/', 'regex-empty', 1],
  ['/(甲{200}){200}/', 'regex-large', 9],
  ['/甲{201}/', 'regex-large', 2],
  ['/甲{0,999}/', 'regex-large', 2],
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

test('terms under a not are not wanted', () => {
  expect(parse('甲 -乙 OR 丙').wanted).toEqual([0, 2]);
});

test('a tree is fulfilled as its operators say', () => {
  const { root, terms } = parse('a b OR c -d');
  const holds = (words: string): boolean =>
    fulfils(
      root,
      (index) => words.includes(shownTerm(terms[index]!)),
      () => false,
    );
  expect(['ab', 'ac', 'abd', 'a', 'bc'].map(holds)).toEqual([true, true, false, false, false]);
});

test('neighbours are the phrases that words side by side make', () => {
  expect(neighbours(parse('甲 乙 丙'))).toEqual(['甲乙', '乙丙']);
  expect(neighbours(parse('甲 OR 乙'))).toEqual([]);
  expect(neighbours(parse('甲 -乙'))).toEqual([]);
});

test('a fault names what stands there, and the error the character', () => {
  expect(parseQuery('甲 title: 乙', folder).fault).toEqual({
    error: 'value-missing',
    position: 2,
    what: 'title:',
  });
  expect(() => requireQuery('\u{20bb7} (甲', folder)).toThrow(
    expect.objectContaining({
      params: { query: '\u{20bb7} (甲', reason: 'bracket-open', position: 3, at: 3, what: '(甲' },
    }),
  );
});
