import { isWordUnit } from '../script/index.ts';
import { fieldFinder, type FieldNumbers, type SearchText } from './search-text.ts';

/**
 * Offsets in the folded text of every place of a folded phrase, overlapping ones too. A word at an end of the phrase is
 * found as a whole word only: 2号 is not in 12号. Empty for an empty phrase.
 */
export function findPlaces(text: Pick<SearchText, 'text' | 'gaps'>, phrase: string): readonly number[] {
  const places: number[] = [];
  if (phrase === '') return places;
  const wordFirst = isWordUnit(phrase.charCodeAt(0));
  const wordLast = isWordUnit(phrase.charCodeAt(phrase.length - 1));
  for (let at = text.text.indexOf(phrase); at >= 0; at = text.text.indexOf(phrase, at + 1)) {
    if (wordFirst && !partsWords(text, at)) continue;
    if (wordLast && !partsWords(text, at + phrase.length)) continue;
    places.push(at);
  }
  return places;
}

/** How many of the places, which are in order, lie in each field. */
export function countByField(text: SearchText, places: readonly number[]): FieldNumbers {
  const counts = { title: 0, headings: 0, text: 0 };
  const fieldAt = fieldFinder(text);
  for (const place of places) counts[fieldAt(place)] += 1;
  return counts;
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
