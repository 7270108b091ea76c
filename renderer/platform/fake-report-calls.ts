import type { Annotation, AnchorState } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { ReportContent, VersionAnswer } from '#core/ipc/payloads.ts';
import { fakeHash } from './fake-reports.ts';
import type { FakeWorld } from './fake-world.ts';

type ReportMethods = Pick<
  ZhupiApi,
  | 'changeMetadata'
  | 'listVersions'
  | 'reopenWithEncoding'
  | 'cancelVersion'
  | 'noteCandidates'
  | 'placeNote'
  | 'replaceTextWithDialog'
  | 'saveOriginalWithDialog'
>;

/** A report's metadata, its versions, and where its notes stand in them. */
export function fakeReportCalls(world: FakeWorld): ReportMethods {
  const { answer, store, events } = world;
  return {
    changeMetadata: ({ reportId, revision, change }) =>
      answer('changeMetadata', () => {
        const before = store.content(reportId);
        if (before.revision !== revision) throw new ZhupiError('annotation-conflict', { id: reportId });
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        const metadata = { ...before.metadata, ...given };
        const { title, issuer, region, date } = metadata;
        const summary = { ...before.summary, title, issuer, region, date };
        const after = { ...before, metadata, summary, revision: revision + 1 };
        store.writeContent('change-metadata', before, after);
        events.libraryChanged.send({});
        return after;
      }),
    listVersions: ({ reportId }) =>
      answer('listVersions', () => {
        const { version, encoding, encodingConfidence, source, format } = store.content(reportId);
        return Array.from({ length: version }, (_, index) => ({
          number: index + 1,
          time: 1_700_000_000_000 + index * 86_400_000,
          adapter: format,
          encoding,
          encodingConfidence,
          length: source.length,
          bytes: source.length * 3,
          isCurrent: index + 1 === version,
        }));
      }),
    reopenWithEncoding: ({ reportId, encoding }) =>
      answer('reopenWithEncoding', () => {
        const before = store.content(reportId);
        const source = world.nextSources.shift() ?? before.source;
        return newVersion(world, before, { source, encoding, encodingConfidence: 1 });
      }),
    replaceTextWithDialog: ({ reportId }) =>
      answer('replaceTextWithDialog', () => {
        const source = world.nextSources.shift();
        return source === null || source === undefined
          ? null
          : newVersion(world, store.content(reportId), { source });
      }),
    saveOriginalWithDialog: ({ reportId }) =>
      answer('saveOriginalWithDialog', () => {
        const { title } = store.content(reportId).summary;
        return { path: `/home/reader/${title}.txt` };
      }),
    cancelVersion: () => answer('cancelVersion', () => ({})),
    noteCandidates: ({ id }) =>
      answer('noteCandidates', () => {
        const { anchor, reportId } = store.note(id);
        const starts = placesOf(store.content(reportId).source, anchor.exact);
        return starts.map((start, index) => {
          return { start, end: start + anchor.exact.length, score: 1 / (index + 1) };
        });
      }),
    placeNote: ({ id, revision, place }) =>
      answer('placeNote', () => {
        const before = store.note(id);
        if (before.revision !== revision) throw new ZhupiError('annotation-conflict', { id });
        const { source, sourceHash } = store.content(before.reportId);
        const anchor =
          place === null
            ? before.anchor
            : { ...before.anchor, ...place, exact: source.slice(place.start, place.end), sourceHash };
        const state: AnchorState = place === null ? 'orphan' : 'exact';
        const after = { ...before, anchor, state, revision: revision + 1, updatedAt: Date.now() };
        store.writeNotes('place-note', [{ id, before, after }]);
        events.notesChanged.send({ reportIds: [before.reportId] });
        return after;
      }),
  };
}

/** Where a passage stands in a text, in order. */
function placesOf(source: string, passage: string): readonly number[] {
  const starts: number[] = [];
  if (passage === '') return starts;
  for (let at = source.indexOf(passage); at >= 0; at = source.indexOf(passage, at + 1)) starts.push(at);
  return starts;
}

/** Puts another text in place; notes go by their quote alone: once = exact, more often = doubtful, never = orphan. */
function newVersion(
  { store, events }: FakeWorld,
  before: ReportContent,
  change: Partial<ReportContent> & { readonly source: string },
): VersionAnswer {
  const { reportId } = before.summary;
  const after: ReportContent = {
    ...before,
    ...change,
    sourceHash: fakeHash(change.source),
    version: before.version + 1,
    revision: before.revision + 1,
    summary: { ...before.summary, chars: change.source.length },
  };
  const anchors = { exact: 0, moved: 0, doubtful: 0, orphan: 0 };
  const steps = store.notesOf(reportId).map((note) => {
    const followed = follow(note, after);
    anchors[followed.state] += 1;
    return { id: note.id, before: note, after: followed };
  });
  store.writeContent('change-text', before, after, steps);
  events.libraryChanged.send({});
  events.notesChanged.send({ reportIds: [reportId] });
  const changed = steps.filter(({ after: note }) => note.state !== 'exact').map(({ id }) => id);
  return { content: after, anchors, changed };
}

function follow(note: Annotation, { source, sourceHash }: ReportContent): Annotation {
  const starts = placesOf(source, note.anchor.exact);
  const start = starts[0];
  if (start === undefined) return { ...note, state: 'orphan', revision: note.revision + 1 };
  const end = start + note.anchor.exact.length;
  const prefix = source.slice(Math.max(0, start - 32), start);
  const anchor = { ...note.anchor, start, end, prefix, suffix: source.slice(end, end + 32), sourceHash };
  return { ...note, anchor, state: starts.length > 1 ? 'doubtful' : 'exact', revision: note.revision + 1 };
}
