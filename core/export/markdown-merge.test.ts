import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { EMPTY_METADATA } from '../report/report.ts';
import type { ExportedNote, ExportedReport } from './exported-report.ts';
import { bodyStart } from './front-matter.ts';
import { collectedReport, newMarkdownFile, pastedMarkdown } from './markdown-file.ts';
import { mergeMarkdownFile } from './markdown-merge.ts';
import { cutMarkdown } from './markdown-pieces.ts';
import type { DeletedNotes, MarkdownStyle } from './markdown-style.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const id = (n: number): string => `n${String(n).padStart(16, '0')}`;

function note(n: number, change: Partial<ExportedNote> = {}): ExportedNote {
  return {
    id: id(n),
    quote: [`第${n}处`],
    shown: [],
    note: '',
    tags: [],
    label: `一 ¶${n}`,
    section: `第${Math.floor(n / 3)}节`,
    link: `zhupi://report/r2?note=${id(n)}`,
    ...change,
  };
}

function report(notes: readonly ExportedNote[]): ExportedReport {
  return { reportId: 'r2', metadata: { ...EMPTY_METADATA, title: '报告' }, notes };
}

const merge = (
  text: string,
  notes: readonly ExportedNote[],
  alive: readonly string[] = [],
  how: { readonly deleted?: DeletedNotes; readonly style?: MarkdownStyle | undefined } = {},
): string =>
  mergeMarkdownFile(text, report(notes), { sha256Hex, isAlive: (known) => alive.includes(known), ...how })
    .text;

/** Ways to write that are not the format's own: with and without front matter, headings, words below the notes. */
const styles: readonly MarkdownStyle[] = [
  {
    bodyOf: ({ quote, note: words, id: name }) =>
      `“${quote.join('')}”[^${name}] ${words}\n\n[^${name}]: 出处`,
    newFile: (_report, blocks) => `# 摘录\n\n${blocks}\n\n## 我的想法\n\n（待写）\n`,
    hasFrontMatter: false,
    hasSections: false,
  },
  {
    bodyOf: ({ quote, id: name }) => `- ${quote.join('')} ^${name}`,
    newFile: ({ metadata }, blocks) => `---\naliases:\n  - ${metadata.title}\n---\n\n${blocks}\n`,
    hasFrontMatter: true,
    hasSections: true,
  },
];

test('a file that nobody touched is the same as a new one after notes were added, changed and deleted', () => {
  const before = [note(1), note(2), note(4), note(7)];
  const after = [note(1), note(2, { note: '改过' }), note(3), note(5), note(7), note(8)];
  const written = newMarkdownFile(report(before), sha256Hex);
  const merged = merge(written, after);
  const blocks = cutMarkdown(merged, sha256Hex).flatMap((piece) => (piece.kind === 'block' ? [piece] : []));
  expect(blocks.map((piece) => piece.id)).toEqual(after.map((each) => each.id));
  expect(blocks.every((piece) => piece.state === 'ours')).toBe(true);
  expect(merged).toContain('改过');
});

test('a block that the user changed stays and ours follows once', () => {
  const written = newMarkdownFile(report([note(1)]), sha256Hex);
  const edited = written.replace('> 第1处', '> 第1处\n\n我的话');
  const merged = merge(edited, [note(1, { note: '新' })]);
  expect(merged).toContain('我的话');
  expect(merged).toContain(`<!-- zhupi ${id(1)} conflict -->`);
  expect(merged.match(/conflict -->/gu)).toHaveLength(1);
  expect(merge(merged, [note(1, { note: '新' })])).toBe(merged);
  const later = merge(merged, [note(1, { note: '更新' })]);
  expect(later.match(/conflict -->/gu)).toHaveLength(1);
  expect(later).toContain('更新');
  expect(later).toContain('我的话');
});

test('a block of a living note of another report stays where the user moved it', () => {
  const other = newMarkdownFile(report([note(9)]), sha256Hex);
  expect(merge(other, [], [id(9)])).toContain(id(9));
  expect(merge(other, [], [])).not.toContain(`<!-- zhupi ${id(9)}`);
});

