import { migrateAnnotation } from '#core/annotations/migrate-record.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { toAppError, ZhupiError } from '#core/base/app-error.ts';
import type { ImportedAnnotation } from '#core/export/web-annotation/read.ts';
import type { NotesImportAnswer } from '#core/ipc/calls/export-calls.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { ReportReader } from '../report-types.ts';
import type { NotesDeps } from '../notes/notes.ts';
import { undoable } from '../notes/notes.ts';
import { ensureStored, openContent, requireSameText } from '../notes/reports.ts';
import { recordImport } from '../store/actions.ts';
import { findAnnotation } from '../store/annotation-table.ts';
import type { Connection } from '../store/connection.ts';
import { rowsOfRecord } from '../store/journal.ts';
import { spellTags } from '../store/tags.ts';
import type { UndoableChange } from '../store/undoable-change.ts';
import { mergeNote, type KnownNote } from './merge-note.ts';
import { placeImported } from './place-imported.ts';
import { readNotesFile } from './read-notes-file.ts';

export interface ImportNotesDeps extends NotesDeps {
  readonly reports: ReportReader;
}

export interface ImportNotesRequest {
  readonly paths: readonly string[];
  /** The report of annotations whose file names none of ours; null = there is none to ask. */
  readonly reportId: string | null;
}

type FileAnswer = NotesImportAnswer['files'][number];

/** Notes of a file, placed in the reports that they are of. */
interface PlacedFile {
  readonly path: string;
  readonly notes: readonly { readonly content: ReportContent; readonly note: Annotation }[];
  readonly refused: number;
  readonly missing: number;
}

/**
 * Brings the notes of JSON files in (W3C Web Annotations: ours, those of Recogito, Thorium, Hypothesis): each is placed by its
 * selectors, merged by id and time (merge-note.ts), and all of them are one step of the history. A file that cannot be
 * read fails by itself. Throws what the store throws, and then nothing has come in.
 */
export async function importNotes(
  deps: ImportNotesDeps,
  { paths, reportId }: ImportNotesRequest,
): Promise<NotesImportAnswer> {
  const placed: (PlacedFile | FileAnswer)[] = [];
  for (const path of paths) {
    try {
      placed.push(await placeFile(deps, path, reportId));
    } catch (thrown) {
      if (!(thrown instanceof ZhupiError)) throw thrown;
      placed.push({ path, ...NOTHING, error: toAppError(thrown) });
    }
  }
  const { connection, now } = deps;
  const time = now();
  return connection.write(() => {
    const changes: UndoableChange[] = [];
    const coming = new Map<string, Annotation>();
    const files = placed.map((file) =>
      'notes' in file ? merge(deps, file, { changes, coming, time }) : file,
    );
    recordImport(connection, deps.actor, time, 'import-notes', changes);
    return { files, reportIds: [...new Set(changes.flatMap((change) => change.reportId ?? []))] };
  });
}

const NOTHING = {
  added: 0,
  updated: 0,
  kept: 0,
  unchanged: 0,
  refused: 0,
  missing: 0,
  states: { exact: 0, moved: 0, doubtful: 0, orphan: 0 },
} as const;

async function placeFile(deps: ImportNotesDeps, path: string, fallback: string | null): Promise<PlacedFile> {
  const { annotations, refused } = await readNotesFile(path);
  const byUrl = reportsByUrl(deps.reports);
  const byReport = new Map<string, ImportedAnnotation[]>();
  let nameless = 0;
  for (const each of annotations) {
    const reportId = each.link?.reportId ?? byUrl(each.source) ?? fallback;
    if (reportId === null) nameless += 1;
    else byReport.set(reportId, [...(byReport.get(reportId) ?? []), each]);
  }
  if (nameless > 0 && nameless === annotations.length) throw new ZhupiError('notes-report-unknown', { path });
  let missing = nameless;
  let unheld = 0;
  const notes: { content: ReportContent; note: Annotation }[] = [];
  for (const [reportId, imported] of byReport) {
    const content = contentOf(deps, reportId);
    if (content === null) missing += imported.length;
    else {
      const found = await placeImported(content, imported, deps.now());
      unheld += imported.length - found.length;
      notes.push(...found.map((note) => ({ content, note })));
    }
  }
  return { path, notes, refused: refused + unheld, missing };
}

/** null for a report that is nowhere, or in the trash. */
function contentOf(deps: ImportNotesDeps, reportId: string): ReportContent | null {
  try {
    return openContent(deps, reportId);
  } catch (thrown) {
    if (thrown instanceof ZhupiError && thrown.code === 'report-unknown') return null;
    throw thrown;
  }
}

/** Finds the report that was published at an address; the list is read when the first address is asked for. */
function reportsByUrl(reports: ReportReader): (source: string) => string | undefined {
  let known: ReadonlyMap<string, string> | undefined;
  return (source) => {
    if (!/^https?:/iu.test(source)) return undefined;
    known ??= new Map(
      reports.listReports().flatMap(({ reportId }) => {
        const { url } = reports.openReport(reportId).metadata;
        return url === '' ? [] : [[plainUrl(url), reportId] as const];
      }),
    );
    return known.get(plainUrl(source));
  };
}

/** Without what does not tell pages apart: scheme, fragment, a slash at the end. */
function plainUrl(url: string): string {
  return url
    .trim()
    .replace(/^https?:\/\//iu, '')
    .replace(/#.*$/u, '')
    .replace(/\/$/u, '');
}

interface Merging {
  readonly changes: UndoableChange[];
  /** Notes that this import has brought already, by id: two files may hold the same one. */
  readonly coming: Map<string, Annotation>;
  readonly time: number;
}

function merge(
  { connection }: ImportNotesDeps,
  { path, notes, refused, missing }: PlacedFile,
  { changes, coming, time }: Merging,
): FileAnswer {
  const counts = { added: 0, updated: 0, kept: 0, unchanged: 0 };
  const states = { ...NOTHING.states };
  const find = (id: string): KnownNote => knownNote(connection, id, coming.get(id));
  for (const content of new Set(notes.map((each) => each.content))) {
    ensureStored(connection, content, time);
    requireSameText(connection, content);
  }
  for (const { note: given } of notes) {
    const next = { ...given, tags: spellTags(connection, given.tags) };
    const merged = mergeNote(next, find(next.id), find);
    counts[merged.outcome] += 1;
    if (merged.outcome === 'unchanged') continue;
    const { before, after } = merged;
    states[after.state] += 1;
    coming.set(after.id, after);
    changes.push(undoable(after.reportId, { id: after.id, before, after }));
  }
  return { path, ...counts, refused, missing, states, error: null };
}

function knownNote(connection: Connection, id: string, coming: Annotation | undefined): KnownNote {
  if (coming !== undefined) {
    return { current: coming, versions: [coming], isAsImported: false, lastRevision: coming.revision };
  }
  const rows = rowsOfRecord(connection, 'annotation', id);
  const current = findAnnotation(connection, id);
  const states = rows.flatMap(({ change }) =>
    change.after === null ? [] : [migrateAnnotation(change.after)],
  );
  return {
    current,
    versions: current === null ? states : [current, ...states],
    isAsImported: rows[0]?.actor === 'import',
    lastRevision: Math.max(current?.revision ?? 0, ...rows.map(({ revision }) => revision), 0),
  };
}
