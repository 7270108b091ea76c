import { changeNote, createNote, keepCopy, removeNote } from '#core/annotations/commands.ts';
import { requireNoteLimits } from '#core/annotations/note-limits.ts';
import type { Anchor, Annotation, AnnotationChange, AnnotationKind } from '#core/annotations/record.ts';
import { isReportNote, reportAnchor } from '#core/annotations/report-note.ts';
import type { NoteChangeAnswer, ReportContent } from '#core/ipc/payloads.ts';
import { contextOf } from '#core/text/context.ts';
import type { Actor, PackReports } from '../library-types.ts';
import { recordAction } from '../store/actions.ts';
import { listAnnotations } from '../store/annotation-table.ts';
import type { Connection } from '../store/connection.ts';
import { spellTags } from '../store/tags.ts';
import type { UndoableChange } from '../store/undoable-change.ts';
import { newAnnotationId } from './annotation-id.ts';
import { ensureStored, openContent, requireReport, requireSameText } from './reports.ts';
import { requireNote, requireRange, requireSome } from './require-note.ts';

export interface NotesDeps {
  readonly connection: Connection;
  readonly packs: Pick<PackReports, 'open'>;
  readonly actor: Actor;
  readonly now: () => number;
}

export interface NoteRequest {
  readonly reportId: string;
  /** UTF-16 offsets in the source text. */
  readonly start: number;
  readonly end: number;
  readonly kind: AnnotationKind;
  readonly code: string;
  readonly note: string;
  readonly tags: readonly string[];
}

export interface NoteChangeRequest {
  readonly id: string;
  /** The revision that the writer saw. */
  readonly revision: number;
  readonly change: AnnotationChange;
}

/** Notes of one report in order, or of all (null). Throws `report-unknown` for a report that is nowhere or in the trash. */
export function listNotes({ connection, packs }: NotesDeps, reportId: string | null): readonly Annotation[] {
  if (reportId !== null) requireReport(connection, packs, reportId);
  return listAnnotations(connection, reportId);
}

/**
 * Makes a note on exactly this range of the source; kind `note` on the empty range at 0 is one on the whole report. The first note on a pack's report copies the report into the store.
 * Throws `report-unknown`; `range-invalid` for a range that is not in the text, cuts a surrogate pair, or is empty
 * otherwise and no bookmark; `note-limit`; `report-changed` when another process changed the text at this moment.
 */
export function addNote(deps: NotesDeps, request: NoteRequest): Annotation {
  const { connection } = deps;
  const content = openContent(deps, request.reportId);
  requireRange(content.source, request);
  const now = deps.now();
  return connection.write(() => {
    ensureStored(connection, content, now);
    requireSameText(connection, content);
    const change = createNote({
      id: newAnnotationId(),
      reportId: request.reportId,
      kind: request.kind,
      code: request.code,
      anchor: anchorOf(content, request),
      note: request.note,
      tags: spellTags(connection, request.tags),
      now,
    });
    requireNoteLimits(null, change.after);
    recordAction(connection, deps.actor, now, 'create-note', [undoable(request.reportId, change)]);
    return change.after;
  });
}

/**
 * Changes a note. When the writer had not seen its current revision, the other writer's note stays as it is and this
 * one's words become a note of their own on the same place. Throws `annotation-unknown`, `note-limit`.
 */
export function editNote(deps: NotesDeps, request: NoteChangeRequest): NoteChangeAnswer {
  const { connection, actor } = deps;
  const now = deps.now();
  return connection.write(() => {
    const current = requireNote(connection, request.id);
    const change: AnnotationChange =
      request.change.tags === undefined
        ? request.change
        : { ...request.change, tags: spellTags(connection, request.change.tags) };
    const isStale = current.revision !== request.revision;
    const made = isStale
      ? keepCopy(current, change, newAnnotationId(), now)
      : changeNote(current, change, now);
    if (made === null) return { annotation: current, keptCopy: null };
    requireNoteLimits(current, made.after);
    const label = isStale ? 'create-note' : 'change-note';
    recordAction(connection, actor, now, label, [undoable(current.reportId, made)]);
    return isStale
      ? { annotation: current, keptCopy: made.after }
      : { annotation: made.after, keptCopy: null };
  });
}

/**
 * Deletes notes as one action. Ids that are gone already are passed over; throws `annotation-unknown` when all of them
 * are.
 */
export function removeNotes({ connection, actor, now }: NotesDeps, ids: readonly string[]): void {
  connection.write(() => {
    const changes = requireSome(connection, ids).map((note) => undoable(note.reportId, removeNote(note)));
    recordAction(connection, actor, now(), 'delete-notes', changes);
  });
}

/** The anchor of a new note: its passage, or, for a note on a whole report, none. */
function anchorOf({ source, sourceHash }: ReportContent, { kind, start, end }: NoteRequest): Anchor {
  if (isReportNote({ kind, anchor: { start, end } })) return reportAnchor(sourceHash);
  return { start, end, ...contextOf(source, { start, end }), sourceHash };
}

/** The change of a note as an action takes it. */
export function undoable(
  reportId: string,
  change: Extract<UndoableChange, { kind: 'annotation' }>['change'],
): UndoableChange {
  return { kind: 'annotation', reportId, change };
}
