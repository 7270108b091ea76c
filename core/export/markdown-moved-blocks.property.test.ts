import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_METADATA } from '../report/report.ts';
import type { ExportedNote, ExportedReport } from './exported-report.ts';
import { newMarkdownFile } from './markdown-file.ts';
import { mergeMarkdownFile } from './markdown-merge.ts';
import { cutMarkdown } from './markdown-pieces.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function report(numbers: readonly number[], words: string): ExportedReport {
  const notes = numbers.map((n): ExportedNote => {
    const id = `n${String(n).padStart(16, '0')}`;
    const section = `第${String(Math.floor(n / 3))}节`;
    const link = `zhupi://report/r2?note=${id}`;
    return {
      ...{ id, quote: [`第${String(n)}处`], shown: [], note: words, tags: [], label: `¶${String(n)}` },
      ...{ section, link },
    };
  });
  return { reportId: 'r2', metadata: { ...EMPTY_METADATA, title: '报告' }, notes };
}

const KINDS = [
  'write',
  'type',
  'move lines',
  'copy lines',
  'delete line',
  'indent',
  'quote',
  'damage id',
  'damage hash',
  'drop comment',
  'change quote',
] as const;
const edit = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(),
  to: fc.nat(),
  count: fc.integer({ min: 1, max: 12 }),
  text: fc.constantFrom(
    '我',
    '```',
    '<!--',
    '-->',
    '## 第1节',
    '- 列',
    '> 引',
    '<div>',
    '\t',
    '    码',
    '---',
    '\f',
  ),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** What a user does to a file below its front matter; every word of hers has a mark of its own. */
function edited(file: string, { kind, at, to, count, text }: Edit, mark: string): string {
  const head = file.indexOf('\n---\n') + 5;
  const lines = file.slice(head).split('\n');
  const place = (n: number): number => n % lines.length;
  const comments = lines.flatMap((line, index) => (line.includes('<!-- zhupi n') ? [index] : []));
  const opening = comments[at % Math.max(1, comments.length)] ?? 0;
  const change = (from: number, length: number, write: (line: string) => string): void => {
    for (let index = from; index < Math.min(from + length, lines.length); index += 1) {
      lines[index] = write(lines[index] ?? '');
    }
  };
  switch (kind) {
    case 'write':
      lines.splice(place(at), 0, `${text}${mark}`);
      break;
    case 'type':
      change(
        place(at),
        1,
        (line) => line.slice(0, to % (line.length + 1)) + mark + line.slice(to % (line.length + 1)),
      );
      break;
    case 'move lines': {
      const moved = lines.splice(opening, count);
      lines.splice(to % (lines.length + 1), 0, ...moved);
      break;
    }
    case 'copy lines':
      lines.splice(place(to), 0, ...lines.slice(opening, opening + count));
      break;
    case 'delete line':
      lines.splice(place(at), 1);
      break;
    case 'indent':
      change(opening, count, (line) => `  ${line}`);
      break;
    case 'quote':
      change(opening, count, (line) => `> ${line}`);
      break;
    case 'damage id':
      change(opening, 1, (line) => line.replace('zhupi n0', 'zhupi n'));
      break;
    case 'damage hash':
      change(opening, 1, (line) => line.replace(/[0-9a-f]{12} -->/u, 'abcdefabcdef -->'));
      break;
    case 'drop comment':
      lines.splice(to % 2 === 0 ? opening : lines.findIndex((line) => line.includes('<!-- /zhupi')), 1);
      break;
    case 'change quote':
      change(opening, 3, (line) => line.replace('第', `${mark}第`));
  }
  return file.slice(0, head) + lines.join('\n');
}

test('blocks moved, copied, put into each other or torn: no word of the user is lost, every note is there, twice is once', () => {
  const numbers = fc
    .uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 5 })
    .map((all) => all.toSorted());
  fc.assert(
    fc.property(
      ...[numbers, numbers, fc.array(edit, { maxLength: 8 }), fc.boolean(), fc.boolean()],
      (first, second, edits, windows, strikes) => {
        let file = newMarkdownFile(report(first, ''), sha256Hex);
        edits.forEach((one, index) => (file = edited(file, one, `u${String(index)}u`)));
        if (windows) file = file.replaceAll('\n', '\r\n');
        const wanted = report(second, '改');
        const merge = (text: string): string =>
          mergeMarkdownFile(text, wanted, {
            ...{ sha256Hex, isAlive: () => false, deleted: strikes ? 'strike' : 'remove' },
          }).text;
        const merged = merge(file);
        // In their order, and as often as they stood there.
        const words = (text: string): readonly string[] => text.match(/u\du/gu) ?? [];
        expect(words(merged)).toEqual(words(file));
        expect(merge(merged)).toBe(merged);
        const pieces = cutMarkdown(merged, sha256Hex);
        for (const { id } of wanted.notes) {
          const states = pieces.flatMap((piece) =>
            piece.kind === 'block' && piece.id === id ? [piece.state] : [],
          );
          expect(states).toContain(states.includes('changed') ? 'conflict' : 'ours');
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a block that was put into another one goes, and the other one with it when both notes are gone', () => {
  const file = newMarkdownFile(report([1, 2], ''), sha256Hex);
  const [first, second] = cutMarkdown(file, sha256Hex).filter((piece) => piece.kind === 'block');
  const nested = file
    .replace(first?.text ?? '', '')
    .replace(second?.text ?? '', (second?.text ?? '').replace('\n\n^', `\n${first?.text ?? ''}\n^`));
  const deps = { sha256Hex, isAlive: () => false };
  const merged = mergeMarkdownFile(nested, report([], ''), deps).text;
  expect(mergeMarkdownFile(merged, report([], ''), deps).text).toBe(merged);
  expect(merged).not.toContain('第1处');
});
