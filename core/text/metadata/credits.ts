import { findFurniture } from '../repair/page-furniture.ts';
import type { SourceFormat } from '../../report/report.ts';
import type { FurnitureField } from '../repair/furniture-words.ts';
import { applyEdits } from '../apply-edits.ts';
import type { Edit } from '../edit.ts';
import { valuesAround } from './around-text.ts';
import { partGlued } from '../repair/glued-labels.ts';

/** What the furniture of a page says, by field, in the order it stands there. */
type Credits = ReadonlyMap<FurnitureField, readonly string[]>;

/** A reading that a converter left in brackets; in a name it is never wanted, whatever the page proves. */
const READING = /\((?<=\p{Script=Han}\()[\p{Script=Latin}\u0300-\u036f]{1,9}\)/gu;
const STAMP = /^(?:19|20)\d{2}\D\d{1,2}\D\d{1,2}/u;
/** 2021 03/04 as Xinhua writes it. */
const PARTED_YEAR = /^(\d{4})\s(\d{2}\/\d{2})(?!\d)/u;

/** Names from a credit: 唐開虎/文 嚴帥/圖 stays as it stands, but white space becomes single. */
function tidy(value: string): string {
  return value.replace(/\s+/gu, ' ').trim();
}

/**
 * Labelled values of the page furniture in a source, without readings in brackets.
 * @param left what the adapter of a document leaves out; what it says near the text goes first
 */
export function creditsOf(source: string, format: SourceFormat, left: readonly Edit[]): Credits {
  const credits = new Map<FurnitureField, string[]>();
  const add = (field: FurnitureField, value: string): void => {
    const known = credits.get(field) ?? [];
    const own = field === 'date' ? value.replace(PARTED_YEAR, '$1/$2') : value;
    if (own !== '' && !known.includes(own)) known.push(own);
    credits.set(field, known);
  };
  for (const { field, value } of valuesAround(source, left)) add(field, tidy(value.replace(READING, '')));
  const text = left.length === 0 ? source : applyEdits(source, left).text;
  for (const { text: line, values, isCertain } of findFurniture(
    partGlued(text.replace(READING, '')),
    format,
  )) {
    for (const { field, value } of values) {
      // The time that a notice may say itself is when something takes place.
      if (isCertain || field !== 'date') add(field, tidy(value));
    }
    if (values.length === 0 && STAMP.test(line.trim())) add('date', line.trim());
  }
  return credits;
}
