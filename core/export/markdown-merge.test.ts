import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_METADATA } from '../report/report.ts';
import type { ExportedNote, ExportedReport } from './exported-report.ts';
import { newMarkdownFile } from './markdown-file.ts';
import { mergeMarkdownFile } from './markdown-merge.ts';
import { cutMarkdown } from './markdown-pieces.ts';

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

const merge = (text: string, notes: readonly ExportedNote[], alive: readonly string[] = []): string =>
  mergeMarkdownFile(text, report(notes), { sha256Hex, isAlive: (known) => alive.includes(known) }).text;

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
  fc.assert(
    fc.property(notes, notes, edits, fc.boolean(), (first, second, changes, windows) => {
      const lines = newMarkdownFile(report(first.map((n) => note(n))), sha256Hex).split('\n');
      const mark = lines.indexOf('---', 1) + 1;
      changes.forEach((change, index) => {
        lines.splice(mark + (change.at % (lines.length - mark + 1)), 0, `${change.line} u${index}u`);
      });
      const edited = lines.join(windows ? '\r\n' : '\n');
      const after = second.map((n) => note(n, { note: n % 2 === 0 ? '改' : '' }));
      const merged = merge(edited, after);
      changes.forEach((change, index) => {
        expect(merged.split(/\r?\n/u)).toContain(`${change.line} u${index}u`);
      });
      expect(merge(merged, after)).toBe(merged);
      for (const each of after) expect(merged).toContain(`<!-- /zhupi ${each.id} -->`);
    }),
    { numRuns: 300 },
  );
});
