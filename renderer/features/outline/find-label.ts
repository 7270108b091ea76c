import { formalNumber, parseNumber, parseRoman } from '#core/text/outline/han-number.ts';
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

/** One number of a label: 三, （二）, 2, 第四章, 一是, 一[2]. `unit` is 章, 节, 是, § …, empty where only a number was written. */
interface Part {
  readonly number: number;
  readonly unit: string;
  /** Which list of its kind: 2 of 一[2]. */
  readonly list: number;
}

const HAN = '[〇零○一二三四五六七八九十百千]+';
const PART = new RegExp(
  String.raw`(?:(§)(\d{1,4})|([壹贰貳叁參叄肆伍陆陸柒捌玖拾]{1,3})|([A-Za-z]{1,5})|第?(${HAN}|\d{1,4})(?:-\d+)?(章|节|節|条|條|编|編|篇|部分|是)?(?:之[一二三四五六七八九十])?)(?:\)?\[(\d{1,3})\])?`,
  'gu',
);
const PLAIN_UNITS: Readonly<Record<string, string>> = { 節: '节', 條: '条', 編: '编' };
/** The label of the report's title. */
const TITLE = '§0';
const BETWEEN = /^[\s()、.,，。·-]*$/u;
/** Places that one label might name; one reads the first of so many. */
const MOST_CANDIDATES = 50;

/**
 * The place that was typed as a label: 三（二）2, 3.2.2, 第四章, 三（二）2 ¶4. A label is looked for from the top first,
 * then as the end of a longer one (第十二条 without its chapter). Null when what was typed is no label, or of no place.
 */
export function findLabel(outline: ReportOutline, typed: string): LabelledPlace | null {
  const [numbers = '', paragraph] = folded(typed).split('¶', 2);
  const asTyped = typed.split('¶', 1)[0] ?? '';
  if (plain(typed) === TITLE) return placeOfTitle(outline);
  const wanted = partsOf(numbers);
  if (wanted === null || (wanted.length === 0 && paragraph === undefined)) return null;
  const entry = wanted.length === 0 ? titleOf(outline) : findEntry(outline, wanted, asTyped);
  if (entry === undefined) return null;
  if (paragraph !== undefined) return paragraphOf(outline, entry, paragraph.trim());
  if (entry === null) return null;
  return { label: labelOf(outline, entry.start), start: entry.sourceStart };
}

/** What a label ends with before its last number is typed: 第, 一[. */
const UNFINISHED = /(?:第|§|\[\d{0,3})$/u;

/**
 * The points that a label names or begins, as it is typed: 一（一） and all below it, or what 第二条 names without its chapter.
 * With a paragraph (一 ¶2), the point that it is counted from;
 * all where that is the beginning of a text without a title. None when what was typed is no label.
 */
export function pointsOfLabel(outline: ReportOutline, typed: string): ReadonlySet<OutlineEntry> {
  const [numbers = '', paragraph] = folded(typed).split('¶', 2);
  const title = titleOf(outline);
  const ofTitle = new Set(title === null ? [] : [title]);
  if (plain(typed) === TITLE) return ofTitle;
  const wanted = partsOf(numbers.trimEnd().replace(UNFINISHED, ''));
  if (wanted === null) return new Set();
  if (wanted.length === 0 && paragraph === undefined) return new Set();
  if (wanted.length === 0) return title === null ? new Set(outline.entries) : ofTitle;
  if (paragraph !== undefined) {
    const entry = findEntry(outline, wanted, typed.split('¶', 1)[0] ?? '');
    return new Set(entry === undefined ? [] : [entry]);
  }
  const fromTop = new Set<OutlineEntry>();
  const within = new Set<OutlineEntry>();
  for (const { entry, path } of withPaths(outline)) {
    const at = path.findIndex((_, index) => wanted.every((part, next) => fits(path[index + next], part)));
    if (at === 0) fromTop.add(entry);
    else if (at > 0) within.add(entry);
  }
  return fromTop.size > 0 ? fromTop : within;
}

function placeOfTitle(outline: ReportOutline): LabelledPlace | null {
  const title = titleOf(outline);
  return title === null ? null : { label: TITLE, start: title.sourceStart };
}

/** The heading that the text begins with: paragraphs before the first number are counted behind it. */
function titleOf({ entries, reading }: ReportOutline): OutlineEntry | null {
  const first = entries[0];
  return first !== undefined && first.start === reading.blocks[0]?.start ? first : null;
}

/** Compatibility forms as plain ones; ① keeps its bounds, so that 3① is not 31. */
function folded(label: string): string {
  return label.replaceAll(/[①-⑳]/gu, (circled) => `(${circled})`).normalize('NFKC');
}

/** Null where something stands between the numbers that no label has. */
function partsOf(text: string): readonly Part[] | null {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(PART)) {
    const [whole, section, sectionNumber, formal, letters, written = '', unit = '', list = '1'] = match;
    const number =
      formal === undefined
        ? letters === undefined
          ? parseNumber(sectionNumber ?? written)
          : lettersNumber(letters)
        : formalNumber(formal);
    if (number === undefined || !BETWEEN.test(text.slice(end, match.index))) return null;
    parts.push({ number, unit: section ?? PLAIN_UNITS[unit] ?? unit, list: Number(list) });
    end = match.index + whole.length;
  }
  return BETWEEN.test(text.slice(end)) ? parts : null;
}

