import { cannotBegin, goesOn } from './goes-on.ts';
import type { Line } from './lines.ts';
import { startsWithLabel } from './paragraph-starts.ts';
import { isOpen } from './wrapped-width.ts';

/** — 1 —, - 12 -, ·3·, 第 3 页, 第3页 共10页, 共10页 第3页, 3/10, Page 3 of 10. A bare number must show more. */
const NUMBERED =
  /^[\s\f]*(?:[-—–－―~～〜·•]{1,3}\s*(?<dashed>[\d０-９]{1,4})\s*[-—–－―~～〜·•]{1,3}|(?:[共总總]\s*[\d０-９]{1,4}\s*[页頁]\s*[,，/／、]?\s*)?第\s*(?<named>[\d０-９]{1,4})\s*[页頁](?:\s*[,，/／、]?\s*[共总總]\s*[\d０-９]{1,4}\s*[页頁])?|(?<of>\d{1,4})\s*[/／]\s*\d{1,4}|page\s*(?<page>\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?|(?<bare>\d{1,4}))[\s\f]*$/iu;
/** So many numbers that count up are those of pages; one will do in the middle of a sentence. */
const LEAST_PAGES = 2;
const LEAST_BARE = 3;
const LONGEST_NUMBER_LINE = 40;
/** A number that was read wrongly, or a page without one, leaves a gap. */
const LONGEST_STEP = 3;

/**
 * Bare numbers without a form feed beside them: how many, characters of a page at least, how much longer others are, and how
 * many cut a sentence. Numbers of notes are set at any distance.
 */
const LEAST_ALONE = 4;
const SHORTEST_PAGE = 150;
const MOST_UNEVEN = 1.7;
const LEAST_CUT = 2;
const LEAST_CUT_SHARE = 0.4;
const CLAUSE_INSIDE = /[，。；]/u;

/** A head or foot with the number in it: 某某报告    12, 12    某某报告, https://…  3/12. */
const BESIDE_NUMBER =
  /^[\s\f]*(?:(?<first>\d{1,4})[\s\u3000]+(?<behind>\S.*?)|(?<before>\S.*?)[\s\u3000]+(?<last>\d{1,4})(?:\s*[/／]\s*\d{1,4})?)[\s\f]*$/u;
const LONGEST_HEAD = 160;
const LEAST_HEADS = 3;
const LEAST_LINES_APART = 3;

interface NumberedLine {
  readonly index: number;
  readonly number: number;
}

function addTo(groups: Map<string, NumberedLine[]>, key: string, one: NumberedLine): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}

/** Lines of nothing but a number, by the way it is written. */
function numbersByKind(lines: readonly Line[]): ReadonlyMap<string, readonly NumberedLine[]> {
  const kinds = new Map<string, NumberedLine[]>();
  for (const [index, { text }] of lines.entries()) {
    if (text.length > LONGEST_NUMBER_LINE) continue;
    const groups = NUMBERED.exec(text)?.groups ?? {};
    const [kind, written] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || written === undefined) continue;
    addTo(kinds, kind, { index, number: Number(written.normalize('NFKC')) });
  }
  return kinds;
}

/** The longest run that counts up by no more than `step` at a time. */
function countedUp(numbered: readonly NumberedLine[], step: number): readonly NumberedLine[] {
  let best: readonly NumberedLine[] = [];
  let run: NumberedLine[] = [];
  for (const one of numbered) {
    const by = one.number - (run.at(-1)?.number ?? one.number);
    if (run.length > 0 && by >= 1 && by <= step) run.push(one);
    else run = [one];
    if (run.length > best.length) best = run;
  }
  return best;
}

/** Whether a form feed stands between a line and its neighbours, or in the line. */
function isParted(text: string, lines: readonly Line[], index: number): boolean {
  const [before, own, behind] = [lines[index - 1], lines[index], lines[index + 1]];
  if (own === undefined) return false;
  const from = before === undefined ? own.start : before.start + before.text.trimEnd().length;
  const to = behind === undefined ? text.length : behind.end - behind.text.trimStart().length;
  return text.slice(from, to).includes('\f');
}

/** What stands before and behind a line with a number, past what comes back beside the numbers. */
function aroundNumber(
  lines: readonly Line[],
  { index }: NumberedLine,
  run: readonly NumberedLine[],
): { readonly end: string; readonly head: string } {
  const textAt = (at: number): string => lines[at]?.text.trim() ?? '';
  const comesBack = (by: number): boolean =>
    run.some((one) => one.index !== index && textAt(one.index + by) === textAt(index + by));
  return {
    end: textAt(comesBack(-1) ? index - 2 : index - 1),
    head: textAt(comesBack(1) ? index + 2 : index + 1),
  };
}

type Around = ReturnType<typeof aroundNumber>;

const mayGoOn = ({ end, head }: Around): boolean => end !== '' && head !== '' && !startsWithLabel(head);
const surelyGoesOn = (around: Around): boolean => mayGoOn(around) && goesOn(around.end, around.head);
const seemsToGoOn = (around: Around): boolean =>
  mayGoOn(around) &&
  (goesOn(around.end, around.head) || (isOpen({ text: around.end }) && CLAUSE_INSIDE.test(around.end)));

