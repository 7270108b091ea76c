import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteMarkdown } from './markdown-text.ts';
import { struckMarkdown } from './strike-block.ts';

const ID = 'n0000000000000001';

test('quote, words and last line are struck through, the block id is not', () => {
  const body = [
    '> 第一段\n>\n> 第二段',
    `^${ID}`,
    '要点：**重**\n\n- 其一\n- 其二',
    '#标签 · [zhupi](zhupi://report/r)',
  ];
  expect(struckMarkdown(body.join('\n\n'), ID)).toBe(
    [
      '> ~~第一段~~\n>\n> ~~第二段~~',
      `^${ID}`,
      '~~要点：**重**~~\n\n- ~~其一~~\n- ~~其二~~',
      '~~\\#标签 · [zhupi](zhupi://report/r)~~',
    ].join('\n\n'),
  );
});

test('twice is once, whatever stands in the block', () => {
  const piece = fc.constantFrom(
    '~~',
    '**',
    '“',
    '。',
    ' ',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '`',
    '字',
    'a',
    '|',
    '<b>',
    '~',
    '[x](y)',
    '#',
  );
  const words = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, words, (quote, note) => {
      const body = `${quoteMarkdown([quote])}\n\n^${ID}\n\n${note}`;
      const struck = struckMarkdown(body, ID);
      expect(struckMarkdown(struck, ID)).toBe(struck);
      expect(struck).toContain(`^${ID}`);
    }),
    { numRuns: 300 },
  );
});
