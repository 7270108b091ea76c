import type { Edit } from './edit.ts';
import { OffsetMapBuilder } from './offset-map-builder.ts';
import type { OffsetMap } from './offset-map.ts';

/** A text made by edits, and how its offsets belong to the text that they were made on. */
export interface EditedText {
  readonly text: string;
  readonly map: OffsetMap;
}

/**
 * The text that the applied edits of an ordered list make of `source`. Edits that are not applied leave it as it is.
 * RangeError when an edit (applied or not) is out of order, overlaps the one before it, leaves the source, or does not
 * say what stands there.
 */
export function applyEdits(source: string, edits: readonly Edit[]): EditedText {
  const builder = new OffsetMapBuilder(edits.length);
  const pieces: string[] = [];
  let checked = 0;
  let copied = 0;
  for (const edit of edits) {
    requireEdit(source, edit, checked);
    checked = edit.end;
    if (!edit.applied || edit.before === edit.after) continue;
    pieces.push(source.slice(copied, edit.start), edit.after);
    builder.copy(edit.start - copied);
    builder.replace(edit.end - edit.start, edit.after.length);
    copied = edit.end;
  }
  pieces.push(source.slice(copied));
  builder.copy(source.length - copied);
  return { text: pieces.join(''), map: builder.build() };
}

function requireEdit(source: string, edit: Edit, from: number): void {
  const { start, end } = edit;
  if (start < from || end < start || end > source.length) {
    throw new RangeError(`edit ${start},${end} of ${edit.rule} cannot follow ${from}`);
  }
  if (end - start !== edit.before.length || !source.startsWith(edit.before, start)) {
    throw new RangeError(`edit ${start},${end} of ${edit.rule} does not say what stands there`);
  }
}
