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
  ordered.sort((a, b) => a.start - b.start || comparePlace(a, b, isLater));
  // What overlaps nothing of its own list has nothing else to meet.
  if (earlier.length === 0) return ordered;

  const result: Edit[] = [];
  for (const group of groupsOf(ordered, isLater)) {
    if (group.length === 1) {
      result.push(...group);
      continue;
    }
    for (const rest of groupsOf(settle(group, isLater), isLater)) {
      const edits = rest.length === 1 ? rest : [unite(rest, isLater)];
      result.push(...edits.filter((edit) => edit.before !== edit.after));
    }
  }
  return result;
}

/**
 * Runs of edits that overlap, directly or through others. An insertion of an earlier list at the edge of a later edit
 * belongs to it as well: mapEditsBack took it in.
 */
function groupsOf(ordered: readonly Edit[], isLater: ReadonlySet<Edit>): Edit[][] {
  const groups: Edit[][] = [];
  let group: Edit[] = [];
  let start = 0;
  let end = -1;
  for (const edit of ordered) {
    // Most edits touch no other: those are neither compared with a group nor asked about insertions.
    const isNext = edit.start <= end && belongsTo(group, { start, end }, edit, isLater);
    if (isNext) {
      group.push(edit);
      end = Math.max(end, edit.end);
    } else {
      group = [edit];
      groups.push(group);
      ({ start, end } = edit);
    }
  }
  return groups;
}

function belongsTo(
  group: readonly Edit[],
  reach: TextRange,
  edit: Edit,
  isLater: ReadonlySet<Edit>,
): boolean {
  return (
    editsOverlap(reach, edit) ||
    group.some((other) => takesIn(other, edit, isLater) || takesIn(edit, other, isLater))
  );
}

/** Edits that begin at one place: insertions, then the later list's, so that each insertion meets who takes it in. */
function comparePlace(a: Edit, b: Edit, isLater: ReadonlySet<Edit>): number {
  if (a.start === a.end || b.start === b.end) return a.end - b.end;
  return Number(isLater.has(b)) - Number(isLater.has(a)) || a.end - b.end;
}

function takesIn(later: Edit, earlier: Edit, isLater: ReadonlySet<Edit>): boolean {
  if (!earlier.applied || earlier.start !== earlier.end) return false;
  if (later.start > earlier.start || earlier.start > later.end) return false;
  return isLater.has(later) && !isLater.has(earlier);
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
  return [...kept, ...chosen].sort((a, b) => a.start - b.start || comparePlace(a, b, isLater));
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

/** One edit of all members of a group: the outer of two that hold each other speaks, partial neighbours are strung together. */
function unite(group: readonly Edit[], isLater: ReadonlySet<Edit>): Edit {
  const later = group.filter((edit) => isLater.has(edit));
  const earlier = group.filter((edit) => !isLater.has(edit));
  const outerEarlier = earlier.filter((edit) => !later.some((other) => holds(other, edit)));
  const outerLater = later.filter((edit) => !outerEarlier.some((other) => holds(other, edit)));
  const outer = [...outerEarlier, ...outerLater].sort((a, b) => a.start - b.start || a.end - b.end);

  let before = '';
  let after = '';
  const start = outer.reduce((least, edit) => Math.min(least, edit.start), Number.MAX_SAFE_INTEGER);
  for (const edit of outer) {
    before += edit.before.slice(start + before.length - edit.start);
    after += edit.after;
  }
  const all = [...earlier, ...later];
  return {
    start,
    end: start + before.length,
    before,
    after,
    rule: all.map((edit) => edit.rule).reduce(joinRules),
    confidence: all.reduce((least, edit) => Math.min(least, edit.confidence), 1),
    applied: all.every((edit) => edit.applied),
    ...(all.some((edit) => edit.decided === true) && { decided: true }),
  };
}

function holds(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Names of rules joined by `+`, each once, the earlier ones first. */
export function joinRules(earlier: string, later: string): string {
  const names = earlier.split('+');
  for (const name of later.split('+')) if (!names.includes(name)) names.push(name);
  return names.join('+');
}
