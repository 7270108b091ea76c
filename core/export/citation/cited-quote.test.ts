import { expect, test } from 'vitest';
import { citedQuote } from './cited-quote.ts';

const given = {
  quote: ['统筹*安排*', '落实'],
  citation: '教育部. 报告[R].',
  label: '三（二）¶4',
  link: 'zhupi://report/r1',
};

test('as plain text the quote stands as it is, its source below', () => {
  expect(citedQuote(given, 'plain')).toBe('统筹*安排*\n落实\n——教育部. 报告[R].（三（二）¶4）');
  expect(citedQuote({ ...given, label: '' }, 'plain')).toBe('统筹*安排*\n落实\n——教育部. 报告[R].');
});

test('as Markdown it is a block quote with a link back', () => {
  expect(citedQuote(given, 'markdown')).toBe(
    '> 统筹\\*安排\\*\n>\n> 落实\n\n——教育部. 报告\\[R]. [三（二）¶4](zhupi://report/r1)',
  );
  expect(citedQuote({ ...given, label: '' }, 'markdown')).toContain('[zhupi](zhupi://report/r1)');
});
