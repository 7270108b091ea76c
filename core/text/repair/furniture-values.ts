import { FURNITURE_BUTTONS, FURNITURE_LABELS, foldFurniture } from './furniture-words.ts';
import type { FurnitureField } from './furniture-words.ts';
import { partGlued } from './glued-labels.ts';

/** A labelled value of a page, such as 信息来源: 台州日报. */
export interface LabelledValue {
  readonly field: FurnitureField;
  /** The label in Simplified characters. */
  readonly label: string;
  /** As it stands in the text, trimmed; empty when the value is on the next line or missing. */
  readonly value: string;
  readonly weak: boolean;
}

/** A longer line is text; only an address may be longer. */
export const LONGEST_LINE = 100;
export const LONGEST_ADDRESS_LINE = 300;
const LONGEST_VALUE = 30;
/** Short labels are spaced out to the width of the others, with spaces of one width or the other. */
const LABEL_WORDS = [...FURNITURE_LABELS.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => [...word].join(String.raw`[ \u3000\u00a0]{0,4}`))
  .join('|');
const LABEL = new RegExp(`(?<=^|[\\s|｜（(【\\[])(${LABEL_WORDS})\\s*[:：]`, 'gu');
/** (責編歐金昌): a credit in brackets needs no colon. */
const BRACKETED_CREDIT =
  /^[（(]\s*(责任编辑|责编|编辑|记者|通讯员|作者)[\s:：]?\s*(?![系为是单简])([^（()）。，,]{2,20})[)）]$/u;
/** 本报记者 张三 通讯员 李四: labels and names parted by white space need none either. */
const CREDIT_LABEL = /^(?:本[报网台刊])?(责任编辑|责编|编辑|记者|通讯员|作者|供稿|撰稿|摄影)$/u;
/** One of them stands in each label of a credit, and in few lines. */
const CREDIT_SIGNS = ['编', '者', '员', '稿', '影'];
const NAME = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,6}·\p{Script=Han}{1,8})$/u;
const MOST_CREDIT_WORDS = 12;
/** The address of the page itself; a notice may name others. */
const OWN_ADDRESS = /^原文/u;
const ADDRESS = /^(?:https?:\/\/|www\.)\S{1,250}$/iu;
/** The mark of an item, and where pages of Taiwan begin a part, for readers who jump from part to part by a key. */
export const PART = /^(?:[:：]{3}|[•·●])\s*/u;
const NEIGHBOUR = /^[上下前后]一[篇条]$/u;
const LONGEST_TITLE = 60;
/** Above a paper of a ministry: what it is about, in a sentence. */
const SUMMARY = '内容概述';

const DATE_TIME = String.raw`(?:19|20)\d{2}(?:[-/.年]|\s(?=\d{2}/\d{2}\s))\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{0,2}秒?)?)?`;
/** A time before the source, and one behind it: 2022-04-21 来源：教育部, 来源：教育部 2022-04-21. */
const STAMP_BEFORE = new RegExp(String.raw`^(${DATE_TIME})[\s|｜]+(?=\p{Script=Han})`, 'u');
const STAMP_BEHIND = new RegExp(String.raw`^(.*?\S)[\s|｜]+(${DATE_TIME})$`, 'u');
const NO_STAMP: ReadonlySet<FurnitureField> = new Set(['date', 'none', 'url']);

const dateValue = (value: string): LabelledValue => ({ field: 'date', label: '时间', value, weak: false });

const MOST_CELLS = 8;
const LONGEST_CELL = 120;
/** A date with its time, and what stands on both sides of it. */
const TIMED = new RegExp(
  String.raw`^(?!.*[。；！？，])(.{0,40}?)((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}:\d{2}(?::\d{2})?)(?!\d)(.{0,40})$`,
  'u',
);
const SITE =
  /^[\p{Script=Han}A-Za-z]{1,16}(?:[日晚时時周][报報]|网|網|新[闻聞]|通[讯訊]社|新[华華]社|[电電][视視][台臺]|广播[电電]台|客[户戶]端|政府|委[员員][会會]|[办辦]公室|[局厅廳署])$/u;
