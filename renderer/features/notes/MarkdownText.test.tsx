import { render, screen, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MarkdownText } from './MarkdownText.tsx';
import { renderMarkdown } from './render-markdown.tsx';

test('words without marks stand as they were typed', () => {
  const { container } = render(<MarkdownText text={'第一行\n第二行'} />);
  expect(container.querySelector('p')?.textContent).toBe('第一行\n第二行');
});

test('paragraphs, emphasis, lists, quotes and code are drawn', async () => {
  const text = '**要点**：*注意*\n\n- 甲\n- 乙\n\n3. 丙\n\n> 引文\n\n`x = 1`';
  const { container } = render(<MarkdownText text={text} />);
  await waitFor(() => expect(container.querySelector('strong')?.textContent).toBe('要点'));
  expect(container.querySelector('em')?.textContent).toBe('注意');
  expect([...container.querySelectorAll('ul > li')].map((item) => item.textContent)).toEqual(['甲', '乙']);
  expect(container.querySelector('ol')?.start).toBe(3);
  expect(container.querySelector('blockquote')?.textContent).toBe('引文');
  expect(container.querySelector('code')?.textContent).toBe('x = 1');
});

test('a link is its words and its address a hint; HTML and pictures stay what was written', () => {
  const text = '[报告](https://example.org/a) <b onclick="x()">粗</b> ![图](https://example.org/b.png)';
  const { container } = render(<div>{renderMarkdown(text)}</div>);
  expect(screen.getByTitle('https://example.org/a').textContent).toBe('报告');
  expect(container.querySelectorAll('a, b, img')).toHaveLength(0);
  expect(container.textContent).toBe('报告 <b onclick="x()">粗</b> ![图](https://example.org/b.png)');
});

test('no note makes it throw or puts in an element that is not of the list', () => {
  const allowed = new Set([
    'P',
    'STRONG',
    'EM',
    'CODE',
    'PRE',
    'BLOCKQUOTE',
    'OL',
    'UL',
    'LI',
    'SPAN',
    'BR',
    'HR',
  ]);
  const marks = fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '> ',
    '- ',
    '1. ',
    '# ',
    '[',
    '](x)',
    '<img src=x>',
    '\n',
    '  ',
    '甲',
    '```\n',
  );
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 40 }), (parts) => {
      const { container, unmount } = render(<div>{renderMarkdown(parts.join(''))}</div>);
      const names = [...(container.firstElementChild?.querySelectorAll('*') ?? [])].map(
        ({ tagName }) => tagName,
      );
      unmount();
      return names.every((name) => allowed.has(name));
    }),
    { numRuns: 100 },
  );
});
