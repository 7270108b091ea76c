import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';

/** What Obsidian reads beyond CommonMark and GFM: ==mark==, %%comment%%, $math$, ^block-id and #tag. */
const OBSIDIAN: Options = {
  unsafe: [
    { character: '=', after: '=', inConstruct: 'phrasing' },
    { character: '=', before: '=', inConstruct: 'phrasing' },
    { character: '%', after: '%', inConstruct: 'phrasing' },
    { character: '%', before: '%', inConstruct: 'phrasing' },
    { character: '$', inConstruct: 'phrasing' },
    { character: '^', inConstruct: 'phrasing' },
    { character: '#', inConstruct: 'phrasing' },
  ],
};

const OPTIONS: Options = { extensions: [gfmToMarkdown(), OBSIDIAN], bullet: '-', emphasis: '*', rule: '-' };

/**
 * A quotation of plain paragraphs as a Markdown block quote. Whatever the text holds, a CommonMark parser with GFM reads it
 * back as itself; the line ends with no line feed.
 */
export function quoteMarkdown(paragraphs: readonly string[]): string {
  return toMarkdown(
    {
      type: 'blockquote',
      children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
    },
    OPTIONS,
  ).replace(/\n+$/u, '');
}

/** Plain text as a Markdown heading of a level from 1 to 6, on one line. */
export function headingMarkdown(text: string, depth: 1 | 2 | 3 | 4 | 5 | 6): string {
  const value = text.replace(/\s+/gu, ' ').trim();
  return toMarkdown({ type: 'heading', depth, children: [{ type: 'text', value }] }, OPTIONS).replace(
    /\n+$/u,
    '',
  );
}

/** Plain text inside a line of Markdown. */
export function inlineMarkdown(text: string): string {
  const value = text.replace(/\s+/gu, ' ').trim();
  return toMarkdown({ type: 'paragraph', children: [{ type: 'text', value }] }, OPTIONS).replace(/\n+$/u, '');
}

/** A Markdown tree as text, without a line feed at its end. */
export function treeMarkdown(tree: Root): string {
  return toMarkdown(tree, OPTIONS).replace(/\n+$/u, '');
}