/** 原创某县发布2022-09-01 18:00发表于浙江: above an article of WeChat. */
const POSTED =
  /^(?:原创)?[^。，！？]{0,40}?((?:19|20)\d{2}[-年]\d{1,2}[-月]\d{1,2}日?\s*\d{1,2}:\d{2})\s*[发發]表[于於]\s*\p{Script=Han}{2,6}$/u;
const NAMED: ReadonlySet<FurnitureField> = new Set(['source', 'author', 'editor', 'issuer']);
const UNKNOWN_LABEL = /\s+\p{Script=Han}{2,6}\s*[:：].*$/u;

/** A value with a date behind it is two. */
function withoutStamp(one: LabelledValue): readonly LabelledValue[] {
  const [, value, stamp] = NO_STAMP.has(one.field) ? [] : (STAMP_BEHIND.exec(one.value) ?? []);
  return value === undefined || stamp === undefined ? [one] : [{ ...one, value }, dateValue(stamp)];
}

/** The credits of a line that is nothing but labels and names, with brackets around it or not. `folded` is as long as `text`. */
function spacedCredits(text: string, folded: string): readonly LabelledValue[] {
  if (!CREDIT_SIGNS.some((sign) => folded.includes(sign))) return [];
  const words = [...folded.matchAll(/[^\s、（()）【】[\]]+/gu)];
  if (words.length < 2 || words.length > MOST_CREDIT_WORDS) return [];
  const credits: LabelledValue[] = [];
  for (const { 0: word, index } of words) {
    const label = CREDIT_LABEL.exec(word)?.[1];
    const last = credits.at(-1);
    if (label !== undefined) {
      credits.push({ field: FURNITURE_LABELS.get(label)?.field ?? 'none', label, value: '', weak: false });
    } else if (last !== undefined && NAME.test(word)) {
      const value = text.slice(index, index + word.length);
      credits[credits.length - 1] = { ...last, value: last.value === '' ? value : `${last.value} ${value}` };
    } else {
      return [];
    }
  }
  return credits.every(({ value }) => value !== '') ? credits : [];
}

function hasColon(text: string): boolean {
  return text.includes(':') || text.includes('：');
}

/**
 * The labelled values of a line, or none when the line is not made of them from its first character on.
 * @param known the line by `foldFurniture`, for callers that have it
 */
export function labelledValues(written: string, known?: string): readonly LabelledValue[] {
  const own = written.trim().replace(PART, '');
  const line = hasColon(own) ? partGlued(own) : own;
  if (line.includes('\t')) {
    const row = rowValues(line);
    if (row.length > 0) return row;
  }
  const stamp = STAMP_BEFORE.exec(line);
  const folded = stamp === null && line === written ? known : undefined;
  const labelled = labelsIn(stamp === null ? line : line.slice(stamp[0].length), folded).flatMap(
    withoutStamp,
  );
  if (labelled.length === 0) return bylineValues(line);
  return stamp === null ? labelled : [dateValue(stamp[1] ?? ''), ...labelled];
}

/** The cells of a row that is nothing but labels and values in turn, with colons or not. */
function rowValues(line: string): readonly LabelledValue[] {
  const cells = line.split('\t').map((cell) => cell.trim());
  if (cells.length > MOST_CELLS) return [];
  const values: LabelledValue[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const written = cells[at] ?? '';
    const value = cells[at + 1] ?? '';
    if (written === '' && value === '') continue;
    const label = foldFurniture(written).replaceAll(/[\s:：]/gu, '');
    const kind = FURNITURE_LABELS.get(label);
    if (kind === undefined || value.length > LONGEST_CELL || value.includes('。')) return [];
    // Without a colon it may be the head of a table.
    values.push({ field: kind.field, label, value, weak: kind.weak || !/[:：]$/u.test(written) });
  }
  return values;
}

