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
