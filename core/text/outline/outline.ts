import type { Block } from '../block.ts';
import { markersOf } from './numbering.ts';
import { rankPlaces, type RankedPlace } from './outline-levels.ts';
import type { OutlinePlace } from './outline-runs.ts';
import { tableOfContents } from './table-of-contents.ts';

/** A reading text with its blocks; see reading.ts. */
interface OutlinedText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A heading or a numbered point. */
export interface OutlineItem {
  /** Depth from 1. */
  readonly level: number;
  /** What the place is called (三, （二）, 2, 第四章, 一是); empty for a heading without a number. */
  readonly label: string;
  /** Which list of its kind under the same point or heading it is in, from 1; lists that begin anew are told apart by it. */
  readonly list: number;
  /**
   * Its words without the number; of a point inside a paragraph the first clause, at most 40 characters. Of a number that stands
   * alone on its line they are those of the next line.
   */
  readonly title: string;
  /** UTF-16 offsets in the reading text: from the number to where the next item of this or a higher level begins. */
  readonly start: number;
  readonly end: number;
  /** Whether it stands on a line of its own as a heading. */
  readonly isHeading: boolean;
}

const LONGEST_TITLE = 40;

function placesOf({ text, blocks }: OutlinedText): readonly OutlinePlace[] {
  const contents = tableOfContents({ text, blocks });
  return blocks.flatMap<OutlinePlace>((block, index) => {
    if (index >= contents.start && index < contents.end) return [];
    if (block.kind === 'table-row' || block.kind === 'caption') return [];
    const headingLevel = block.kind === 'heading' ? Math.max(1, block.level) : 0;
    const markers = markersOf(text.slice(block.start, block.end));
    const own = headingLevel > 0 ? markers.filter(({ start }) => start === 0) : markers;
    if (headingLevel > 0 && own.length === 0) {
      return [{ marker: undefined, start: block.start, block: index, headingLevel, isFirst: true }];
    }
    return own.map((marker) => ({
      marker,
      start: block.start + marker.start,
      block: index,
      headingLevel: marker.start === 0 ? headingLevel : 0,
      isFirst: marker.start === 0,
    }));
  });
}

/** The first clause of a point: up to the end of its sentence, or at 40 characters to the last comma before. */
function clauseOf(words: string): string {
  const sentence = words.replace(/^[\s：:，,、]+/u, '').split(/[。；;！!？?：:]/u, 1)[0] ?? '';
  if (sentence.length <= LONGEST_TITLE) return sentence.trim();
  const cut = sentence.slice(0, LONGEST_TITLE);
  const comma = Math.max(cut.lastIndexOf('，'), cut.lastIndexOf(','));
  const short = comma > 0 ? cut.slice(0, comma) : cut;
  // Never half of a surrogate pair.
  return short.replace(/[\uD800-\uDBFF]$/u, '').trim();
}

/** 第 一 章 總綱 on a line of its own is a heading, however the line is spaced. */
function isBareDivision({ marker }: OutlinePlace, words: string): boolean {
  const kind = marker?.kind;
  const isDivision = kind === 'part' || kind === 'chapter' || kind === 'section';
  return isDivision && words.length <= LONGEST_TITLE && !/[。；;]/u.test(words);
}

/** Where each place's section ends: at the next place of its level or a higher one, else with the text. */
function sectionEnds(ranked: readonly RankedPlace[], { text, blocks }: OutlinedText): readonly number[] {
  const ends = new Array<number>(ranked.length).fill(text.length);
  const open: number[] = [];
  for (const [index, { place, level }] of ranked.entries()) {
    while (open.length > 0 && (ranked[open.at(-1) ?? 0]?.level ?? 0) >= level) {
      ends[open.pop() ?? 0] = place.start;
    }
    open.push(index);
  }
  return ends.map((end, index) => {
    const place = ranked[index]?.place;
    const block = blocks[place?.block ?? -1];
    // A point that begins inside a paragraph ends with it at the latest.
    return block !== undefined && place !== undefined && place.start > block.start
      ? Math.min(end, block.end)
      : end;
  });
}

/**
 * The outline of a report: headings, and numbering of official documents that runs in order from one. Depends on the text
 * alone, so the same text has the same outline everywhere.
 */
export function outlineOf(reading: OutlinedText): readonly OutlineItem[] {
  const { text, blocks } = reading;
  const ranked = rankPlaces(placesOf(reading));
  const ends = sectionEnds(ranked, reading);
  return ranked.map(({ place, level, list }, index) => {
    const block = blocks[place.block] ?? { start: 0, end: text.length };
    const from =
      place.start + (place.marker === undefined ? 0 : place.marker.wordsStart - place.marker.start);
    const words = text.slice(from, block.end);
    const isHeading = place.headingLevel > 0 || isBareDivision(place, words);
    const isBare = !/[\p{L}\p{N}]/u.test(words) && place.marker !== undefined;
    const end = ends[index] ?? text.length;
    return {
      level,
      label: place.marker?.label ?? '',
      list,
      title: isBare ? nextWords(reading, place, end) : isHeading ? words.trim() : clauseOf(words),
      start: place.start,
      end,
      isHeading,
    };
  });
}

/** The first clause of the line below a number that stands alone, if it belongs to its section and begins no other point. */
function nextWords({ text, blocks }: OutlinedText, place: OutlinePlace, end: number): string {
  const next = blocks[place.block + 1];
  if (next === undefined || next.start >= end || next.kind === 'heading') return '';
  const words = text.slice(next.start, next.end);
  return markersOf(words).some(({ start }) => start === 0) ? '' : clauseOf(words);
}
