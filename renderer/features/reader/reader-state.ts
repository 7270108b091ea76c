import type { TextRange } from '#core/base/text-range.ts';
import type { ViewScript } from '#core/report/script.ts';
import type { Repair } from '#renderer/state/report/report-repairs.ts';
import type { DoubtfulPlace } from './doubtful-marks.ts';
import type { Box } from './sight.ts';

/** What the components of an article show. */
export interface ReaderState {
  /** Grows with each article that is built; 0 while there is none. */
  readonly built: number;
  /** The script that is shown whole; null while one is being made. */
  readonly script: ViewScript | null;
  readonly conversionFailed: boolean;
  readonly selection: { readonly source: TextRange; readonly box: Box } | null;
  /** The panel at a passage: notes there, the shortest first; a note or a correction being written; a mark. */
  readonly panel:
    | { readonly kind: 'repair'; readonly repair: Repair; readonly box: Box; readonly byKey: boolean }
    | { readonly kind: 'doubtful'; readonly place: DoubtfulPlace; readonly box: Box; readonly byKey: boolean }
    | { readonly kind: 'correction'; readonly source: TextRange; readonly box: Box }
    | { readonly kind: 'notes'; readonly noteIds: readonly string[]; readonly box: Box }
    | { readonly kind: 'draft'; readonly source: TextRange; readonly box: Box }
    | null;
}

/** While no report is shown. */
export const NOTHING: ReaderState = {
  built: 0,
  script: null,
  conversionFailed: false,
  selection: null,
  panel: null,
};

/** What of the page an article stands in. */
export interface ReaderElements {
  readonly scroller: HTMLElement;
  readonly root: HTMLElement;
  readonly descriptions: HTMLElement;
}
