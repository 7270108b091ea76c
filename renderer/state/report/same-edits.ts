import type { Edit } from '#core/text/edit.ts';

/** Whether two lists of edits over one source say the same. A long report has tens of thousands. */
export function sameEdits(a: readonly Edit[] | null, b: readonly Edit[] | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.length !== b.length) return false;
  return a.every((edit, index) => {
    const other = b[index] as Edit;
    return (
      edit.start === other.start &&
      edit.end === other.end &&
      edit.after === other.after &&
      edit.rule === other.rule &&
      edit.applied === other.applied &&
      edit.decided === other.decided
    );
  });
}