test('front matter keys of the user, CRLF and the byte order mark stay', () => {
  const written = newMarkdownFile(report([note(1)]), sha256Hex)
    .replace('zhupi-id:', 'rating: 5 # mine\naliases: [ 甲,  乙 ]\nzhupi-id:')
    .replaceAll('\n', '\r\n');
  const merged = merge(`\uFEFF${written}`, [note(1), note(2)]);
  expect(merged.startsWith('\uFEFF---\r\n')).toBe(true);
  expect(merged).toContain('rating: 5 # mine\r\naliases: [ 甲,  乙 ]\r\n');
  expect(merged).not.toMatch(/[^\r]\n/u);
});

test('export, edits by the user, changes of notes, export again: nothing of the user is lost, twice changes nothing', () => {
  const notes = fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 8 })
    .map((ns) => ns.toSorted((a, b) => a - b));
  const line = fc.constantFrom(
    '我的话',
    '## 我的标题',
    '- 列表',
    '```',
    '<!-- 注 -->',
    '> 引',
    '^abc',
    '---',
    '#标签',
  );
  const edits = fc.array(fc.record({ at: fc.nat(), line, nth: fc.nat() }), { maxLength: 6 });
  const how = fc.record({
    windows: fc.boolean(),
    deleted: fc.constantFrom('remove', 'strike'),
    style: fc.constantFrom(undefined, ...styles),
    // The user may take another template for a file that was written with the first one.
    later: fc.constantFrom(undefined, ...styles),
  });
  fc.assert(
    fc.property(notes, notes, edits, how, (first, second, changes, { windows, deleted, style, later }) => {
      const lines = newMarkdownFile(report(first.map((n) => note(n))), sha256Hex, style).split('\n');
      const mark = lines.indexOf('---', 1) + 1;
      changes.forEach((change, index) => {
        lines.splice(mark + (change.at % (lines.length - mark + 1)), 0, `${change.line} u${index}u`);
      });
      const edited = lines.join(windows ? '\r\n' : '\n');
      const after = second.map((n) => note(n, { note: n % 2 === 0 ? '改' : '' }));
      const merged = merge(edited, after, [], { deleted, style: later });
      changes.forEach((change, index) => {
        expect(merged.split(/\r?\n/u)).toContain(`${change.line} u${index}u`);
      });
      expect(merge(merged, after, [], { deleted, style: later })).toBe(merged);
      for (const each of after) expect(merged).toContain(`<!-- /zhupi ${each.id} -->`);
      const gone = first.filter((n) => !second.includes(n)).map(id);
      for (const each of deleted === 'strike' ? gone : []) {
        expect(merged).toContain(`<!-- /zhupi ${each} -->`);
      }
    }),
    { numRuns: 300 },
  );
});

