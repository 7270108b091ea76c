import type { Block } from '../block.ts';
import { blockIndexAt } from '../blocks.ts';
import type { OutlineItem } from './outline.ts';

/** The items that hold an offset, outermost first. */
function pathAt(outline: readonly OutlineItem[], offset: number): readonly OutlineItem[] {
  return outline.filter((item) => item.start <= offset && offset < item.end);
}

/** Which of the unnumbered headings of its level an item is, from 1; the report's title is 0. */
function headingNumber(outline: readonly OutlineItem[], item: OutlineItem, titleStart: number): number {
  if (item.start === titleStart) return 0;
  const before = outline.filter((other) => other.label === '' && other.start !== titleStart);
  return before.filter((other) => other.level === item.level && other.start <= item.start).length;
}

/** The number of a point, with that of its list where the list is not the first of its kind there: 一[2]. */
function ownLabel({ label, list }: OutlineItem): string {
  return label === '' || list === 1 ? label : `${label}[${list}]`;
}

/** 第一 + 一是 need a space between them, 三 + （二） + 2 do not. */
function join(labels: readonly string[]): string {
  return labels.reduce((path, label) => {
    const bothBare = /[\p{Script=Han}\d\]]$/u.test(path) && /^[\p{Script=Han}\d§]/u.test(label);
    return path === '' ? label : path + (bothBare ? ' ' : '') + label;
  }, '');
}

/**
 * The structural name of a place in the reading text, stable as long as the text and the rule set are: 三（二）2 ¶4, or ¶4 where
 * nothing is numbered above it. ¶ counts the paragraphs of the innermost section from 1; headings have none. Headings
 * without a number are counted as §1, §2 by level; the title itself is §0. Where a list begins anew under the same point, its numbers are told apart by
 * [2], [3] (第4條 一[2] ¶1), so that no two paragraphs have one label. Empty when there are no blocks.
 */
export function labelAt(outline: readonly OutlineItem[], blocks: readonly Block[], offset: number): string {
  const index = blockIndexAt(blocks, offset);
  const block = blocks[index];
  const titleStart = blocks[0]?.start ?? 0;
  if (block === undefined) return '';
  const at = Math.min(Math.max(offset, block.start), Math.max(block.start, block.end - 1));
  const path = pathAt(outline, at);
  const section = path.at(-1);
  const sectionBlock = section === undefined ? -1 : blockIndexAt(blocks, section.start);
  const inHeading = section?.isHeading === true && sectionBlock === index;
  const name = join(
    path
      .map((item) => ownLabel(item) || `§${headingNumber(outline, item, titleStart)}`)
      .filter((label) => label !== '§0' || (inHeading && index === 0)),
  );
  if (inHeading) return name;
  const firstBlock = section?.isHeading === true ? sectionBlock + 1 : Math.max(0, sectionBlock);
  const paragraph = index - firstBlock + 1;
  return name === '' ? `¶${paragraph}` : `${name} ¶${paragraph}`;
}

/** The heading whose section holds an offset of the reading text: the innermost one; undefined above the first. */
export function sectionAt(outline: readonly OutlineItem[], offset: number): OutlineItem | undefined {
  return pathAt(outline, offset).findLast((item) => item.isHeading);
}
