import { isWordUnit } from '../script/index.ts';
import { PhraseScanner } from './phrase-scanner.ts';
import type { FieldNumbers, SearchText } from './search-text.ts';

/**
 * Offsets in the folded text of every place of a folded phrase, overlapping ones too. A word at an end of the phrase is
 * found as a whole word only: 2号 is not in 12号. Empty for an empty phrase.
 */
export function findPlaces(text: Pick<SearchText, 'text' | 'gaps'>, phrase: string): readonly number[] {
  const places: number[] = [];
  if (phrase === '') return places;
  const words = wordsAtEnds(phrase);
  const scanner = new PhraseScanner(phrase);
  for (let at = scanner.next(text.text, 0); at >= 0; at = scanner.next(text.text, at + 1)) {
    if (words === null || isWholeAt(text, at, phrase.length, words)) places.push(at);
  }
  return places;
}

/** Whether {@link findPlaces} finds any. */
export function hasPlace(text: Pick<SearchText, 'text' | 'gaps'>, phrase: string): boolean {
  if (phrase === '') return false;
  const words = wordsAtEnds(phrase);
  for (let at = text.text.indexOf(phrase); at >= 0; at = text.text.indexOf(phrase, at + 1)) {
    if (words === null || isWholeAt(text, at, phrase.length, words)) return true;
  }
  return false;
}

/** Places by field, to be counted up. */
export type FieldCounts = { -readonly [F in keyof FieldNumbers]: FieldNumbers[F] };

/**
 * How many of the places of {@link findPlaces} are in each field; null for none. Keeps no list of them: a character stands a
 * hundred times in a text.
 */
export function countPlaces(text: SearchText, scanner: PhraseScanner): FieldCounts | null {
  let at = scanner.next(text.text, 0);
  if (at < 0) return null;
  const { phrase } = scanner;
  const words = wordsAtEnds(phrase);
  const counter = new FieldCounter(text);
  for (; at >= 0; at = scanner.next(text.text, at + 1)) {
    if (words === null || isWholeAt(text, at, phrase.length, words)) counter.add(at);
  }
  const { counts } = counter;
  return counts.title + counts.headings + counts.text === 0 ? null : counts;
}

/** Counts places, which come in order, by their field. */
export class FieldCounter {
  readonly counts: FieldCounts = { title: 0, headings: 0, text: 0 };
  readonly #headings: Int32Array;
  readonly #titleEnd: number;
  #next = 0;

  constructor({ headings, titleEnd }: SearchText) {
    this.#headings = headings;
    this.#titleEnd = titleEnd;
  }

  add(start: number): void {
    const headings = this.#headings;
    if (start < this.#titleEnd) {
      this.counts.title += 1;
      return;
    }
    while (this.#next < headings.length && (headings[this.#next + 1] ?? 0) <= start) this.#next += 2;
    if (this.#next < headings.length && (headings[this.#next] ?? 0) <= start) this.counts.headings += 1;
    else this.counts.text += 1;
  }
}

/** Which ends of a phrase are in a Latin or digit word; null for none. */
interface WordEnds {
  readonly first: boolean;
  readonly last: boolean;
}

function wordsAtEnds(phrase: string): WordEnds | null {
  const first = isWordUnit(phrase.charCodeAt(0));
  const last = isWordUnit(phrase.charCodeAt(phrase.length - 1));
  return first || last ? { first, last } : null;
}

function isWholeAt(
  text: Pick<SearchText, 'text' | 'gaps'>,
  start: number,
  length: number,
  { first, last }: WordEnds,
): boolean {
  return (!first || partsWords(text, start)) && (!last || partsWords(text, start + length));
}

/** Whether a word that begins or ends at the offset is whole there. */
export function partsWords({ text, gaps }: Pick<SearchText, 'text' | 'gaps'>, offset: number): boolean {
  if (offset === 0 || offset === text.length) return true;
  if (!isWordUnit(text.charCodeAt(offset - 1)) || !isWordUnit(text.charCodeAt(offset))) return true;
  return includesSorted(gaps, offset);
}

function includesSorted(sorted: Int32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}