test('blocks never go into front matter, code, HTML or comments of the user, whatever stands there like a heading', () => {
  const notes = fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 })
    .map((ns) => ns.toSorted((a, b) => a - b));
  const heading = fc.integer({ min: 0, max: 4 }).map((n) => `## 第${n}节`);
  const shape = fc.constantFrom<(line: string) => string>(
    (line) => `\`\`\`markdown\n${line}\n\n字\n\`\`\``,
    (line) => `~~~~\n\n${line}\n~~~\n${line}\n~~~~`,
    (line) => `<!--\n${line}\n\n字\n-->`,
    (line) => `<pre>\n${line}\n\n字\n</pre>`,
    (line) => `\n<div>\n${line}\n</div>\n`,
    (line) => `\n    字\n\n    ${line}\n`,
    (line) => `\n> \`\`\`\n> ${line}\n> \`\`\`\n`,
    (line) => `\n- \`\`\`\n  ${line}\n  \`\`\`\n`,
  );
  const own = fc.record({ at: fc.nat(), text: fc.tuple(shape, heading).map(([write, line]) => write(line)) });
  // What is left open to the end of the file: nothing may go behind it.
  const rest = fc.constantFrom('', '', '```\n## 第1节\n字', '<!--\n## 第1节', '<script>\n\n## 第2节\n');
  fc.assert(
    fc.property(
      ...[notes, notes, fc.array(own, { maxLength: 4 }), heading, rest, fc.boolean()],
      (first, second, owns, comment, open, windows) => {
        const lines = newMarkdownFile(report(first.map((n) => note(n))), sha256Hex).split('\n');
        lines.splice(1, 0, comment);
        const body = lines.indexOf('---', 1) + 1;
        for (const { at, text } of owns) lines.splice(body + (at % (lines.length - body + 1)), 0, text);
        if (open !== '') lines.push(open);
        const asWritten = (text: string): string => (windows ? text.replaceAll('\n', '\r\n') : text);
        const after = second.map((n) => note(n));
        const merged = merge(asWritten(lines.join('\n')), after);
        expect(merged.startsWith(asWritten(`---\n${comment}\n`))).toBe(true);
        for (const { text } of owns) expect(merged).toContain(asWritten(text));
        expect(merged.endsWith(asWritten(open))).toBe(true);
        const seen = fromMarkdown(merged.slice(bodyStart(merged))).children.flatMap((node) =>
          node.type === 'html' ? node.value.split(/\r?\n/u) : [],
        );
        for (const { id: added } of after) {
          if (!first.map(id).includes(added)) expect(seen).toContain(`<!-- /zhupi ${added} -->`);
        }
        expect(merge(merged, after)).toBe(merged);
      },
    ),
    { numRuns: 100 },
  );
});

test('a block that goes leaves the blank line that parts what the user wrote before and behind it', () => {
  const written = newMarkdownFile(report([note(1)]), sha256Hex)
    .replace('<!-- zhupi', '<div>\n</div>\n\n<!-- zhupi')
    .replace(/(?<=<!-- \/zhupi .*)\n$/u, '\n字\n');
  expect(merge(written, [])).toContain('</div>\n\n字\n');
});

test('a deleted note is struck through when the user wants it, comes back with its undo, and goes when she does not', () => {
  const written = newMarkdownFile(report([note(1), note(2)]), sha256Hex);
  const struck = merge(written, [note(2)], [], { deleted: 'strike' });
  expect(struck).toContain('> ~~第1处~~\n');
  expect(struck).toContain('> 第2处\n');
  expect(merge(struck, [note(1), note(2)], [], { deleted: 'strike' })).toBe(written);
  expect(merge(struck, [note(2)])).not.toContain('第1处');
});

test('a file of several reports is merged as one of a single report is', () => {
  const two = { ...report([note(9)]), metadata: { ...EMPTY_METADATA, title: '另一份' } };
  const written = newMarkdownFile(collectedReport('全部', [report([note(1)]), two]), sha256Hex);
  expect(written).toContain('zhupi-id: collection\n');
  expect(written).toContain('## 报告 › 第0节\n');
  expect(written).toContain('## 另一份 › 第3节\n');
  expect(written).not.toContain('issuer');
  const edited = written.replace('# 全部', '# 全部\n\n我的话');
  const after = collectedReport('全部', [report([note(1), note(2)]), two]);
  const merged = mergeMarkdownFile(edited, after, { sha256Hex, isAlive: () => false }).text;
  expect(merged).toContain('我的话');
  expect(merged.indexOf(id(2))).toBeLessThan(merged.indexOf('另一份'));
});

test('what is pasted has no frames, no front matter and no block ids', () => {
  expect(pastedMarkdown(report([note(1)]))).toBe(
    `# 报告\n\n## 第0节\n\n> 第1处\n\n一 ¶1 · [zhupi](zhupi://report/r2?note=${id(1)})`,
  );
  expect(pastedMarkdown(report([note(1)]), styles[1])).toBe('# 报告\n\n## 第0节\n\n- 第1处');
});

test('blocks go into a file that is not ours without touching anything in it', () => {
  const theirs = '---\ntitle: 我的\nzhupi-id: rother\n---\n\n我的话\n';
  const merged = merge(theirs, [note(1)]);
  expect(merged.startsWith(theirs)).toBe(true);
  expect(merged).toContain(id(1));
});
