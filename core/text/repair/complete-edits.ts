import type { SourceFormat } from '../../report/report.ts';
import { applyEdits } from '../apply-edits.ts';
import type { Edit } from '../edit.ts';
import { layoutEdits } from '../layout.ts';
import { mapEditsBack } from '../map-edits-back.ts';
import { markupEdits } from '../markup.ts';
import { mergeEdits } from '../merge-edits.ts';
import { applyDecisions, withUserEdits } from './decisions.ts';
import type { RepairDecision } from './decisions.ts';

/** What a reading text is made of beside its source; all in UTF-16 offsets of the source. */
export interface DecidedRepairs {
  /** What the rules found by themselves (see planEdits). */
  readonly repairs: readonly Edit[];
  /** What the user switched on or off. */
  readonly decisions?: readonly RepairDecision[];
  /** The user's own corrections (rule `user`), ordered and without overlaps. */
  readonly userEdits?: readonly Edit[];
}

/**
 * The complete list of edits of a source whose repairs are known: switched by decisions, with the user's corrections, then
 * marks of Markdown, then layout. Knows no rule and needs no tables, so switching is quick and outlives a rule set.
 */
export function completeEdits(
  source: string,
  format: SourceFormat,
  { repairs, decisions, userEdits }: DecidedRepairs,
): readonly Edit[] {
  let edits = withUserEdits(source, applyDecisions(repairs, decisions ?? []), userEdits ?? []);
  const finders = format === 'md' ? [markupEdits, layoutEdits] : [layoutEdits];
  for (const findEdits of finders) {
    const left = applyEdits(source, edits);
    edits = mergeEdits([edits, mapEditsBack(findEdits(left.text), source, left)]);
  }
  return edits;
}
