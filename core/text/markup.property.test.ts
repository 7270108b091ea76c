import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { atLeast } from '#test/random-maps.ts';
import { applyEdits } from './apply-edits.ts';
import type { Edit } from './edit.ts';
import { layoutEdits } from './layout.ts';
import { mapEditsBack } from './map-edits-back.ts';
import { markupEdits } from './markup.ts';
import { mergeEdits } from './merge-edits.ts';
import { buildReading } from './reading.ts';

/** Pieces of which Markdown is made, so that random texts hold real marks, nested and broken. */
const marks = [
  ...['教育', '强国', 'word', '。', ' ', '  ', '\n', '\n\n', '\r\n', '\t', '\u{20000}', '\0', '\ufeff'],
  ...[
    '# ',
    '## ',
    '**',
    '*',
    '_',
    '~~',
    '`',
    '```\n',
    '> ',
    '- ',
    '1. ',
    '- [x] ',
    '[',
    '](http://a.b)',
    '![',
    ']',
  ],
  ...[
    '| ',
    ' | ',
    '|\n|---|---|\n',
    '\\',
    '\\*',
    '&amp;',
    '&lt;',
    '&',
    '<b>',
    '</b>',
    '<br>',
    '<!--',
    '-->',
    '***\n',
  ],
  ...['---\n', '===\n', '[^1]', '[^1]: ', '    ', 'http://e.com/', '<div>\n', '</div>\n', '<', '>', '+', '|'],
];
const markdown = fc.array(fc.constantFrom(...marks), { maxLength: 30 }).map((parts) => parts.join(''));
const plainMarks = marks.filter((mark) => !/[<>&|\0\ufeff]|\^|^(?:- |1\. |\+|- \[x\] )$/u.test(mark));
const plainMarkdown = fc
  .array(fc.constantFrom(...plainMarks), { maxLength: 30 })
  .map((parts) => parts.join(''));

function editsOf(source: string): readonly Edit[] {
  const marked = markupEdits(source);
  const left = applyEdits(source, marked);
  return mergeEdits([marked, mapEditsBack(layoutEdits(left.text), source, left)]);
}

/** Every word that the parsed tree holds. */
function wordsOf(node: Nodes): string {
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

// The parser takes a millisecond a text, more on a busy machine.
describe('the marks of Markdown', { timeout: 60_000 }, () => {
  it('are hidden by one ordered list of edits, whatever the text, and lines come out as blocks', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { text, blocks } = buildReading(source, 'md', editsOf(source));
        // Only the tabs of empty first cells begin a line.
        expect(text).not.toMatch(/\n\n|^[ \t]*\n|\n | \n|\t\n|\r/u);
        for (const { kind, start } of blocks) if (text[start] === '\t') expect(kind).toBe('table-row');
        expect(blocks.map((block) => text.slice(block.start, block.end)).join('\n')).toBe(text);
      }),
      atLeast(1000),
    );
  });

  it('go, and every word that the parser sees stays', () => {
    fc.assert(
      fc.property(plainMarkdown, (source) => {
        const root = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
        fc.pre(!source.startsWith('---'));
        const { text } = applyEdits(source, editsOf(source));
        expect(text.replace(/[\s•]+/gu, '')).toBe(wordsOf(root).replace(/\s+/gu, ''));
      }),
      atLeast(1000),
    );
  });
});
