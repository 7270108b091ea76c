import { changeNote, createNote, keepCopy, removeNote } from '#core/annotations/commands.ts';
import type { Annotation, AnnotationChange, AnnotationKind } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { NoteChangeAnswer, ReportContent } from '#core/ipc/payloads.ts';
import { contextOf } from '#core/text/context.ts';
import type { Actor, PackReports } from '../library-types.ts';
import { recordAction, type UndoableChange } from '../store/actions.ts';
import { findAnnotation, listAnnotations } from '../store/annotation-table.ts';
import type { Connection } from '../store/connection.ts';
import { copyPackReport } from '../store/insert-report.ts';
import { openStoredReport, placeOfReport } from '../store/report-table.ts';
import { spellTags } from '../store/tags.ts';
import { newAnnotationId } from './annotation-id.ts';

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
  if (reportId !== null) requirePlace(connection, packs, reportId);
  return listAnnotations(connection, reportId);
}

/**
 * Makes a note on exactly this range of the source. The first note on a pack's report copies the report into the store.
 * Throws `report-unknown`; `range-invalid` for a range that is not in the text, cuts a surrogate pair, or is empty and
 * no bookmark.
 */
export function addNote(deps: NotesDeps, request: NoteRequest): Annotation {
  const { connection, packs } = deps;
  const place = requirePlace(connection, packs, request.reportId);
  const content = contentOf(deps, request.reportId, place);
  requireRange(content.source, request);
  const now = deps.now();
  return connection.write(() => {
    ensureStored(connection, content, now);
    const change = createNote({
      id: newAnnotationId(),
      reportId: request.reportId,
      kind: request.kind,
      code: request.code,
      anchor: {
        start: request.start,
        end: request.end,
        ...contextOf(content.source, request),
        sourceHash: content.sourceHash,
      },
      note: request.note,
      tags: spellTags(connection, request.tags),
      now,
    });
    recordAction(connection, deps.actor, now, 'create-note', [undoable(request.reportId, change)]);
    return change.after;
  });
}

/**
 * Changes a note. When the writer had not seen its current revision, the other writer's note stays as it is and this
 * one's words become a note of their own on the same place. Throws `annotation-unknown`.
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
    const found = [...new Set(ids)]
      .map((id) => findAnnotation(connection, id))
      .filter((note) => note !== null)
      .filter((note) => placeOfReport(connection, note.reportId) === 'library');
    if (found.length === 0 && ids.length > 0) {
      throw new ZhupiError('annotation-unknown', { id: ids[0] ?? '' });
    }
    const changes = found.map((note) => undoable(note.reportId, removeNote(note)));
    recordAction(connection, actor, now(), 'delete-notes', changes);
  });
}

/** Copies a pack's report into the store unless it is there; inside the caller's transaction. */
export function ensureStored(connection: Connection, content: ReportContent, now: number): void {
  const { reportId } = content.summary;
  if (placeOfReport(connection, reportId) !== 'absent') return;
  // A library report that was purged between reading and writing must not come back as a pack's.
  if (content.summary.origin !== 'pack') throw new ZhupiError('report-unknown', { reportId });
  copyPackReport(connection, content, now);
}

function contentOf(deps: NotesDeps, reportId: string, place: 'library' | 'pack'): ReportContent {
  if (place === 'library') return openStoredReport(deps.connection, reportId);
  const content = deps.packs.open(reportId);
  if (content === undefined) throw new ZhupiError('report-unknown', { reportId });
  return content;
}

function requirePlace(
  connection: Connection,
  packs: NotesDeps['packs'],
  reportId: string,
): 'library' | 'pack' {
  const place = placeOfReport(connection, reportId);
  if (place === 'library') return place;
  if (place === 'absent' && packs.open(reportId) !== undefined) return 'pack';
  throw new ZhupiError('report-unknown', { reportId });
}

function requireNote(connection: Connection, id: string): Annotation {
  const note = findAnnotation(connection, id);
  if (note === null || placeOfReport(connection, note.reportId) !== 'library') {
    throw new ZhupiError('annotation-unknown', { id });
  }
  return note;
}

function requireRange(source: string, { reportId, start, end, kind }: NoteRequest): void {
  const isInText = start >= 0 && start <= end && end <= source.length;
  const isEmpty = start === end && kind !== 'bookmark';
  if (!isInText || isEmpty || cutsPair(source, start) || cutsPair(source, end)) {
    throw new ZhupiError('range-invalid', { reportId, start, end, length: source.length });
  }
}

function cutsPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}

function undoable(
  reportId: string,
  change: Extract<UndoableChange, { kind: 'annotation' }>['change'],
): UndoableChange {
  return { kind: 'annotation', reportId, change };
}
