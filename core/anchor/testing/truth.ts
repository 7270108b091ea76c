import type { TextRange } from '../../base/text-range.ts';
import { NOISE, type Cell, type CellText } from './cells.ts';

/**
 * What became of a passage: `same` stands together with all its characters; `changed` kept at least 80 % of them, in order
 * and near each other; `torn` kept some; `gone` none.
 */
export type Fate = 'same' | 'changed' | 'torn' | 'gone';

/** The truth about one passage, known because each character carries where it came from. */
export interface Truth {
  readonly fate: Fate;
  /** The passage's characters that are left: ids. */
  readonly left: ReadonlySet<number>;
  /** From the first to the last of them in the new text; null when gone. */
  readonly range: TextRange | null;
}

/** For each id, its place among the cells of a text. White space has none: layout is no part of a passage. */
export function placesOf({ cells }: CellText): ReadonlyMap<number, number> {
  return new Map(
    cells.flatMap((cell, index) => (cell.id >= 0 && !isLayout(cell) ? [[cell.id, index] as const] : [])),
  );
}

function isLayout({ id, text }: Cell): boolean {
  return id === NOISE || text.trim() === '';
}

/** What became of the characters with the given ids; `places` are those of the current text. */
export function truthOf(
  current: CellText,
  places: ReadonlyMap<number, number>,
  ids: readonly number[],
): Truth {
  const left = new Set(ids.filter((id) => places.has(id)));
  const indices = [...left].map((id) => places.get(id) as number);
  const [first, last] = [indices[0], indices.at(-1)];
  if (first === undefined || last === undefined) return { fate: 'gone', left, range: null };
  const low = Math.min(...indices);
  const high = Math.max(...indices);
  const range = { start: current.ranges[low]?.start ?? 0, end: current.ranges[high]?.end ?? 0 };
  const between = current.cells.slice(low, high + 1).filter((cell) => !isLayout(cell)).length;
  const isOrdered = indices.every((index, at) => at === 0 || index > (indices[at - 1] as number));
  const { length } = ids;
  if (isOrdered && left.size === length && between === length) return { fate: 'same', left, range };
  const isNear = isOrdered && left.size >= 0.8 * length && between <= 1.3 * length + 1;
  return { fate: isNear ? 'changed' : 'torn', left, range };
}

/**
 * Whether a passage that was called sure is where it must be: all that is left of an unchanged one and nothing else; all
 * that is left of a changed one where it is said to have the same characters (an equal one may have taken a character's
 * place), else half; something of a torn one; of one that is gone nothing can be right.
 */
export function isRight(truth: Truth, current: CellText, placed: TextRange, isExact: boolean): boolean {
  const held = current.cells.filter((cell, index) => {
    const range = current.ranges[index] as TextRange;
    return !isLayout(cell) && range.start < placed.end && placed.start < range.end;
  });
  const ours = held.filter(({ id }) => truth.left.has(id)).length;
  switch (truth.fate) {
    case 'same':
      return ours === truth.left.size && held.length === ours;
    case 'changed':
      return ours >= truth.left.size / (isExact ? 1 : 2) && ours >= held.length / 2;
    case 'torn':
      return ours > 0 && !isExact;
    case 'gone':
      return false;
  }
}
