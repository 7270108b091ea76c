import type { LookedAtLine } from './furniture-line.ts';
import { creditLine } from './furniture-credits.ts';
import { headEnd } from './furniture-head.ts';
import { menuLines } from './furniture-menus.ts';
import { tailStart } from './furniture-tail.ts';

/** Lines that are no furniture but may stand among it at the top (title, subtitle, speaker) and at the bottom. */
const MOST_PASSED_TOP = 12;
const MOST_PASSED_BOTTOM = 1;
/** Zones never grow over more lines than any real page's furniture takes. */
const MOST_LINES = 60;
const LONGEST_HEAD_LINE = 60;

const NO_MENUS: ReadonlySet<number> = new Set();

/** Indices of lines: [0, topEnd) and [bottomStart, count) are where furniture can stand. */
interface FurnitureZones {
  readonly topEnd: number;
  readonly bottomStart: number;
  /** A line of credits below the top, with the furniture right below it: [start, end); empty where there is none. */
  readonly credits: { readonly start: number; readonly end: number };
  /** Lines of the top that are menus. */
  readonly menus: ReadonlySet<number>;
  /** From here to the end all is furniture; the count of lines where that is not certain. */
  readonly tail: number;
}

/** @param isFirst whether it may be the title, which may exclaim or ask */
function isBody(line: LookedAtLine, isFirst: boolean): boolean {
  const text = line.text.replace(isFirst ? /[！？]$/u : '', '');
  return text.length > LONGEST_HEAD_LINE || /[。；！？]/u.test(text) || /^(?:各位|同志们|同志們)/u.test(text);
}

/** How many lines from one end belong to its zone; `at` gives the lines from that end on. */
function zoneLength(
  count: number,
  at: (index: number) => LookedAtLine | undefined,
  mostPassed: number,
  menus: ReadonlySet<number> = NO_MENUS,
): number {
  let length = 0;
  let passed = 0;
  for (let index = 0; index < Math.min(count, MOST_LINES); index += 1) {
    const line = at(index);
    if (line === undefined) break;
    if (!menus.has(index) && line.strength === 'none') {
      passed += 1;
      if (passed > mostPassed || isBody(line, mostPassed > 1 && passed === 1)) break;
    }
    length = index + 1;
  }
  return length;
}

function creditsZone(lines: readonly LookedAtLine[], from: number, to: number): FurnitureZones['credits'] {
  const start = creditLine(lines, from, to);
  if (start < 0) return { start: to, end: to };
  return { start, end: start + zoneLength(to - start, (index) => lines[start + index], 0) };
}

/** Where page furniture can stand: above and below the running text, and below a long head of it. The zones never overlap. */
export function furnitureZones(lines: readonly LookedAtLine[]): FurnitureZones {
  const words = menuLines(lines);
  const head = headEnd(lines, words);
  const menus = head === 0 ? words : new Set([...words, ...Array.from({ length: head }, (_, at) => at)]);
  const topEnd = zoneLength(lines.length, (index) => lines[index], MOST_PASSED_TOP, menus);
  const start = tailStart(lines);
  const tail = start < topEnd ? lines.length : start;
  const rest = tail - topEnd;
  const bottom = zoneLength(rest, (index) => lines[tail - 1 - index], MOST_PASSED_BOTTOM);
  const bottomStart = tail - bottom;
  const credits = creditsZone(lines, topEnd, bottomStart);
  return { topEnd, bottomStart, credits, menus, tail };
}
