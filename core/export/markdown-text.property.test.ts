import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { headingMarkdown, quoteMarkdown } from './markdown-text.ts';

/** Text full of what Markdown could take for marks. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '_',
        '#',
        '<',
        '|',
        '`',
        '1.',
        '- ',
        '> ',
        '~~',
        '==',
        '%%',
        '$',
        '^n1',
        '#tag',
        '[[',
        '](x)',
        '&amp;',
        '\\',
        'http://a.cn',
        '<!-- x -->',
        '<b>',
        '+ ',
        '---',
        '教育',
        '“',
        '。',
        ' ',
        'a@b.cn',
        '![',
        '[^1]',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join('').replace(/[\r\n\0]/gu, ''))
  .filter((text) => text.trim() !== '' && !/\p{Cs}/u.test(text));

function read(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function plain(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plain).join('') : `[${node.type}]`;
}

test('a quote reads back as itself through CommonMark with GFM', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (paragraphs) => {
      const root = read(quoteMarkdown(paragraphs));
      const quote = 'children' in root ? root.children : [];
      expect(quote.map((node) => node.type)).toEqual(['blockquote']);
      const children = quote[0] !== undefined && 'children' in quote[0] ? quote[0].children : [];
      expect(children.map((node) => node.type)).toEqual(paragraphs.map(() => 'paragraph'));
      expect(children.map(plain)).toEqual(paragraphs);
    }),
    { numRuns: 2_000 },
  );
});

test('a heading reads back as one heading of its level', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const root = read(headingMarkdown(text, 2));
      const children = 'children' in root ? root.children : [];
      expect(children).toMatchObject([{ type: 'heading', depth: 2 }]);
      expect(plain(root)).toBe(text.replace(/\s+/gu, ' ').trim());
    }),
    { numRuns: 1_000 },
  );
});

test('what Obsidian reads beyond Markdown is escaped', () => {
  const written = quoteMarkdown(['==重点== %%隐%% $x$ ^abc #标签']);
  expect(written).not.toMatch(/(?<!\\)(?:==|%%|\$|\^|#)/u);
});
