import { filledBy, uncovered } from '#core/annotations/uncovered.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import { FoundPlaces } from '#core/search/found-places.ts';
import { newNote } from './fake-note-calls.ts';
import { fakeHits } from './fake-search.ts';
import type { FakeWorld } from './fake-world.ts';

type FindMethods = Pick<ZhupiApi, 'findInReport' | 'foundPlaces' | 'createNotes'>;

/** Finding a phrase in the source of a report, and highlights of many places. */
export function fakeFindCalls(world: FakeWorld): FindMethods {
  const { answer, store, events } = world;
  const found: FoundPlaces[] = [];
  return {
    findInReport: ({ query, reportId }) =>
      answer('findInReport', () => {
        const { source } = store.content(reportId);
        const id = found.push(new FoundPlaces(fakeHits(source, query), source.length)) - 1;
        return { id, total: found[id]?.count ?? 0 };
      }),
    foundPlaces: ({ id, seed, most }) =>
      answer('foundPlaces', () => {
        const window = found[id]?.window(seed, most);
        if (window === undefined) return null;
        return { ...window, places: window.places.flatMap(({ start, end }) => [start, end]) };
      }),
    createNotes: ({ reportId, sourceHash, code, places }) =>
      answer('createNotes', () => {
        if (store.content(reportId).sourceHash !== sourceHash) throw new ZhupiError('report-changed');
        const ranges = Array.from({ length: places.length / 2 }, (_item, index): TextRange => ({
          start: places[2 * index] ?? 0,
          end: places[2 * index + 1] ?? 0,
        }));
        const steps = uncovered(ranges, filledBy(store.notesOf(reportId), code)).map((range) => {
          world.notesMade += 1;
          const fields = { reportId, ...range, kind: 'highlight', code, note: '', tags: [] } as const;
          const after = newNote(store, { ...fields, tags: [] }, world.notesMade);
          return { id: after.id, before: null, after };
        });
        store.writeNotes('create-notes', steps);
        events.notesChanged.send({ reportIds: [reportId] });
        return { created: steps.length, cancelled: false };
      }),
  };
}