/** The number of a note that a page set on lines of its own: [ / 3 / ]. */
function isInBrackets(lines: readonly Line[], index: number): boolean {
  const [before, behind] = [lines[index - 1]?.text ?? '', lines[index + 1]?.text ?? ''];
  return /[[(（【〔]\s*$/u.test(before) || /^\s*[\])）】〕]/u.test(behind);
}

/** Whether numbers stand as far apart as pages are long, one like the other; the last page may be short. */
function areEven(lines: readonly Line[], run: readonly NumberedLine[]): boolean {
  const far = run
    .slice(1, -1)
    .map(({ index }, at) => (lines[index]?.start ?? 0) - (lines[run[at]?.index ?? 0]?.end ?? 0));
  return Math.min(...far) >= SHORTEST_PAGE && Math.max(...far) <= MOST_UNEVEN * Math.min(...far);
}

/** Bare numbers, evenly set and in the middle of sentences: rows of numbers are a table. */
function barePages(
  text: string,
  lines: readonly Line[],
  numbered: readonly NumberedLine[],
): readonly NumberedLine[] {
  const parted = countedUp(
    numbered.filter(({ index }) => isParted(text, lines, index)),
    1,
  );
  if (parted.length >= LEAST_BARE) {
    // No page follows the last one.
    const last = numbered.at(-1);
    const isLast = last?.index === lines.length - 1 && last.number === (parted.at(-1)?.number ?? 0) + 1;
    return isLast ? [...parted, last] : parted;
  }
  const run = countedUp(
    numbered.filter(({ index }) => !isInBrackets(lines, index)),
    1,
  );
  if (run.length < LEAST_ALONE || !areEven(lines, run)) return [];
  // No page begins with a mark that closes or parts; behind the number of a note one stands often.
  if (run.some((one) => cannotBegin(aroundNumber(lines, one, run).head))) return [];
  const cut = run.filter((one) => seemsToGoOn(aroundNumber(lines, one, run))).length;
  return cut >= Math.max(LEAST_CUT, LEAST_CUT_SHARE * run.length) ? run : [];
}

/** Whether a line begins or ends with a digit: few do, and to look closely takes twenty times as long. */
function hasNumberAtEdge(text: string): boolean {
  const own = text.trim();
  return isDigit(own.charCodeAt(0)) || isDigit(own.charCodeAt(own.length - 1));
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Heads and feet that say the same beside a number that counts up, on every page or on every other. */
function headsWithNumbers(lines: readonly Line[]): readonly NumberedLine[] {
  const heads = new Map<string, NumberedLine[]>();
  for (const [index, { text }] of lines.entries()) {
    if (text.length > LONGEST_HEAD || !hasNumberAtEdge(text)) continue;
    const { first, behind, before, last } = BESIDE_NUMBER.exec(text)?.groups ?? {};
    const [written, head] = [first ?? last, behind ?? before];
    if (written === undefined || head === undefined || /[。；]/u.test(head)) continue;
    addTo(heads, head, { index, number: Number(written) });
  }
  return [...heads.values()].flatMap((group) => {
    const run = countedUp(group, LONGEST_STEP);
    const areApart = run.every(
      ({ index }, at) => at === 0 || index - (run[at - 1]?.index ?? 0) >= LEAST_LINES_APART,
    );
    return run.length >= LEAST_HEADS && run.length === group.length && areApart ? run : [];
  });
}

/** The foot that browsers print: https://…/report.html    3/12. */
const PRINTED_FOOT = /^\s*(?:https?|file):\/\/\S+\s+\d{1,3}\/\d{1,3}\s*$/u;
const ADDRESS = /^\s*(?:https?|file):\/\/\S+\s*$/u;
const PAGE_OF_PAGES = /^\s*\d{1,3}\/\d{1,3}\s*$/u;
/** The head that they print: 2019/3/5 10:22    某某报告. */
const PRINTED_HEAD =
  /^\s*(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}[,，]?\s+(?:[上下]午)?\d{1,2}:\d{2}(?:\s*[AP]M)?\s+\S.{0,100}$/u;

function printedLines(lines: readonly Line[]): readonly number[] {
  const at = (pattern: RegExp): number[] =>
    lines.flatMap(({ text }, index) => (text.length <= LONGEST_HEAD && pattern.test(text) ? [index] : []));
  const feet = at(PRINTED_FOOT);
  for (const index of at(ADDRESS)) {
    if (PAGE_OF_PAGES.test(lines[index + 1]?.text ?? '')) feet.push(index, index + 1);
  }
  return feet.length === 0 ? [] : [...feet, ...at(PRINTED_HEAD)];
}

/** The indices of lines that hold the number of a page and nothing of the text, in order. */
export function pageNumberLines(text: string, lines: readonly Line[]): readonly number[] {
  let best: readonly NumberedLine[] = [];
  for (const [kind, numbered] of numbersByKind(lines)) {
    const run = kind === 'bare' ? barePages(text, lines, numbered) : countedUp(numbered, LONGEST_STEP);
    const least =
      kind !== 'bare' && run.every((one) => surelyGoesOn(aroundNumber(lines, one, run))) ? 1 : LEAST_PAGES;
    if (run.length >= least && run.length > best.length) best = run;
  }
  const all = [...best, ...headsWithNumbers(lines)].map(({ index }) => index);
  all.push(...printedLines(lines));
  return [...new Set(all)].sort((a, b) => a - b);
}
