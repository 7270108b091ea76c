import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLegacy } from '#test/legacy-decoder.ts';
import { applyEdits } from '../apply-edits.ts';
import { buildReading } from '../reading.ts';
import type { Edit } from '../edit.ts';
import { extractMetadata } from '../metadata/extract-metadata.ts';
import { labelAt, sectionAt } from '../outline/labels.ts';
import { outlineOf } from '../outline/outline.ts';
import { planEdits } from './pipeline.ts';
import { REPAIR_RULES } from './registry.ts';
import type { UndecodableBytes } from './rule.ts';

/** Pieces of damaged pages in any order, and any other characters between them. */
const PIECES = [
  '學(xué)',
  '業(yè)(yè)',
  '會(huì)',
  '的(de)(de)',
  '(xué',
  '?；鶎狱h',
  '?fàn)',
  '\\"',
  '“',
  '”',
  ',',
  ':',
  '?',
  '!',
  '(',
  ')',
  '（',
  '）',
  '当前位置: 首页',
  '> 新闻 > 要闻',
  '来源：',
  '时间：2020-01-01 10:00',
  '打印',
  '】',
  '|',
  '责编：张三',
  '(責編張三)',
  '一、',
  '（二）',
  '1.',
  '第一条 ',
  '第一，',
  '一是',
  '二是',
  '①',
  '。',
  '\n',
  '\r\n',
  '\u3000',
  ' ',
  '\ufeff',
  '\u0000',
  '𠮷',
  '\ud842',
  '# ',
  '---\n',
  '```',
  '`',
  '<!--',
  '-->',
  '](',
  '好',
  '教育',
  '2023年7月18日',
  '〔2023〕5号',
  'a',
  '1,234',
  'http://a.b/c,d',
  '&#20013;',
  '<p>',
  '\\u4e2d',
  'ä¸\u00adæ–‡',
  'ÖÐÎÄ',
  '涓枃',
  '锟斤拷',
  '\u200b',
  '，，',
  '\ufffd',
  '?！按蟀囝~',
  '?fàn)顩r',
  '?(xiao)',
  '绗�鍗佸洓',
  '锛?',
  '涓€',
  '上一篇：',
  '索 引 号：',
  '【字体：大 中 小】',
  '京ICP备1号',
  '⼯',
];
const text = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));
const isTraditionalForm = (char: string): boolean => '學業會責編'.includes(char);

/** `npm run fuzz` sets its own number, which a number here would hide. */
const runs = (usual: number): number => Math.max(usual, fc.readConfigureGlobal().numRuns ?? 0);

/** The source again from what the edits make of it: each `after` at its place turned back into its `before`. */
function undo(edited: string, edits: readonly Edit[]): string {
  let source = '';
  let from = 0;
  let shift = 0;
  for (const { start, end, before, after, applied } of edits) {
    if (!applied) continue;
    expect(edited.slice(start + shift, start + shift + after.length)).toBe(after);
    source += edited.slice(from, start + shift) + before;
    from = start + shift + after.length;
    shift += after.length - (end - start);
  }
  return source + edited.slice(from);
}

function requireSound(source: string, edits: readonly Edit[]): void {
  let last = 0;
  for (const { start, end, before, confidence } of edits) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(source.slice(start, end)).toBe(before);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    last = end;
  }
  expect(undo(applyEdits(source, edits).text, edits)).toBe(source);
}

/** Each U+FFFD of a text as a byte of GBK that did not decode. */
function undecodableIn(source: string): readonly UndecodableBytes[] {
  const found: UndecodableBytes[] = [];
  let offset = 0;
  for (const char of source) {
    if (char === '\uFFFD') found.push({ offset, bytes: Uint8Array.of(0xbd) });
    offset += char === '\uFFFD' ? 1 : Buffer.byteLength(char);
  }
  return found;
}

describe('on any text', () => {
  test.each(REPAIR_RULES.map((rule) => [rule.id, rule] as const))(
    '%s finds ordered, true edits',
    (_, rule) => {
      fc.assert(
        fc.property(text, fc.constantFrom('txt' as const, 'md' as const), (source, format) => {
          const undecodable = undecodableIn(source);
          const context = { format, isTraditionalForm, decodeBytes: decodeLegacy, undecodable };
          requireSound(source, rule.find(source, context));
        }),
        { numRuns: runs(300) },
      );
    },
  );

  test('the plan is one sound list, and makes a reading with metadata, outline and labels', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('txt' as const, 'md' as const), fc.nat(), (source, format, at) => {
        const { edits } = planEdits(source, format, { isTraditionalForm, decodeBytes: decodeLegacy });
        requireSound(source, edits);
        const reading = buildReading(source, format, edits);
        expect(reading.text).toBe(applyEdits(source, edits).text);
        extractMetadata(source, reading, format);
        const outline = outlineOf(reading);
        for (const { start, end, level } of outline) {
          expect(level).toBeGreaterThan(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(reading.text.length);
        }
        const offset = at % (reading.text.length + 1);
        expect(labelAt(outline, reading.blocks, offset) !== '').toBe(reading.blocks.length > 0);
        const section = sectionAt(outline, offset);
        if (section !== undefined) expect(section.start).toBeLessThanOrEqual(offset);
      }),
      { numRuns: runs(400) },
    );
  });

  test('any decision and any correction of the user leaves a sound list', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(),
        fc.string({ maxLength: 3 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        (source, a, b, after, switches) => {
          const found = planEdits(source, 'txt', { isTraditionalForm, decodeBytes: decodeLegacy }).edits;
          const decisions = found
            .slice(0, switches.length)
            .map(({ start, end, rule }, index) => ({ start, end, rule, applied: switches[index] ?? true }));
          const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const before = source.slice(start, end);
          const user: Edit = { start, end, before, after, rule: 'user', confidence: 1, applied: true };
          const { edits } = planEdits(source, 'txt', {
            isTraditionalForm,
            decisions,
            userEdits: before === after ? [] : [user],
          });
          requireSound(source, edits);
          applyEdits(source, edits);
        },
      ),
      { numRuns: runs(400) },
    );
  });
});
