import type { TextRange } from '#core/base/text-range.ts';

/** UTF-16 units shown on each side of a place. */
const SIDE = 12;
/** Hidden text, brackets above all, thins the words out: so many units are looked through. */
const REACH = 48;

/** The words around a place as the article shows them, within their paragraph; from the source where it shows none. */
export function contextOf(
  source: string,
  place: TextRange,
  textOf: (range: TextRange) => string | null,
): { readonly before: string; readonly after: string } {
  const left = { start: Math.max(0, place.start - REACH), end: place.start };
  const right = { start: place.end, end: Math.min(source.length, place.end + REACH) };
  const shown = (range: TextRange): string => (range.start === range.end ? '' : (textOf(range) ?? ''));
  const line = /[\n\r\f\v\u0085\u2028\u2029]/u;
  const before = shown(left).split(line).at(-1) ?? '';
  const after = shown(right).split(line)[0] ?? '';
  return { before: lastOf(before.trimStart()), after: firstOf(after.trimEnd()) };
}

/** Cut between characters, never within one. */
function firstOf(text: string): string {
  const end = /[\udc00-\udfff]/u.test(text.charAt(SIDE)) ? SIDE + 1 : SIDE;
  return text.slice(0, end);
}

function lastOf(text: string): string {
  const start = Math.max(0, text.length - SIDE);
  return text.slice(start > 0 && /[\udc00-\udfff]/u.test(text.charAt(start)) ? start - 1 : start);
}
