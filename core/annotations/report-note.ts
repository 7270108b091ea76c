import { BUILT_IN_CODES } from './codes.ts';
import type { Anchor, Annotation } from './record.ts';

/**
 * Whether this is a note on its report as a whole: kind `note` without a passage, which the record holds as the empty range
 * at 0, with neither quote nor context (docs/adr/0012). Nothing of a text can move it, so it is exact in every version.
 */
export function isReportNote({
  kind,
  anchor,
}: Pick<Annotation, 'kind'> & { readonly anchor: Pick<Anchor, 'start' | 'end'> }): boolean {
  return kind === 'note' && anchor.start === 0 && anchor.end === 0;
}

/** The anchor of a note on a whole report. */
export function reportAnchor(sourceHash: string): Anchor {
  return { start: 0, end: 0, exact: '', prefix: '', suffix: '', sourceHash };
}

/** What a note on a whole report has until the user gives it a code. */
export const UNCHOSEN_CODE = BUILT_IN_CODES[0];

/**
 * The code that the user gave a note; null for a note on a whole report that has the code which every note begins with:
 * nothing is painted in it, and nobody chose it.
 */
export function chosenCode(note: Pick<Annotation, 'kind' | 'anchor' | 'code'>): string | null {
  return isReportNote(note) && note.code === UNCHOSEN_CODE ? null : note.code;
}
