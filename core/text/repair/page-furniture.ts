/*
 * Page furniture: trails, buttons, credits, counters that a web page puts around its text.
 *
 * Evidence: of five real reports one has a trail, a line of source, time and counter, and print buttons; two end in
 * credits ((責編…), 記者: / 通訊員: / 編輯:, 掃碼關注…); of 20 scraped work reports 18 have buttons (下载 打印 全屏 收藏
 * 【字号：…), source and time, one word a line. All stand above the running text or below it. So only short lines of known
 * words count, only in these two zones (and what stands between pages, see page-breaks.ts), and words that notices use too (时间：, 大, 首页) only in a run with a certain one.
 * A notice says its time, place and hosts, or where to write to, in many such lines: without a certain one they are only offered.
 */
import type { SourceFormat } from '../../report/report.ts';
import type { Edit } from '../edit.ts';
import { LookedAtLine } from './furniture-line.ts';
import type { FurnitureStrength } from './furniture-line.ts';
import type { LabelledValue } from './furniture-values.ts';
import { trailEnd } from './furniture-trail.ts';
import { furnitureZones } from './furniture-zones.ts';
import { keepingLast } from './last-answer.ts';
import { filledLines } from './lines.ts';
import type { Line } from './lines.ts';
import { pageBreaks } from './page-breaks.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const ID = 'page-furniture';
const CONFIDENCE = 0.95;
const OFFERED_CONFIDENCE = 0.5;
/** So many doubtful lines in a row are offered, and so many doubtful buttons among them make them certain. */
const LONG_RUN = 4;

const PUBLISHER =
  /^\S{1,18}(?:报|報|网|網|社|台|臺|政府|局|委|委员会|委員會|办公室|辦公室|办公厅|辦公廳|厅|廳|部|站|频道|頻道)$/u;
/** 某政发〔2024〕7号, and the number under which a site keeps it. */
const NUMBER = /^\p{Script=Han}{1,12}\s*[〔［[（(]\s*\d{4}\s*[〕］\]）)]\s*\d{1,5}\s*[号號]$/u;
const INDEX = /^[\w\-/.]{4,40}$/u;
const DATE = /^(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/u;

/** A line of furniture and what it says. */
interface FurnitureLine extends Line {
  readonly values: readonly LabelledValue[];
  /** False for lines that a notice may say as well. */
  readonly isCertain: boolean;
}

interface Judged {
  readonly line: LookedAtLine;
  strength: FurnitureStrength;
  values: readonly LabelledValue[];
}

/** Whether the next line is the value of a label that ends its own line (时间： / 2026-02-02). */
function completes(label: LabelledValue | undefined, next: string): boolean {
  if (label === undefined || label.value !== '') return false;
  if (label.field === 'date') return DATE.test(next);
  if (label.field === 'documentNumber') return NUMBER.test(next);
  if (label.label === '索引号') return INDEX.test(next);
  return (label.field === 'source' || label.field === 'issuer') && PUBLISHER.test(next);
}

function judgeZone(lines: readonly LookedAtLine[]): readonly Judged[] {
  const judged = lines.map<Judged>((line) => ({ line, strength: line.strength, values: line.values }));
  for (const [index, { line, values }] of judged.entries()) {
    const end = trailEnd(lines, index);
    for (const step of judged.slice(index, end)) step.strength = 'strong';
    const next = judged[index + 1];
    const last = values.at(-1);
    if (last === undefined || next === undefined || !completes(last, next.line.text)) continue;
    const own = judged[index];
    if (own !== undefined) own.values = [...values.slice(0, -1), { ...last, value: next.line.text }];
    if (line.strength === 'strong') next.strength = 'strong';
    // A date with its time is certain alone, but not where it only says when something takes place.
    else if (next.values.length === 0) next.strength = 'weak';
  }
  return judged;
}

/** Whether a line is a button, which no notice writes four of, and not a value. */
function isButton({ line, values }: Judged): boolean {
  return values.length === 0 && line.strength === 'weak';
}

/** The runs of a zone that hold a certain line, or many doubtful ones. */
function furnitureRuns(judged: readonly Judged[]): readonly FurnitureLine[] {
  const found: FurnitureLine[] = [];
  let run: Judged[] = [];
  const close = (): void => {
    const isCertain =
      run.some(({ strength }) => strength === 'strong') || run.filter(isButton).length >= LONG_RUN;
    if (isCertain || run.length >= LONG_RUN) {
      for (const { line, values } of run) found.push({ ...line.line, values, isCertain });
    }
    run = [];
  };
  for (const one of judged) {
    if (one.strength === 'none') close();
    else run.push(one);
  }
  close();
  return found;
}

/** The furniture of a page and what may be, in order. */
export const findFurniture = keepingLast(furnitureOf);

function furnitureOf(text: string, format: SourceFormat): readonly FurnitureLine[] {
  const lines = filledLines(text).map((line) => new LookedAtLine(line, format));
  const { topEnd, bottomStart, credits, menus, tail } = furnitureZones(lines);
  const zones = [
    { from: 0, zone: lines.slice(0, topEnd) },
    { from: credits.start, zone: lines.slice(credits.start, credits.end) },
    { from: bottomStart, zone: lines.slice(bottomStart) },
  ];
  return zones.flatMap(({ from, zone }) => {
    const judged = judgeZone(zone);
    for (const [at, one] of judged.entries()) {
      if (menus.has(from + at) || from + at >= tail) one.strength = 'strong';
    }
    return furnitureRuns(judged);
  });
}

function find(text: string, { format }: RuleContext): readonly Edit[] {
  const furniture = findFurniture(text, format);
  const edits = furniture.map((line) =>
    editAt(text, line, {
      after: '',
      rule: ID,
      confidence: line.isCertain ? CONFIDENCE : OFFERED_CONFIDENCE,
      applied: line.isCertain,
    }),
  );
  const breaks = pageBreaks(text)
    .filter(({ start, end }) => !furniture.some((line) => line.start < end && start < line.end))
    .map(({ after, ...range }) =>
      editAt(text, range, { after, rule: ID, confidence: CONFIDENCE, applied: true }),
    );
  return breaks.length === 0 ? edits : [...edits, ...breaks].toSorted((a, b) => a.start - b.start);
}

/** Takes page furniture out of the reading text; see the evidence above. */
export const pageFurniture: RepairRule = { id: ID, find };