/** IV as a Roman number, any other single letter by its place in the alphabet. */
function lettersNumber(letters: string): number | undefined {
  const roman = parseRoman(letters);
  if (roman !== undefined) return roman;
  return letters.length === 1 ? letters.toUpperCase().charCodeAt(0) - 64 : undefined;
}

/**
 * The entry of a label: of those that its numbers fit from the top, the one whose label is written so; else one that it fits as the
 * end of a longer label.
 */
function findEntry(outline: ReportOutline, wanted: readonly Part[], typed: string): OutlineEntry | undefined {
  const whole: OutlineEntry[] = [];
  const asEnd: OutlineEntry[] = [];
  for (const { entry, path } of withPaths(outline)) {
    const last = path.slice(-wanted.length);
    if (last.length !== wanted.length || !last.every((part, index) => fits(part, wanted[index]))) continue;
    const candidates = path.length === wanted.length ? whole : asEnd;
    if (candidates.length < MOST_CANDIDATES) candidates.push(entry);
  }
  const isTyped = (entry: OutlineEntry): boolean =>
    plain(labelOf(outline, entry.start).replace(/\s?¶\d+$/u, '')) === plain(typed);
  return whole.find(isTyped) ?? whole[0] ?? asEnd[0];
}

const plain = (label: string): string => label.replaceAll(/\s/gu, '');

/** The entries, each with the numbers above it and its own; the title has none. */
function* withPaths({
  entries,
  reading,
}: ReportOutline): Generator<{ readonly entry: OutlineEntry; readonly path: readonly Part[] }> {
  const open: { readonly level: number; readonly parts: readonly Part[] }[] = [];
  const unnumbered = new Map<number, number>();
  const titleStart = reading.blocks[0]?.start;
  for (const entry of entries) {
    while ((open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    let parts: readonly Part[] = [];
    if (entry.label !== '') {
      parts = (partsOf(folded(entry.label)) ?? []).map((part) => ({ ...part, list: entry.list }));
    } else if (entry.start !== titleStart) {
      const number = (unnumbered.get(entry.level) ?? 0) + 1;
      unnumbered.set(entry.level, number);
      parts = [{ number, unit: '§', list: 1 }];
    }
    open.push({ level: entry.level, parts });
    if (parts.length > 0) yield { entry, path: open.flatMap((one) => one.parts) };
  }
}

/** A bare number means any heading of that number, but no point of running text (一是) and none without a number. */
function fits(part: Part | undefined, wanted: Part | undefined): boolean {
  if (part === undefined || part.number !== wanted?.number || part.list !== wanted.list) return false;
  return wanted.unit === '' ? part.unit !== '是' && part.unit !== '§' : wanted.unit === part.unit;
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
  const inside = section !== null && section.start > (blocks[sectionBlock]?.start ?? 0);
  if (inside && number === 1) return { label: labelOf(outline, section.start), start: section.sourceStart };
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
