import type { TextRange } from '../../base/text-range.ts';
import { isCommonCharacter } from '../common-characters.ts';

// Bounded like the letters, so that a page of question marks is not searched again from each.
const TONED = String.raw`(?=[^)]{0,8}[\u00e0-\u00fc\u0101-\u01dc\u0300-\u030c])`;
const LETTERS = String.raw`[\p{Script=Latin}\u0300-\u036f]{1,9}`;
const LOST_TRAIL = String.raw`\?[！。；：，、？）]`;
/** The shifted characters behind: up to the first ASCII sign, which belongs to them unless it is a bracket; else none. */
const SHIFTED = String.raw`(?:[\p{Script=Han}？！]{0,14}(?:[!-'*->@-~]|(?=[(?])))?`;
const BEHIND = String.raw`(?<=[^\u0000-\u007F]|[)%\d])`;
const PLACE = new RegExp(`${BEHIND}(?:\\?${TONED}${LETTERS}\\)|${LOST_TRAIL})${SHIFTED}`, 'gu');
/** Pages whose full-width signs were folded to ASCII: 吗?! is sound there, so only a page of readings is looked at. */
const FOLDED_TRAIL = String.raw`(?<=[\p{Script=Han})“])\?[!;?:,](?=\p{Script=Han})`;
const ANNOTATED_PLACE = new RegExp(
  `${BEHIND}(?:\\?\\(?${LETTERS}\\)|${LOST_TRAIL}|${FOLDED_TRAIL})${SHIFTED}`,
  'gu',
);
const READING = /\p{Script=Han}\([\p{Script=Latin}\u0300-\u036f]{1,9}\)/gu;
const LEAST_READINGS = 8;
const TRAIL = new RegExp(`^${LOST_TRAIL}`, 'u');
const LOOKED_AT = 8;
const MOST_COMMON = 0.7;

/** Ranges of the text whose characters cannot be trusted, in order. */
export function byteShiftPlaces(text: string): readonly TextRange[] {
  if (!text.includes('?')) return [];
  const isAnnotated = [...text.matchAll(READING)].length >= LEAST_READINGS;
  const places = [...text.matchAll(isAnnotated ? ANNOTATED_PLACE : PLACE)]
    .filter(({ 0: place, index }) => isAnnotated || !TRAIL.test(place) || !isSoundBehind(text, index + 2))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const starts = new Set(places.map(({ start }) => start));
  // A question mark at the end of a place is the byte that it ends in, unless the next place begins with it.
  return places.map(({ start, end }) => ({
    start,
    end: text[end] === '?' && !starts.has(end) ? end + 1 : end,
  }));
}

/**
 * Whether the text goes on as prose does behind a doubled mark (你说呢?！大家笑了。): the characters of shifted bytes are rare ones,
 * with an ASCII sign or a letter at the end.
 */
function isSoundBehind(text: string, at: number): boolean {
  const behind = text.slice(at, at + LOOKED_AT);
  const han = /^\p{Script=Han}*/u.exec(behind)?.[0] ?? '';
  if ([...han].filter(isCommonCharacter).length < MOST_COMMON * han.length) return false;
  const next = behind.slice(han.length, han.length + 1);
  if (han === '') return next === '' || /[\s“”‘’「」『』《》（）()，。；：！\d]/u.test(next);
  return han.length === behind.length || /[\s\p{P}]/u.test(next)
    ? !/[?@[-`{-~]/u.test(next)
    : /\d/u.test(next);
}
