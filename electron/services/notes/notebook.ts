import {
  countByReport,
  countEntries,
  NO_FILTER,
  notebookTest,
  type NotebookCounts,
  type NotebookEntry,
} from '#core/annotations/notebook.ts';
import type { NotebookAnswer, NotebookQuery, NotebookRow } from '#core/ipc/calls/notebook-calls.ts';
import { findAnnotations } from '../store/annotation-table.ts';
import type { Connection } from '../store/connection.ts';
import { NotebookIndex } from './notebook-index.ts';

/** A part of a query's list. */
export type NotebookSlice = NotebookQuery & { readonly offset: number; readonly limit: number };

/** The list of notes over the whole library. */
export interface Notebook {
  ask(query: NotebookQuery): Promise<NotebookAnswer>;
  rows(slice: NotebookSlice): Promise<NotebookRow[]>;
  ids(slice: NotebookSlice): Promise<string[]>;
}

/** Lists that stay at hand: the one that is scrolled, and those of the last letters that were typed. */
const KEPT_LISTS = 4;
/** Tags that a filter offers. */
const MOST_TAGS = 500;

export function createNotebook(connection: Connection): Notebook {
  const index = new NotebookIndex(connection);
  const lists = new Map<string, readonly NotebookEntry[]>();
  const counts = new Map<string, { readonly all: number; readonly counts: NotebookCounts }>();
  let version = -1;

  const fresh = async (): Promise<void> => {
    await index.refresh();
    if (version === index.version) return;
    version = index.version;
    lists.clear();
    counts.clear();
  };

  const listOf = ({ filter, sort }: NotebookQuery): readonly NotebookEntry[] => {
    const key = JSON.stringify([filter, sort]);
    const known = lists.get(key);
    if (known !== undefined) return known;
    const passes = notebookTest(filter, (text) => index.fold(text));
    const made = index.sorted(sort).filter(passes);
    const oldest = lists.keys().next();
    if (lists.size >= KEPT_LISTS && oldest.done !== true) lists.delete(oldest.value);
    lists.set(key, made);
    return made;
  };

  const countsOf = (reportIds: readonly string[] | null) => {
    const key = JSON.stringify(reportIds);
    const known = counts.get(key);
    if (known !== undefined) return known;
    const scope = notebookTest({ ...NO_FILTER, reportIds }, (text) => text);
    const entries = [...index.entries()].filter(scope);
    const all = countEntries(entries);
    const made = { all: entries.length, counts: { ...all, tags: all.tags.slice(0, MOST_TAGS) } };
    counts.set(key, made);
    return made;
  };

  return {
    ask: async (query) => {
      await fresh();
      const list = listOf(query);
      const groups = query.sort === 'place' ? countByReport(list) : [];
      const scope = countsOf(query.filter.reportIds);
      return {
        all: scope.all,
        matching: list.length,
        groups: groups.map((group) => ({ ...group, title: index.titleOf(group.reportId) })),
        counts: {
          codes: [...scope.counts.codes],
          tags: [...scope.counts.tags],
          states: [...scope.counts.states],
          kinds: [...scope.counts.kinds],
        },
      };
    },
    rows: async ({ offset, limit, ...query }) => {
      await fresh();
      const entries = listOf(query).slice(offset, offset + limit);
      const notes = findAnnotations(
        connection,
        entries.map(({ id }) => id),
      );
      return entries.flatMap(({ id, quote, reportId }) => {
        const annotation = notes.get(id);
        return annotation === undefined ? [] : [{ annotation, quote, title: index.titleOf(reportId) }];
      });
    },
    ids: async ({ offset, limit, ...query }) => {
      await fresh();
      return listOf(query)
        .slice(offset, offset + limit)
        .map(({ id }) => id);
    },
  };
}
