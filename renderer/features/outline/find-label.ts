import { parseNumber } from '#core/text/outline/han-number.ts';
import { labelAt } from '#core/text/outline/labels.ts';
import { blockIndexAt } from '#core/text/blocks.ts';
import { toA } from '#core/text/map-range.ts';
import type { OutlineEntry, ReportOutline } from '#renderer/state/report/report-outline.ts';

/** A place that a typed label names. */
export interface LabelledPlace {
  readonly label: string;
  /** Source offset. */
  readonly start: number;
}

/** One number of a label: 三, （二）, 2, 第四章, 一是. `unit` is 章, 节, 是 …, empty where only a number was written. */
interface Part {
  readonly number: number;
  readonly unit: string;
}

const HAN = '[〇零○一二三四五六七八九十百千]+';
const PART = new RegExp(
  String.raw`第?(${HAN}|\d{1,4})(?:-\d+)?(章|节|節|条|條|编|編|篇|部分|是)?(?:之[一二三四五六七八九十])?`,
  'gu',
);
const PLAIN_UNITS: Readonly<Record<string, string>> = { 節: '节', 條: '条', 編: '编' };
const BETWEEN = /^[\s()、.,，。·-]*$/u;

/**
 * The place that was typed as a label: 三（二）2, 3.2.2, 第四章, 三（二）2 ¶4. A label is looked for from the top first,
 * then as the end of a longer one (第十二条 without its chapter). Null when what was typed is no label, or of no place.
 */
export function findLabel(outline: ReportOutline, typed: string): LabelledPlace | null {
  const [numbers = '', paragraph] = typed.normalize('NFKC').split('¶', 2);
  const wanted = partsOf(numbers);
  if (wanted === null || (wanted.length === 0 && paragraph === undefined)) return null;
  const entry = wanted.length === 0 ? titleOf(outline) : findEntry(outline.entries, wanted);
  if (entry === undefined) return null;
  if (paragraph !== undefined) return paragraphOf(outline, entry, paragraph.trim());
  if (entry === null) return null;
  return { label: labelOf(outline, entry.start), start: entry.sourceStart };
}

/** The heading that the text begins with: paragraphs before the first number are counted behind it. */
function titleOf({ entries, reading }: ReportOutline): OutlineEntry | null {
  const first = entries[0];
  return first !== undefined && first.start === reading.blocks[0]?.start ? first : null;
}

/** Null where something stands between the numbers that no label has. */
function partsOf(text: string): readonly Part[] | null {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(PART)) {
    const [whole, written = '', unit = ''] = match;
    const number = parseNumber(written);
    if (number === undefined || !BETWEEN.test(text.slice(end, match.index))) return null;
    parts.push({ number, unit: PLAIN_UNITS[unit] ?? unit });
    end = match.index + whole.length;
  }
  return BETWEEN.test(text.slice(end)) ? parts : null;
}

function findEntry(entries: readonly OutlineEntry[], wanted: readonly Part[]): OutlineEntry | undefined {
  const open: { readonly level: number; readonly parts: readonly Part[] }[] = [];
  let asEnd: OutlineEntry | undefined;
  for (const entry of entries) {
    while ((open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    const own = entry.label === '' ? [] : (partsOf(entry.label.normalize('NFKC')) ?? []);
    open.push({ level: entry.level, parts: own });
    if (own.length === 0) continue;
    const path = open.flatMap(({ parts }) => parts);
    const last = path.slice(-wanted.length);
    if (last.length !== wanted.length || !last.every((part, index) => fits(part, wanted[index]))) continue;
    if (path.length === wanted.length) return entry;
    asEnd ??= entry;
  }
  return asEnd;
}

/** A bare number means any heading of that number, but no point of running text (一是). */
function fits(part: Part, wanted: Part | undefined): boolean {
  if (part.number !== wanted?.number) return false;
  return wanted.unit === '' ? part.unit !== '是' : wanted.unit === part.unit;
}

function paragraphOf(
  outline: ReportOutline,
  section: OutlineEntry | null,
  written: string,
): LabelledPlace | null {
  const { blocks, map } = outline.reading;
  const number = parseNumber(written);
  if (number === undefined) return null;
  const sectionBlock = section === null ? 0 : blockIndexAt(blocks, section.start);
  const block = blocks[sectionBlock + (section?.isHeading === true ? 1 : 0) + number - 1];
  if (block === undefined) return null;
  const label = labelOf(outline, block.start);
  // Behind the end of the section the paragraphs are counted anew.
  if (!label.endsWith(`¶${number}`)) return null;
  return { label, start: toA(map, { start: block.start, end: block.start + 1 }).start };
}

function labelOf({ entries, reading }: ReportOutline, offset: number): string {
  return labelAt(entries, reading.blocks, offset);
}
