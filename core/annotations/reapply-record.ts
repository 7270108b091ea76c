import type { RecordChange } from './record-change.ts';

/** A record of plain values that counts its changes. */
interface Revised {
  readonly id: string;
  readonly revision: number;
}

/** Whether two records say the same, whatever their revision. */
export function sameRecord<T extends Revised>(a: T | null, b: T | null): boolean {
  if (a === null || b === null) return a === b;
  const names = Object.keys({ ...a, ...b }) as (keyof T)[];
  return names.every((name) => name === 'revision' || a[name] === b[name]);
}

/**
 * Does a change of the journal again (or its inverse) on the record as it is now; `superseded` when that is not what the
 * change starts from. `lastRevision` is the highest that the record ever had: no revision names two contents.
 */
export function reapplyRecord<T extends Revised>(
  change: RecordChange<T>,
  current: T | null,
  lastRevision: number,
): RecordChange<T> | 'superseded' {
  if (!sameRecord(current, change.before)) return 'superseded';
  const after = change.after && { ...change.after, revision: lastRevision + 1 };
  return { id: change.id, before: current, after };
}
