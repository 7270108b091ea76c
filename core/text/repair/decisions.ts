import { rangesOverlap } from '../../base/text-range.ts';
import type { Edit } from '../edit.ts';

/** What the user decided about one edit, found again by its range and rule (DESIGN 9.12). */
export interface RepairDecision {
  /** UTF-16 offsets in the source. */
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly applied: boolean;
}

/** The edits, each switched as the decision about it says; decisions about edits that are not there have no effect. */
export function applyDecisions(
  edits: readonly Edit[],
  decisions: readonly RepairDecision[],
): readonly Edit[] {
  if (decisions.length === 0) return edits;
  const byStart = new Map<number, RepairDecision[]>();
  for (const decision of decisions) {
    const there = byStart.get(decision.start);
    if (there === undefined) byStart.set(decision.start, [decision]);
    else there.push(decision);
  }
  return edits.map((edit) => {
    const found = byStart
      .get(edit.start)
      ?.findLast(({ end, rule }) => end === edit.end && rule === edit.rule);
    return found === undefined ? edit : { ...edit, applied: found.applied, decided: true };
  });
}

/**
 * The edits with the user's own corrections among them. A correction stands as the user gave it: what rules found inside its
 * range is superseded; a removal that reaches out of it is cut at its border, any other edit that does gives way.
 */
export function withUserEdits(
  source: string,
  edits: readonly Edit[],
  userEdits: readonly Edit[],
): readonly Edit[] {
  if (userEdits.length === 0) return edits;
  const kept: Edit[] = [];
  let first = 0;
  for (const edit of edits) {
    // Both lists are in order: corrections that end before this edit end before all that follow.
    while ((userEdits[first]?.end ?? edit.start) < edit.start) first += 1;
    const own: Edit[] = [];
    for (let at = first; (userEdits[at]?.start ?? Infinity) <= edit.end; at += 1) {
      const user = userEdits[at];
      if (user !== undefined && (rangesOverlap(user, edit) || sitsInside(user, edit))) own.push(user);
    }
    if (own.length === 0) kept.push(edit);
    else kept.push(...remainders(source, edit, own));
  }
  return [...kept, ...userEdits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A correction that only inserts overlaps nothing, but it cannot stand inside another edit. */
function sitsInside(user: Edit, edit: Edit): boolean {
  if (user.start !== user.end) return false;
  return user.start > edit.start
    ? user.start < edit.end
    : edit.start === edit.end && user.start === edit.start;
}

function remainders(source: string, edit: Edit, own: readonly Edit[]): Edit[] {
  if (edit.after !== '') return [];
  const pieces: Edit[] = [];
  let from = edit.start;
  const piece = (end: number): void => {
    if (end > from) pieces.push({ ...edit, start: from, end, before: source.slice(from, end) });
  };
  for (const user of own) {
    piece(Math.min(user.start, edit.end));
    from = Math.max(from, user.end);
  }
  piece(edit.end);
  return pieces;
}
