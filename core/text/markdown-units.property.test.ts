import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { atLeast } from '#test/random-maps.ts';
import type { MarkedBlock } from './markdown-pieces.ts';
import { parseInUnits } from './markdown-units.ts';
import { readableBlocks } from './markdown-walk.ts';

const placed = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** What the parser makes of the whole text: the truth. */
function parse(text: string): readonly MarkedBlock[] {
  return readableBlocks(text, fromMarkdown(text, { extensions: [gfm()], mdastExtensions: placed }));
}

const STARTS = [
  '',
  '',
  '',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '10. ',
  '> ',
  '# ',
  '### ',
  '  ',
  '    ',
  '- - ',
  '> > ',
  '| ',
  '\t',
];
const WORDS = [
  '教育',
  '强国',
  'word',
  'a',
  '12',
  '，',
  '。',
  '（一）',
  '“',
  '”',
  ' ',
  '\u3000',
  '.',
  ':',
  '-',
  '/',
  '"',
  '=',
];
const MARKS = [
  '**甲**',
  '**（甲）**',
  '*乙。*',
  '*乙*',
  '`丙`',
  '[丁](http://a.b/c-d)',
  '**',
  '*',
  '`',
  '[',
  ']',
  '(',
  ')',
  '](a)',
  '![图](a.png)',
  '~~',
  '_',
  '\\',
  '&amp;',
  '<b>',
  '<br>',
  '|',
  'http://e.com',
  'www.a.b',
  '@',
  '!',
  '^',
  '#',
];
const LINES = [
  '---',
  '===',
  '|---|---|',
  '- | -',
  '```',
  '<div>',
  '<!--',
  '-->',
  '</div>',
  '***',
  '[丁]: /a',
  '[^1]: 注',
  '教育[^1]',
  '[丁]',
  '-',
  '1.',
  '',
  ' ',
  '\t',
  '- [x] 甲',
  '[1]：甲',
];
const BREAKS = ['\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n \n'];

const words = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
  ),
  { minLength: 1, maxLength: 7 },
);
const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(fc.constantFrom(...STARTS), words).map(([start, parts]) => start + parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...LINES) },
);
const markdown = fc
  .array(fc.tuple(line, fc.constantFrom(...BREAKS)), { maxLength: 10 })
  .map((lines) => lines.flat().join(''));
/** Lines that hold none but whole marks: most of them are read without the parser. */
const cleanWords = fc.array(fc.constantFrom(...WORDS, ...MARKS.slice(0, 6)), { minLength: 1, maxLength: 7 });
const clean = fc
  .array(
    fc
      .tuple(fc.constantFrom(...STARTS.slice(0, 12)), cleanWords, fc.constantFrom(...BREAKS))
      .map(([start, parts, end]) => start + parts.join('') + end),
    { maxLength: 8 },
  )
  .map((lines) => lines.join(''));

describe('a Markdown text that is read in units', { timeout: 60_000 }, () => {
  it.each([
    ['of any kind', markdown],
    ['of sound marks', clean],
  ])('is read as the parser reads it whole: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseInUnits(text, parse)).toEqual(parse(text));
      }),
      // Behind indented code the parser takes an empty item for a paragraph, in a quotation, too.
      { ...atLeast(400), examples: [['    教育\n\n> -\n']] },
    );
  });

  it('does not need the parser where lines are simple', () => {
    const given: string[] = [];
    const text = [
      '# 一、总则',
      '　　教育**强国**建设，`plan` 与[规划](http://a.b/c)。',
      '第二行 word',
      'word *and* more',
      '- **甲**：乙',
      '- 丙',
      '',
      '1. 丁',
      '2. 戊',
      '',
      '> 己',
      '> 庚',
    ].join('\n');
    const blocks = parseInUnits(text, (part) => {
      given.push(part);
      return parse(part);
    });
    expect(given).toEqual([]);
    expect(blocks).toEqual(parse(text));
  });

  it('gives the parser the other parts only, each with nothing before it', () => {
    const given: string[] = [];
    const text = '甲\n\n| a | b |\n|---|---|\n| c | d |\n\n乙\n\n- 丙\n  - 丁\n\n戊';
    const blocks = parseInUnits(text, (part) => {
      given.push(part);
      return parse(part);
    });
    expect(given).toEqual(['| a | b |\n|---|---|\n| c | d |\n\n#\n\n- 丙\n  - 丁\n\n#\n\n']);
    expect(blocks).toEqual(parse(text));
  });
});
