import type { SourceFormat } from '../../report/report.ts';
import { applyEdits } from '../apply-edits.ts';
import type { Edit } from '../edit.ts';
import { mapEditsBack } from '../map-edits-back.ts';
import { mergeEdits } from '../merge-edits.ts';
import { completeEdits } from './complete-edits.ts';
import type { RepairDecision } from './decisions.ts';
import type { DecodeBytes } from './double-byte-table.ts';
import { protectedRanges } from './protected-ranges.ts';
import type { UndecodableBytes } from './rule.ts';
import { REPAIR_RULES, RULE_SET_VERSION } from './registry.ts';
import { touchesAny } from './sorted-ranges.ts';
import { markUndecodable } from './undecodable-bytes.ts';

/** What a plan depends on beside the source. */
export interface PlanOptions {
  /** Whether a character's Simplified form is another one; the facade of the script room gives it. */
  readonly isTraditionalForm: (char: string) => boolean;
  /** Knows GBK and Big5; without it the rules about bytes only mark. */
  readonly decodeBytes?: DecodeBytes | undefined;
  /** Of a source that was decoded as UTF-8: what did not decode, and the byte offset of its first character. */
  readonly undecodable?: readonly UndecodableBytes[] | undefined;
  readonly firstByte?: number | undefined;
  /** What the user switched on or off. */
  readonly decisions?: readonly RepairDecision[];
  /** The user's own corrections (rule `user`), ordered and without overlaps, in offsets of the source. */
  readonly userEdits?: readonly Edit[];
  /** What the adapter that wrote the source leaves out of the reading text; the rules see what is left. In order. */
  readonly adapterEdits?: readonly Edit[];
}

/** The way from a source to its reading text. */
interface EditPlan {
  /** Ordered, without overlaps, in UTF-16 offsets of the source; proposals have `applied: false`. */
  readonly edits: readonly Edit[];
  /** What the rules found by themselves, before decisions, corrections, marks and layout: what can be decided about. */
  readonly repairs: readonly Edit[];
  readonly ruleSetVersion: number;
}

/** The repairs that the rule set finds by itself, in offsets of the source. */
function findRepairs(source: string, format: SourceFormat, options: PlanOptions): readonly Edit[] {
  const { isTraditionalForm, decodeBytes, undecodable, firstByte } = options;
  const context = { format, isTraditionalForm, decodeBytes, undecodable, firstByte };
  const syntax = protectedRanges(source, format);
  let edits: readonly Edit[] = options.adapterEdits ?? [];
  let left = applyEdits(source, edits);
  for (const rule of REPAIR_RULES) {
    if (rule.trace?.test(left.text) === false) continue;
    const found = mapEditsBack(rule.find(left.text, context), source, left);
    const certain = edits.filter((edit) => edit.applied);
    // A proposal that needs what was repaired would take the repair back with it.
    const allowed = found.filter(
      (edit) => !touchesAny(syntax, edit) && (edit.applied || !touchesAny(certain, edit)),
    );
    if (allowed.length === 0) continue;
    edits = mergeEdits([edits, allowed]);
    left = applyEdits(source, edits);
  }
  const marks = markUndecodable(source, edits).filter((edit) => !touchesAny(syntax, edit));
  return marks.length === 0
    ? edits
    : [...edits, ...marks].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The complete list of edits that make the reading text: repairs in their order, switched by the user's decisions, her own
 * corrections, then marks of Markdown, then layout. Repairs that the rules find do not depend on decisions, so a
 * decision finds its edit again.
 */
export function planEdits(source: string, format: SourceFormat, options: PlanOptions): EditPlan {
  const repairs = findRepairs(source, format, options);
  const edits = completeEdits(source, format, { ...options, repairs });
  return { edits, repairs, ruleSetVersion: RULE_SET_VERSION };
}
