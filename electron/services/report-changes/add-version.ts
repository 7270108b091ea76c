import { ZhupiError } from '#core/base/app-error.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { ReportContent, VersionAnswer } from '#core/ipc/payloads.ts';
import type { NewReport } from '../report-types.ts';
import { undoable } from '../notes/notes.ts';
import { openContent } from '../notes/reports.ts';
import { recordAction } from '../store/actions.ts';
import { listAnnotations, noteRevisions, noteStates } from '../store/annotation-table.ts';
import { hashBytes, hashText } from '../store/hashes.ts';
import { insertVersion } from '../store/insert-report.ts';
import {
  listDecisions,
  replaceDecisions,
  sameDecisions,
  type StoredDecision,
} from '../store/repair-decisions.ts';
import { findStoredDuplicate, PACK_ADAPTER, placeOfReport, versionState } from '../store/report-table.ts';
import { refreshShownEdits, withShownEdits } from '../store/shown-edits.ts';
import type { UndoableChange } from '../store/undoable-change.ts';
import { findVersionText, lastVersionNumber } from '../store/version-table.ts';
import { encodeText } from '../store/wtf8.ts';
import { beginChange } from './begin-change.ts';
import { carryDecisions } from './carry-decisions.ts';
import type { ReportChangesDeps } from './deps.ts';
import { exactAnchors } from './exact-anchors.ts';
import { mergedMetadata } from './merged-metadata.ts';
import { placeAhead, type PlaceByText, type PlacingWatch } from './place-by-text.ts';
import type { PlaceByBytes } from './place-by-bytes.ts';
import { placeNotes } from './place-notes.ts';
import { sureAnchor } from './sure-anchor.ts';

/** Another text for a report. */
export interface NewVersion {
  readonly report: NewReport;
  /** Set when the text is another decoding of the same file. */
  readonly placeByBytes: PlaceByBytes | null;
}

/** Nobody is told, and nothing ends it. */
const UNWATCHED: PlacingWatch = { onProgress: () => undefined, signal: new AbortController().signal };

/** How often another process may change the report while its notes are being placed. */
const MOST_TRIES = 3;

/**
 * Gives a report another text: a new source version (the old ones stay), made current, with every note carried to it, as
 * one action. Equal text changes nothing: the answer has the version that was there. All of it or nothing is stored.
 * Throws `report-unknown`, `report-changed`, `report-duplicate` with the report that has this text, `disk-full`, and
 * `cancelled` when the signal of `watch` fires before anything is stored.
 */
export async function addVersion(
  deps: ReportChangesDeps,
  reportId: string,
  make: (content: ReportContent) => NewVersion | Promise<NewVersion>,
  watch: PlacingWatch = UNWATCHED,
): Promise<VersionAnswer> {
  for (let tries = 1; ; tries += 1) {
    const content = openContent(deps, reportId);
    const version = await make(content);
    const { report } = version;
    const hashes = { bytesHash: hashBytes(report.bytes), sourceHash: hashText(report.source) };
    if (hashes.sourceHash === content.sourceHash) return versionAnswer(deps, reportId);
    requireNew(deps, reportId, hashes);
    const notes = notesOf(deps, reportId);
    const decided = listDecisions(deps.connection, reportId, content.version);
    const placeByText =
      notes.length + decided.length === 0
        ? () => []
        : await placeAhead(content, report, anchorsToPlace(deps, content, version, notes, decided), watch);
    const changes = carry(deps, content, { ...version, sourceHash: hashes.sourceHash }, notes, placeByText);
    const decisions = carryDecisions(decided, content, report, placeByText);
    saveOriginal(deps, hashes.bytesHash, report);
    const stored = { report, ...hashes, notes, decided, decisions, changes };
    const isStored = await withShownEdits(() => store(deps, content, stored));
    if (isStored) return versionAnswer(deps, reportId);
    if (tries === MOST_TRIES) throw new ZhupiError('report-changed', { reportId });
  }
}

/** The passages of the text that is left whose places will be asked for: those of notes that are sure in it, of decisions. */
function anchorsToPlace(
  { connection }: ReportChangesDeps,
  content: ReportContent,
  { placeByBytes }: NewVersion,
  notes: readonly Annotation[],
  decided: readonly StoredDecision[],
): readonly Pick<Annotation['anchor'], 'start' | 'end' | 'exact'>[] {
  // Bytes place the notes; few are left for the texts.
  const ofNotes = placeByBytes === null ? notes.map((note) => sureAnchor(connection, note)) : [];
  return [
    ...ofNotes.filter(({ sourceHash }) => sourceHash === content.sourceHash),
    ...decided.map(({ start, end }) => ({ start, end, exact: content.source.slice(start, end) })),
  ];
}

interface Hashes {
  readonly bytesHash: string;
  readonly sourceHash: string;
}