/** When and by whom a page was published, on one line without labels: 2021-03-04 08:09 某某网, 记者 张三 2021-03-04 08:09 某某晚报. */
function bylineValues(line: string): readonly LabelledValue[] {
  // Both name an hour and its minute.
  if (!line.includes(':')) return [];
  const posted = POSTED.exec(line)?.[1];
  if (posted !== undefined) return [dateValue(posted)];
  if (line.length > LONGEST_LINE || !TIMED.test(line)) return [];
  const [, before = '', stamp = '', after = ''] = TIMED.exec(line) ?? [];
  const words = `${before} ${after}`.split(/[\s|｜]+/u).filter((word) => word !== '');
  const values = [dateValue(stamp)];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const label = CREDIT_LABEL.exec(foldFurniture(word))?.[1];
    const name = words[at + 1] ?? '';
    if (label !== undefined && NAME.test(name)) {
      values.push({
        field: FURNITURE_LABELS.get(label)?.field ?? 'none',
        label,
        value: name,
        weak: false,
      });
      at += 1;
    } else if (SITE.test(word)) {
      values.push({ field: 'source', label: '来源', value: word, weak: false });
    } else if (!FURNITURE_BUTTONS.has(foldFurniture(word))) {
      return [];
    }
  }
  return values.length === 1 ? [] : values;
}

function labelsIn(line: string, known?: string): readonly LabelledValue[] {
  const text = line.trim();
  if (text.length > (text.includes('://') ? LONGEST_ADDRESS_LINE : LONGEST_LINE)) return [];
  const folded = known?.length === text.length ? known : foldFurniture(text);
  const credit = BRACKETED_CREDIT.exec(folded);
  const matches = hasColon(folded) ? [...folded.matchAll(LABEL)] : [];
  const spaced = matches.length === 0 ? spacedCredits(text, folded) : [];
  if (spaced.length > 0) return spaced;
  if (matches.length === 0 && credit !== null) {
    const [, label = '', name = ''] = credit;
    const value = text.slice(folded.lastIndexOf(name), folded.lastIndexOf(name) + name.length).trim();
    return [{ field: FURNITURE_LABELS.get(label)?.field ?? 'none', label, value, weak: false }];
  }
  const first = matches[0];
  if (first === undefined || !isOpening(folded.slice(0, first.index))) return [];
  const values = matches.map((match, index) => {
    const label = (match[1] ?? '').replaceAll(/\s/gu, '');
    const from = match.index + match[0].length;
    const value = text.slice(from, matches[index + 1]?.index ?? text.length).replace(/[）)】\]|｜]\s*$/u, '');
    const kind = FURNITURE_LABELS.get(label);
    const isWeak = (kind?.weak ?? true) && !(OWN_ADDRESS.test(label) && ADDRESS.test(value.trim()));
    return { field: kind?.field ?? 'none', label, value: value.trim(), weak: isWeak };
  });
  return values.every(isPlainValue) ? values.map(withoutUnknownLabel) : [];
}

/** What may stand before the first label of a line: a bracket, buttons (【纠错】 【责任编辑：张三】). */
function isOpening(text: string): boolean {
  const words = text.split(/[\s|｜【】[\]（(]+/u).filter((word) => word !== '');
  return words.every((word) => word.length > 1 && FURNITURE_BUTTONS.has(word));
}

/** A name without a label behind it that nobody knows. */
function withoutUnknownLabel(one: LabelledValue): LabelledValue {
  return NAMED.has(one.field) ? { ...one, value: one.value.replace(UNKNOWN_LABEL, '') } : one;
}

/** Values are names, dates and counters, never sentences. Breadcrumbs may be longer. */
function isPlainValue({ field, label, value }: LabelledValue): boolean {
  if (field === 'url') return ADDRESS.test(value) || value === '';
  if (/^[\d,\s]{1,12}次?$/u.test(value)) return true;
  if (label === SUMMARY) return true;
  if (NEIGHBOUR.test(label)) return value.length <= LONGEST_TITLE;
  if (label.endsWith('位置')) return value.length <= LONGEST_LINE && !/[。；]/u.test(value);
  return value.length <= LONGEST_VALUE && !/[。；！？，,;]/u.test(value);
}
