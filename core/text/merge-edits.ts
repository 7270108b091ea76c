import type { TextRange } from '../base/text-range.ts';
import type { Edit } from './edit.ts';

/**
 * One ordered list without overlaps from lists that are each in order, all in offsets of one source (DESIGN 9.12). A later
 * list was found on what the earlier ones leave and carried back (see mapEditsBack), so where one edit holds another, its
 * `after` already says what both make, and of equal ranges the later list's counts.
 *
 * Overlapping edits become one with all rule names joined by `+`, the lowest confidence, and applied only when all are;
 * touching ones stay apart; one that changes nothing is left out. A proposal (not applied) gives way to an applied edit of
 * a later list, and of two proposals the more confident one stays, of equals the earlier.
 */
export function mergeEdits(lists: readonly (readonly Edit[])[]): readonly Edit[] {
  let merged: readonly Edit[] = [];
  for (const list of lists) merged = merged.length === 0 ? mergeTwo([], list) : mergeTwo(merged, list);
  return merged;
}

/** Whether two edits cannot stand in one list: they share a code unit, one inserts inside the other, or both insert at one place. */
export function editsOverlap(a: TextRange, b: TextRange): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}

function mergeTwo(earlier: readonly Edit[], later: readonly Edit[]): readonly Edit[] {
  if (later.length === 0) return earlier;
  const ordered = [...earlier, ...withoutOwnConflicts(later)];
  const isLater = new Set<Edit>(later);
  ordered.sort((a, b) => a.start - b.start || a.end - b.end);

  const result: Edit[] = [];
  for (const group of groupsOf(ordered)) {
    if (group.length === 1) {
      result.push(group[0]!);
      continue;
    }
    for (const rest of groupsOf(settle(group, isLater))) {
      const edit = rest.reduce((a, b) => unite(a, b, isLater));
      if (edit.before !== edit.after) result.push(edit);
    }
  }
  return result;
}

/** Runs of edits that overlap, directly or through others. */
function groupsOf(ordered: readonly Edit[]): Edit[][] {
  const groups: Edit[][] = [];
  let group: Edit[] = [];
  let reach: TextRange = { start: 0, end: 0 };
  for (const edit of ordered) {
    if (group.length > 0 && editsOverlap(reach, edit)) {
      group.push(edit);
      reach = { start: reach.start, end: Math.max(reach.end, edit.end) };
    } else {
      group = [edit];
      groups.push(group);
      reach = edit;
    }
  }
  return groups;
}

/** The members of a group that may be united: see mergeEdits for who gives way to whom. */
function settle(group: readonly Edit[], isLater: ReadonlySet<Edit>): readonly Edit[] {
  if (group.some((edit) => edit.applied && isLater.has(edit))) return group.filter((edit) => edit.applied);

  const kept: Edit[] = group.filter((edit) => edit.applied);
  const proposals = group.filter((edit) => !edit.applied);
  proposals.sort((a, b) => b.confidence - a.confidence || Number(isLater.has(a)) - Number(isLater.has(b)));
  const chosen: Edit[] = [];
  for (const proposal of proposals) {
    const reach = reachOf(proposal, kept);
    if (!chosen.some((other) => editsOverlap(reachOf(other, kept), reach))) chosen.push(proposal);
  }
  return [...kept, ...chosen].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The range that a proposal takes together with the applied edits it overlaps. */
function reachOf(proposal: Edit, applied: readonly Edit[]): TextRange {
  let { start, end } = proposal;
  for (const edit of applied) {
    if (!editsOverlap(edit, proposal)) continue;
    start = Math.min(start, edit.start);
    end = Math.max(end, edit.end);
  }
  return { start, end };
}

/** A list whose edits do not overlap each other: the first stays. */
function withoutOwnConflicts(list: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edit of list) {
    const last = kept.at(-1);
    if (last === undefined || !editsOverlap(last, edit)) kept.push(edit);
    else if (edit.applied && !last.applied) kept[kept.length - 1] = edit;
  }
  return kept;
}

function unite(a: Edit, b: Edit, isLater: Set<Edit>): Edit {
  const start = Math.min(a.start, b.start);
  const end = Math.max(a.end, b.end);
  const [left, right] = a.start <= b.start ? [a, b] : [b, a];
  const before =
    left.end >= right.end ? left.before : left.before + right.before.slice(left.end - right.start);
  const later = isLater.has(b) ? b : a;
  const earlier = later === b ? a : b;
  const united: Edit = {
    start,
    end,
    before,
    after: unitedAfter(earlier, later, left, right, start, end),
    rule: joinRules(earlier.rule, later.rule),
    confidence: Math.min(a.confidence, b.confidence),
    applied: a.applied && b.applied,
  };
  isLater.add(united);
  return united;
}

function unitedAfter(
  earlier: Edit,
  later: Edit,
  left: Edit,
  right: Edit,
  start: number,
  end: number,
): string {
  if (later.start === start && later.end === end) return later.after;
  if (earlier.start === start && earlier.end === end) return earlier.after;
  return left.after + right.after;
}

/** Names of rules joined by `+`, each once, the earlier ones first. */
export function joinRules(earlier: string, later: string): string {
  const names = earlier.split('+');
  for (const name of later.split('+')) if (!names.includes(name)) names.push(name);
  return names.join('+');
}
