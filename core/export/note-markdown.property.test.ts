import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { EMPTY_METADATA } from '../report/report.ts';
import type { ExportedNote } from './exported-report.ts';
import { bodyStart } from './front-matter.ts';
import { newMarkdownFile } from './markdown-file.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Whatever could stay open at a note's end, alone, in quotes and in lists. */
const opening = fc.constantFrom(
  ...['```', '~~~~', '````markdown', '```\n字\n```', '    ```', '<!--', '<!-->', '<!-- 字 -->', '<!--->'],
  ...['<pre>', '<script>', '<style>a', '<textarea x', '<PRE\n', '</pre>', '</script>', '<?php', '?>', '<!A'],
  ...['<![CDATA[ x', ']]>', '-->', '<div>', '<details>', '<b>', '<a href="', '$$', '%%', '字', '`', '', '\t'],
  ...[
    '[a]: <',
    '[^a]: 字',
    '| a |\n| - |',
    '===',
    '---',
    '## 一',
    '\\',
    '&lt;!--',
    '字 <!--',
    '<!-- /zhupi x -->',
  ],
);
const mark = fc.constantFrom('', '', '', '> ', '- ', '  ', '1. ', '> > ', '- > ', '    ', ' ', '> - ');
const words = fc
  .array(fc.tuple(mark, opening, fc.constantFrom('\n', '\n', '\n\n', '\r\n')), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''));

test('whatever a note leaves open, it ends with its block: every quote and every frame of a file reads as such', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), (all) => {
      const notes = all.map((note, index): ExportedNote => {
        const id = `n${String(index).padStart(16, '0')}`;
        return {
          id,
          quote: [`第${index}处`],
          shown: [],
          note,
          tags: [],
          label: '一',
          section: '',
          link: 'zhupi://x',
        };
      });
      const report = { reportId: 'r', metadata: { ...EMPTY_METADATA, title: '报告' }, notes };
      const text = newMarkdownFile(report, sha256Hex);
      const { children } = fromMarkdown(text.slice(bodyStart(text)), {
        extensions: [gfm()],
        mdastExtensions: [gfmFromMarkdown()],
      });
      let from = 0;
      for (const { id } of notes) {
        const start = children.findIndex(
          (node, at) => at >= from && node.type === 'html' && node.value.startsWith(`<!-- zhupi ${id} `),
        );
        const end = children.findIndex(
          (node) => node.type === 'html' && node.value === `<!-- /zhupi ${id} -->`,
        );
        expect(start).toBe(from + (from === 0 ? 1 : 0));
        expect(end).toBeGreaterThan(start + 3);
        expect(children.slice(start + 1, start + 3).map(plain)).toEqual([
          `第${Number(id.slice(1))}处`,
          `^${id}`,
        ]);
        expect(children[start + 1]?.type).toBe('blockquote');
        expect(plain(children[end - 1])).toBe('一 · zhupi');
        from = end + 1;
      }
      expect(from).toBe(children.length);
    }),
    { numRuns: 250 },
  );
});

function plain(node: Nodes | undefined): string {
  if (node === undefined) return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plain).join('') : '';
}
