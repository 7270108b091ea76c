import { isTrail, type LookedAtLine } from './furniture-line.ts';
import { isMenuLine } from './furniture-menus.ts';
import { trailEnd } from './furniture-trail.ts';

/*
 * What stands between the menu of a site and the trail that leads to the page: names of sites, searches, lists of other papers, whose
 * titles nothing tells from the title of the text. They are furniture where there is a menu above them and below the trail, before
 * the first sentence, a line that can be the title. A single line between the two may be the title itself and stays.
 */

const SEARCHED_LINES = 60;
const LONGEST_LINE = 60;
/** Steps of a trail and names of columns are shorter. */
const LEAST_TITLE = 8;
const LEAST_UNKNOWN = 2;
const SENTENCE = /[。；]/u;
/** Whom a paper addresses, labels, dates: no titles. */
const NO_TITLE = /[:：]$|^[\d\s年月日:：/.-]+$|\t|^[（(—－–]/u;

/**
 * How many of the first lines stand above the page's trail and are all furniture; 0 where that is not certain.
 * @param menus indices of lines that are menus
 */
export function headEnd(lines: readonly LookedAtLine[], menus: ReadonlySet<number>): number {
  const searched = lines.slice(0, SEARCHED_LINES);
  const isText = ({ text }: LookedAtLine): boolean => SENTENCE.test(text);
  const sentence = searched.findIndex(isText);
  const head = sentence < 0 ? searched : searched.slice(0, sentence);
  const trail = menus.size > 0 || head.some(isMenu) ? head.findIndex(isTrail) : -1;
  if (trail < 0) return 0;
  const isKnown = (line: LookedAtLine, at: number): boolean => menus.has(at) || line.strength !== 'none';
  const above = head.slice(0, trail);
  const menu = above.findLastIndex((line, at) => menus.has(at) || isMenu(line));
  const unknown = above.filter((line, at) => at > menu && !isKnown(line, at));
  if (menu < 0 || unknown.length < LEAST_UNKNOWN) return 0;
  if (above.some(({ text }) => text.length > LONGEST_LINE && !text.includes('|'))) return 0;
  const below = head.slice(Math.max(trail + 1, trailEnd(lines, trail)));
  return below.some(isTitle) ? trail : 0;
}

function isMenu(line: LookedAtLine): boolean {
  return line.strength === 'strong' && isMenuLine(line.folded);
}

function isTitle({ text, strength }: LookedAtLine): boolean {
  return strength === 'none' && text.length >= LEAST_TITLE && !NO_TITLE.test(text);
}
