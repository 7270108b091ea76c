/**
 * End of the ideographic description sequence at `at` (⿰⿱ … and its parts), or `at` where none is or it is cut off by
 * `to`. OpenCC keeps such sequences whole: their parts are no characters of the text. The arities are opencc-js's.
 */
export function descriptionSequenceEnd(units: Uint16Array, at: number, to: number): number {
  const arity = arityOf(units[at] as number);
  if (arity === 0) return at;
  let end = at + 1;
  for (let part = 0; part < arity; part += 1) {
    if (end >= to) return at;
    const inner = descriptionSequenceEnd(units, end, to);
    end = inner > end ? inner : end + codePointLength(units, end, to);
  }
  return end;
}

/** 2 at a surrogate pair, else 1. */
export function codePointLength(units: Uint16Array, at: number, to: number): 1 | 2 {
  if (((units[at] as number) & 0xfc00) !== 0xd800 || at + 1 >= to) return 1;
  return ((units[at + 1] as number) & 0xfc00) === 0xdc00 ? 2 : 1;
}

function arityOf(unit: number): 0 | 2 | 3 {
  if (unit < 0x2ff0 || unit > 0x2fff) return 0;
  return unit === 0x2ff2 || unit === 0x2ff3 ? 3 : 2;
}
