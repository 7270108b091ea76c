import assert from 'node:assert/strict';
import { applyEdits } from '#core/text/apply-edits.ts';
import type { Edit } from '#core/text/edit.ts';

/** The source again from what the edits make of it: each `after` at its place turned back into its `before`. */
function undo(edited: string, edits: readonly Edit[]): string {
  let source = '';
  let from = 0;
  let shift = 0;
  for (const { start, end, before, after, applied } of edits) {
    if (!applied) continue;
    assert.equal(edited.slice(start + shift, start + shift + after.length), after);
    source += edited.slice(from, start + shift) + before;
    from = start + shift + after.length;
    shift += after.length - (end - start);
  }
  return source + edited.slice(from);
}

/** Throws unless edits are ordered, do not overlap, say what stands in the source, and lose nothing of it. */
export function requireSoundEdits(source: string, edits: readonly Edit[]): void {
  let last = 0;
  for (const { start, end, before, confidence } of edits) {
    assert.ok(start >= last && end >= start, 'edits are in order');
    assert.equal(source.slice(start, end), before);
    assert.ok(confidence >= 0 && confidence <= 1);
    last = end;
  }
  assert.equal(undo(applyEdits(source, edits).text, edits), source);
}
