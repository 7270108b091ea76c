import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { atLeast } from '#test/random-maps.ts';
import type { MarkedBlock } from './markdown-pieces.ts';
import { parseWithoutRuns } from './markdown-runs.ts';
import { readableBlocks } from './markdown-walk.ts';

const placed = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

function parse(text: string): readonly MarkedBlock[] {
  return readableBlocks(text, fromMarkdown(text, { extensions: [gfm()], mdastExtensions: placed }));
}

const LINES = [
  '　　各级政府要加强领导，落实责任主体，2024年完成目标任务的95.5%以上',
  'plain words of a report',
  '2023年',
  '（一）甲',
];
const MARKS = [
  ...[
    '**',
    '*',
    '_',
    '~~',
    '`',
    '```\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '[',
    '](http://a.b "',
    '")',
    '![',
    ']',
    ']: /a "',
  ],
  ...[
    '| a | b |\n|---|---|\n',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<div>\n',
    '\n===',
    '\n---',
    '\\',
    '  ',
    ' ',
    '[^1]: ',
    '    ',
  ],
  ...[
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '教育',
    'word',
    'http://e.com/',
    'www.a.b',
    'a@b.c',
    '&amp;',
    '\0',
    '|',
    '\u{20000}',
  ],
];
/** So many lines of plain text, one after the other. */
const run = fc
  .tuple(
    fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([lines, end]) =>
    Array.from(
      { length: 160 },
      (_line, at) => `${lines[at % lines.length] ?? ''}${at % 7 === 0 ? '乙' : ''}`,
    ).join(end),
  );
const markdown = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...MARKS) }, { weight: 1, arbitrary: run }), {
    maxLength: 16,
  })
  .map((parts) => parts.join(''));

test('a text is parsed as without leaving anything out', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(markdown, (text) => {
      expect(parseWithoutRuns(text, parse)).toEqual(parse(text));
    }),
    atLeast(40),
  );
});

test('the parser is given the ends of a long paragraph only', () => {
  const given: number[] = [];
  const paragraph = `> 甲*乙\n${`${LINES[0] ?? ''}\n`.repeat(20_000)}丙*丁`;
  const [block] = parseWithoutRuns(paragraph, (text) => {
    given.push(text.length);
    return parse(text);
  });
  expect(given).toEqual([expect.any(Number)]);
  expect(given[0]).toBeLessThan(4_000);
  expect(block?.pieces).toHaveLength(20_004);
  expect(block?.pieces.at(-1)).toMatchObject({ end: paragraph.length });
});