function requireNew({ connection, packs }: ReportChangesDeps, reportId: string, hashes: Hashes): void {
  const { bytesHash, sourceHash } = hashes;
  const inPack = packs.findDuplicate(bytesHash, sourceHash);
  const other =
    findStoredDuplicate(connection, bytesHash, sourceHash, reportId) ??
    (inPack?.reportId === reportId ? undefined : inPack);
  if (other === undefined) return;
  throw new ZhupiError('report-duplicate', {
    reportId: other.reportId,
    title: other.title,
    ...(other.where === 'trash' ? { reason: 'trash' } : {}),
  });
}

function notesOf({ connection }: ReportChangesDeps, reportId: string): readonly Annotation[] {
  return listAnnotations(connection, reportId);
}

function carry(
  { connection }: ReportChangesDeps,
  content: ReportContent,
  { report, placeByBytes, sourceHash }: NewVersion & Pick<Hashes, 'sourceHash'>,
  notes: readonly Annotation[],
  placeByText: PlaceByText,
): readonly UndoableChange[] {
  if (notes.length === 0) return [];
  const { reportId } = content.summary;
  const backTo = findVersionText(connection, reportId, sourceHash) === undefined ? null : sourceHash;
  const changes = placeNotes(
    {
      notes: notes.map((note) => ({
        note,
        anchor: sureAnchor(connection, note),
        exactAnchors: exactAnchors(connection, note, backTo),
      })),
      old: content,
      current: { ...report, sourceHash },
      findText: (hash) => findVersionText(connection, reportId, hash),
      placeByBytes,
    },
    placeByText,
  );
  return changes.map((change) => undoable(reportId, change));
}

interface StoredVersion extends Hashes {
  readonly report: NewReport;
  /** The notes that were placed, as they were. */
  readonly notes: readonly Annotation[];
  /** Decisions about the text that is left, and those of them that the new one starts with. */
  readonly decided: readonly StoredDecision[];
  readonly decisions: readonly StoredDecision[];
  readonly changes: readonly UndoableChange[];
}

/** False, and nothing stored, when the report or its notes are no longer as they were read. */
function store(deps: ReportChangesDeps, content: ReportContent, stored: StoredVersion): boolean {
  const { report, bytesHash, sourceHash, decisions } = stored;
  const { connection, actor } = deps;
  const { reportId } = content.summary;
  const now = deps.now();
  return connection.write(() => {
    const current = beginChange(deps, reportId, now);
    if (current.sourceHash !== content.sourceHash || current.revision !== content.revision) return false;
    if (!areAsRead(deps, content, stored)) return false;
    requireNew(deps, reportId, { bytesHash, sourceHash });
    // The trash of another process may have let the same file go in between; it does so under this same lock.
    saveOriginal(deps, bytesHash, report);
    const before = versionState(connection, reportId);
    const number = lastVersionNumber(connection, reportId) + 1;
    insertVersion(connection, {
      ...report,
      reportId,
      number,
      bytesHash,
      bytesLength: report.bytes.length,
      sourceHash,
      source: encodeText(report.source),
      time: now,
    });
    const none = { version: number, decisions: [] };
    replaceDecisions(connection, reportId, none, { version: number, decisions });
    refreshShownEdits(connection, reportId, number);
    const { script, chars } = report;
    const metadata = mergedMetadata(connection, reportId, before.metadata, report.metadata);
    recordAction(connection, actor, now, 'change-text', [
      {
        kind: 'report-version',
        reportId,
        change: { id: reportId, before, after: { version: number, script, chars, metadata } },
      },
      ...stored.changes,
    ]);
    return true;
  });
}

/** A text of a pack has no file. */
function saveOriginal(
  { originals }: ReportChangesDeps,
  bytesHash: string,
  { adapter, bytes }: NewReport,
): void {
  if (adapter !== PACK_ADAPTER) originals.save(bytesHash, bytes);
}

/** Whether notes and decisions are still those that were carried. */
function areAsRead(
  { connection }: ReportChangesDeps,
  content: ReportContent,
  stored: StoredVersion,
): boolean {
  const { reportId } = content.summary;
  const revisions = new Map(stored.notes.map(({ id, revision }) => [id, revision]));
  const current = noteRevisions(connection, reportId);
  return (
    current.length === revisions.size &&
    current.every(({ id, revision }) => revisions.get(id) === revision) &&
    sameDecisions(listDecisions(connection, reportId, content.version), stored.decided)
  );
}

/** A report with what has become of its notes. */
function versionAnswer(deps: ReportChangesDeps, reportId: string): VersionAnswer {
  const content = openContent(deps, reportId);
  const isStored = placeOfReport(deps.connection, reportId) === 'library';
  const notes = isStored ? noteStates(deps.connection, reportId) : [];
  const anchors = { exact: 0, moved: 0, doubtful: 0, orphan: 0 };
  for (const { state } of notes) anchors[state] += 1;
  return { content, anchors, changed: notes.filter(({ state }) => state !== 'exact').map(({ id }) => id) };
}
