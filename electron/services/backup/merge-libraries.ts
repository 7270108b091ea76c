import type { NoteRecordChange } from '#core/annotations/commands.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { MergeAnswer } from '#core/ipc/calls/backup-calls.ts';
import type { Actor } from '../library-types.ts';
import type { PlaceByText } from '../report-changes/place-by-text.ts';
import { recordAction } from '../store/actions.ts';
import { findAnnotation, listAnnotations, saveAnnotation } from '../store/annotation-table.ts';
import type { Connection } from '../store/connection.ts';
import { appendGroup, type JournalEntry } from '../store/journal.ts';
import { titleOf } from '../store/report-table.ts';
import { spellTags } from '../store/tags.ts';
import type { UndoableChange } from '../store/undoable-change.ts';
import { carryToText } from './carry-to-text.ts';
import { newDecisions } from './merge-decisions.ts';
import { mergeNote, noteSide, type MergedNote } from './merge-notes.ts';
import { mergeRecords, sameCodes } from './merge-records.ts';
import { copyReport, copyVersions, laterMetadata, pairReports, type ReportPair } from './merge-reports.ts';
import { copyPast, pastOf } from './note-past.ts';

export interface MergeDeps {
  readonly ours: Connection;
  /** The database of the archive, of the same schema. */
  readonly theirs: Connection;
  readonly actor: Actor;
  readonly now: number;
  readonly placeByText: PlaceByText;
}

export type Merged = Pick<MergeAnswer, 'reports' | 'notes' | 'decisions' | 'details' | 'records'>;

type Counts = { -readonly [K in keyof Merged['notes']]: number };

/** See mergeArchive; inside the caller's transaction. */
export function mergeLibraries(deps: MergeDeps): Merged {
  const { ours, theirs, actor, now } = deps;
  const codes = sameCodes(ours, theirs);
  const pairs = pairReports(ours, theirs);
  const places = (place: ReportPair['place']): readonly ReportPair[] =>
    pairs.filter((pair) => pair.place === place);
  const [added, back, same] = [places('absent'), places('trash'), places('library')];
  const notes: Counts = { added: 0, back: 0, updated: 0, kept: 0, both: 0 };
  // Rows of projects and codes first name reports that are there already, then those that have come.
  for (const { theirId } of added) copyReport(ours, theirs, theirId, now);
  const names = new Map(pairs.map(({ theirId, ourId }) => [theirId, ourId]));
  const records = mergeRecords(ours, theirs, (table, id) => {
    return (table === 'report' ? names.get(id) : table === 'code' ? codes.get(id) : undefined) ?? id;
  });
  const arrivals = added.flatMap((pair) => arrive(deps, pair, codes, notes));
  if (arrivals.length > 0) appendGroup(ours, 'import', now, arrivals);
  // Undo walks them backwards: the codes go behind the notes that have them.
  const changes: UndoableChange[] = [
    ...records.changes,
    ...[...added, ...back].map(({ ourId }) => outOfTrash(ours, ourId)),
  ];
  const written = { decisions: 0, details: 0 };
  for (const pair of [...back, ...same]) {
    const merged = mergeReport(deps, pair, codes, notes);
    changes.push(...merged.changes);
    written.decisions += merged.decisions;
    written.details += merged.details;
  }
  recordAction(ours, actor, now, 'merge-library', changes);
  const reports = { added: added.length, back: back.length, same: same.length };
  return { reports, notes, ...written, records: records.count };
}

/** Notes of a report that is new here come with their whole past. */
function arrive(
  { ours, theirs, now }: MergeDeps,
  { theirId }: ReportPair,
  codes: ReadonlyMap<string, string>,
  counts: Counts,
): readonly JournalEntry[] {
  ours.run(
    "INSERT OR IGNORE INTO project_report (project_id, report_id, added_at) VALUES ('default', ?, ?)",
    theirId,
    now,
  );
  const row = theirs.get<{ metadata: string }>('SELECT metadata FROM report WHERE id = ?', theirId);
  const title = titleOf(row?.metadata ?? '{}');
  const entries: JournalEntry[] = [
    {
      kind: 'report',
      reportId: theirId,
      revision: 1,
      change: { id: theirId, before: null, after: { title } },
    },
  ];
  for (const note of listAnnotations(theirs, theirId)) {
    const there = { ...named(note, theirId, codes), tags: spellTags(ours, note.tags) };
    // The note may be here on the report of another file with the same text, which keeps it.
    if (findAnnotation(ours, note.id) !== null) {
      counts.kept += 1;
      continue;
    }
    const hasPast = copyPast(ours, theirs, note.id, 0);
    saveAnnotation(ours, there);
    counts.added += 1;
    if (!hasPast) {
      const change: NoteRecordChange = { id: note.id, before: null, after: there };
      entries.push({ kind: 'annotation', reportId: theirId, revision: note.revision, change });
    }
  }
  return entries;
}

function outOfTrash(ours: Connection, reportId: string): UndoableChange {
  const row = ours.get<{ deletedAt: number | null }>(
    'SELECT deleted_at AS deletedAt FROM report WHERE id = ?',
    reportId,
  );
  const before = { deletedAt: row?.deletedAt ?? null };
  return { kind: 'report-trash', reportId, change: { id: reportId, before, after: { deletedAt: null } } };
}

interface MergedReport {
  readonly changes: readonly UndoableChange[];
  readonly decisions: number;
  readonly details: number;
}

function mergeReport(
  deps: MergeDeps,
  pair: ReportPair,
  codes: ReadonlyMap<string, string>,
  counts: Counts,
): MergedReport {
  const { ours, theirs } = deps;
  const { theirId, ourId: reportId } = pair;
  copyVersions(ours, theirs, pair);
  const changes: UndoableChange[] = [];
  const metadata = laterMetadata(ours, theirs, pair);
  if (metadata !== null) {
    changes.push({ kind: 'report-metadata', reportId, change: { id: reportId, ...metadata } });
  }
  const decisions = newDecisions(ours, theirs, pair);
  if (decisions !== null) changes.push({ kind: 'repair-decisions', reportId, change: decisions });
  for (const note of listAnnotations(theirs, theirId)) {
    const made = mergeOne(deps, named(note, reportId, codes), codes);
    const carried = made.changes.map((change) => carryToText(deps, pair, change));
    counts[made.kind] += 1;
    for (const change of carried) {
      const { after } = change;
      const spelled = after && { ...after, tags: spellTags(ours, after.tags) };
      changes.push({ kind: 'annotation', reportId, change: { ...change, after: spelled } });
    }
  }
  return { changes, decisions: decisions?.after.decisions.length ?? 0, details: metadata === null ? 0 : 1 };
}

function mergeOne(
  { ours, theirs }: MergeDeps,
  note: Annotation,
  codes: ReadonlyMap<string, string>,
): MergedNote {
  const mine = noteSide(ours, note.id, findAnnotation(ours, note.id));
  const states = noteSide(theirs, note.id, null).states.map((state) => named(state, note.reportId, codes));
  const made = mergeNote(mine, { note, states }, (id) => pastOf(ours, id) > 0);
  // What it was between the two states belongs to its history here.
  if (made.kind !== 'kept' && made.kind !== 'both') copyPast(ours, theirs, note.id, pastOf(ours, note.id));
  return made;
}

function named(note: Annotation, reportId: string, codes: ReadonlyMap<string, string>): Annotation {
  return { ...note, reportId, code: codes.get(note.code) ?? note.code };
}
