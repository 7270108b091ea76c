import type { EditedText } from './apply-edits.ts';
import type { Edit } from './edit.ts';
import { joinRules } from './merge-edits.ts';
import { SPAN_WIDTH } from './offset-map.ts';

/**
 * Edits that were found on `edited` (what earlier edits made of `source`), carried back to offsets of the source, ready for
 * mergeEdits behind those earlier edits. An edit that touches what an earlier one wrote grows over the whole of that, and
 * its `after` then says what both make. A removal is cut where earlier edits begin and end, so that it takes nothing in that
 * is hidden already. Applied edits that grow into each other become one; a proposal stays by itself.
 *
 * Text that an earlier edit inserted beside a later one is taken in too: the source has no room between the two, so only
 * this way a range of the source says which of them is meant.
 *
 * `edits` must be in order and without overlaps in the text of `edited`. A result may change nothing (before equals
 * after): it undoes an earlier edit, and mergeEdits drops it together with that one.
 */
export function mapEditsBack(edits: readonly Edit[], source: string, edited: EditedText): readonly Edit[] {
  if (edited.map.spans.length === 0) return edits;
  const applied = edits.filter((edit) => edit.applied);
  const result = carryBack(applied, source, edited);
  if (applied.length === edits.length) return result;
  for (const edit of edits) if (!edit.applied) result.push(...carryBack([edit], source, edited));
  return result.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Pieces of edits that are carried back as one, with the range of the edited text that they take. */
interface Group {
  start: number;
  end: number;
  readonly pieces: Edit[];
  /** Where in the span table the first span behind `start` and the first one behind `end` stand. */
  readonly firstSpan: number;
  nextSpan: number;
}

function carryBack(edits: readonly Edit[], source: string, edited: EditedText): Edit[] {
  const { spans } = edited.map;
  const groups: Group[] = [];
  for (const edit of edits) {
    for (const piece of cutRemoval(edit, spans)) {
      const last = groups.at(-1);
      const at = firstSpanEndingBehind(spans, piece.start, last?.nextSpan ?? 0);
      const start = at < spans.length ? Math.min(piece.start, spans[at + 2] as number) : piece.start;
      if (last !== undefined && (piece.start < last.end || continuesInsertion(start, last, spans))) {
        last.pieces.push(piece);
        growOver(last, piece.end, spans);
      } else {
        const group = startGroup(piece, start, at, spans);
        growOver(group, piece.end, spans);
        groups.push(group);
      }
    }
  }
  return groups.map((group) => editOf(group, source, edited));
}

/** A removal cut at each border of an earlier edit inside it; any other edit whole. */
function cutRemoval(edit: Edit, spans: Int32Array): readonly Edit[] {
  if (edit.after !== '' || edit.end - edit.start < 2) return [edit];
  const pieces: Edit[] = [];
  let from = edit.start;
  const cutAt = (border: number): void => {
    if (border <= from || border > edit.end) return;
    pieces.push({
      ...edit,
      start: from,
      end: border,
      before: edit.before.slice(from - edit.start, border - edit.start),
    });
    from = border;
  };
  const first = firstSpanEndingBehind(spans, edit.start, 0);
  for (let at = first; at < spans.length && (spans[at + 2] as number) < edit.end; at += SPAN_WIDTH) {
    cutAt(spans[at + 2] as number);
    cutAt(spans[at + 3] as number);
  }
  cutAt(edit.end);
  return pieces;
}

/** A group that begins at `start`, which is the piece's or that of the span at index `at` around it. */
function startGroup(piece: Edit, start: number, at: number, spans: Int32Array): Group {
  const before = at - SPAN_WIDTH;
  const joinsLeft = before >= 0 && spans[before + 3] === start && isInserted(spans, before);
  const from = joinsLeft ? (spans[before + 2] as number) : start;
  return {
    start: from,
    end: from,
    pieces: [piece],
    firstSpan: joinsLeft ? before : at,
    nextSpan: joinsLeft ? before : at,
  };
}

/** Takes in every span that shares text with the group, and text inserted at its edge. */
function growOver(group: Group, end: number, spans: Int32Array): void {
  group.end = Math.max(group.end, end);
  for (let at = group.nextSpan; at < spans.length; at += SPAN_WIDTH) {
    const start = spans[at + 2] as number;
    const shares = start < group.end && ((spans[at + 3] as number) > group.start || start > group.start);
    if (!shares && !(start === group.end && isInserted(spans, at))) break;
    group.start = Math.min(group.start, start);
    group.end = Math.max(group.end, spans[at + 3] as number);
    group.nextSpan = at + SPAN_WIDTH;
  }
}

/** Whether what begins at `start` goes on where a group has just taken in inserted text. */
function continuesInsertion(start: number, group: Group, spans: Int32Array): boolean {
  const last = group.nextSpan - SPAN_WIDTH;
  return last >= group.firstSpan && spans[last + 3] === start && isInserted(spans, last);
}

function editOf({ pieces, ...group }: Group, source: string, edited: EditedText): Edit {
  const { spans } = edited.map;
  const start = sourcePosition(group.start, group.firstSpan, spans);
  const end = sourcePosition(group.end, group.nextSpan, spans);
  let after = '';
  let cursor = group.start;
  for (const piece of pieces) {
    after += edited.text.slice(cursor, piece.start) + piece.after;
    cursor = piece.end;
  }
  after += edited.text.slice(cursor, group.end);
  return {
    start,
    end,
    before: source.slice(start, end),
    after,
    rule: pieces.map((piece) => piece.rule).reduce(joinRules),
    confidence: pieces.reduce((least, piece) => Math.min(least, piece.confidence), 1),
    applied: pieces.every((piece) => piece.applied),
  };
}

/** The source position of `offset`, which lies between the span before index `at` and the one at it. */
function sourcePosition(offset: number, at: number, spans: Int32Array): number {
  return at === 0
    ? offset
    : (spans[at - SPAN_WIDTH + 1] as number) + offset - (spans[at - SPAN_WIDTH + 3] as number);
}

/** Index of the first span from `at` on that ends behind `offset` of the edited text. */
function firstSpanEndingBehind(spans: Int32Array, offset: number, at: number): number {
  let low = at / SPAN_WIDTH;
  let high = spans.length / SPAN_WIDTH;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle * SPAN_WIDTH + 3] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low * SPAN_WIDTH;
}

function isInserted(spans: Int32Array, at: number): boolean {
  return spans[at] === spans[at + 1];
}
