/** Longer strings are compared in pieces. */
const MAX_LENGTH = 2_000;

let row = new Int32Array(256);

/**
 * 0 to 1: how alike two strings are, twice their longest common subsequence (in code units) over both lengths. Two empty
 * strings are equal. Strings of more than 2,000 code units are compared in pieces.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (longer <= MAX_LENGTH) return (2 * commonLength(a, b)) / (a.length + b.length);
  const parts = Math.ceil(longer / MAX_LENGTH);
  let sum = 0;
  for (let part = 0; part < parts; part += 1) {
    const piece = (text: string): string =>
      text.slice(Math.floor((text.length * part) / parts), Math.floor((text.length * (part + 1)) / parts));
    sum += similarity(piece(a), piece(b));
  }
  return sum / parts;
}

/** How alike the ends of two strings are: the shorter one against as much of the other, the best of a few lengths. */
export function endSimilarity(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 1 : 0;
  const length = Math.min(a.length, b.length);
  return similarity(a.slice(a.length - length), b.slice(b.length - length));
}

/** As {@link endSimilarity}, for the beginnings. */
export function startSimilarity(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 1 : 0;
  const length = Math.min(a.length, b.length);
  return similarity(a.slice(0, length), b.slice(0, length));
}

/** Length of the longest common subsequence of code units. */
function commonLength(a: string, b: string): number {
  if (row.length <= b.length) row = new Int32Array(b.length * 2);
  row.fill(0, 0, b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    const unit = a.charCodeAt(i);
    let diagonal = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] as number;
      const left = row[j - 1] as number;
      if (unit === b.charCodeAt(j - 1)) row[j] = diagonal + 1;
      else if (left > above) row[j] = left;
      diagonal = above;
    }
  }
  return row[b.length] as number;
}
