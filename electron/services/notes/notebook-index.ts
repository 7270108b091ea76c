import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  notebookCompare,
  notebookEntry,
  type NotebookEntry,
  type NotebookOrder,
  type NotebookSort,
} from '#core/annotations/notebook.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { loadFolder, type Folder } from '#core/script/index.ts';
import type { Edit } from '#core/text/edit.ts';
import { findAnnotations, listAnnotations } from '../store/annotation-table.ts';
import type { Connection } from '../store/connection.ts';
import { changedRecords, lastSeq } from '../store/journal.ts';
import { notedReports, shownEditsOf } from '../store/report-table.ts';
import { noteQuote } from './note-quote.ts';

/** Milliseconds of work before others get their turn: the process answers the window meanwhile. */
const SLICE = 15;

/**
 * All notes of the library, folded and in order, so that a list over tens of thousands is filtered while the user types.
 * The journal says what to read again. `version` changes with every change.
 */
export class NotebookIndex {
  readonly #connection: Connection;
  #folder: Folder | undefined;
  #seq = -1;
  #version = 0;
  #entries = new Map<string, NotebookEntry>();
  #titles: ReadonlyMap<string, string> = new Map();
  #order: NotebookOrder = { rankOf: () => 0, codeRank: () => 0 };
  #orderKey = '';
  /** The order that was asked for last; another one is made anew. */
  #sorted: { readonly sort: NotebookSort; readonly list: readonly NotebookEntry[] } | null = null;
  #refreshing: Promise<void> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get version(): number {
    return this.#version;
  }

  fold(text: string): string {
    return this.#folder?.fold(text) ?? text;
  }

  titleOf(reportId: string): string {
    return this.#titles.get(reportId) ?? '';
  }

  /** Every note in no order. */
  entries(): Iterable<NotebookEntry> {
    return this.#entries.values();
  }

  /** Every note in an order; the same list until something changes. */
  sorted(sort: NotebookSort): readonly NotebookEntry[] {
    if (this.#sorted?.sort === sort) return this.#sorted.list;
    const list = [...this.#entries.values()].sort(notebookCompare(sort, this.#order));
    this.#sorted = { sort, list };
    return list;
  }

  /** Reads what has changed; to be awaited before each look. */
  async refresh(): Promise<void> {
    // Those that come while one is under way wait for it, and look again: it may have begun before their change.
    while (this.#refreshing !== undefined) await this.#refreshing;
    if (this.#folder !== undefined && this.#seq === lastSeq(this.#connection)) return;
    this.#refreshing = this.#read().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
  }

  async #read(): Promise<void> {
    this.#folder ??= await loadFolder();
    const connection = this.#connection;
    const isFirst = this.#seq < 0;
    const seq = lastSeq(connection);
    const changed = isFirst ? null : changedRecords(connection, this.#seq);
    const reports = changed === null ? undefined : new Set(changed.reportIds);
    if (changed === null || changed.reportIds.length > 0 || this.#touchesNewReport(changed.noteIds)) {
      this.#readReports();
    }
    const touched = new Set<string>();
    let began = performance.now();
    const breathe = async (): Promise<void> => {
      if (performance.now() - began < SLICE) return;
      await nextTurn();
      began = performance.now();
    };
    const fresh = new Map<string, NotebookEntry>();
    for (const reportId of reports ?? this.#titles.keys()) {
      const edits = lazily(() => shownEditsOf(connection, reportId));
      for (const note of listAnnotations(connection, reportId)) {
        fresh.set(note.id, this.#entry(note, edits));
        await breathe();
      }
    }
    for (const [id, { reportId }] of this.#entries) if (reports?.has(reportId) === true) touched.add(id);
    const noteIds = changed?.noteIds ?? [];
    for (let from = 0; from < noteIds.length; from += BATCH) {
      const ids = noteIds.slice(from, from + BATCH);
      const notes = findAnnotations(connection, ids);
      const editsOf = new Map<string, () => readonly Edit[]>();
      for (const id of ids) {
        touched.add(id);
        const note = notes.get(id);
        if (note === undefined || !this.#titles.has(note.reportId)) continue;
        const edits = editsOf.get(note.reportId) ?? lazily(() => shownEditsOf(connection, note.reportId));
        editsOf.set(note.reportId, edits);
        fresh.set(id, this.#entry(note, edits));
      }
      await breathe();
    }
    this.#replace(touched, fresh);
    this.#seq = seq;
    this.#version += 1;
    // What was written meanwhile is read at once: an answer is of one state.
    if (lastSeq(connection) !== seq) await this.#read();
  }

  #touchesNewReport(noteIds: readonly string[]): boolean {
    if (noteIds.length === 0) return false;
    const notes = findAnnotations(this.#connection, noteIds);
    return [...notes.values()].some(({ reportId }) => !this.#titles.has(reportId));
  }

  #readReports(): void {
    const { reports, codes } = notedReports(this.#connection);
    const ranks = new Map(reports.map(({ reportId }, at) => [reportId, at]));
    const codeRanks = new Map(codes.map((code, at) => [code, at]));
    this.#titles = new Map(reports.map(({ reportId, title }) => [reportId, title]));
    this.#order = {
      rankOf: (reportId) => ranks.get(reportId) ?? ranks.size,
      codeRank: (code) => codeRanks.get(code) ?? codeRanks.size,
    };
    const key = JSON.stringify([[...ranks.keys()], codes]);
    if (key === this.#orderKey) return;
    this.#orderKey = key;
    this.#sorted = null;
  }

  #entry(note: Annotation, edits: () => readonly Edit[]): NotebookEntry {
    return notebookEntry(note, noteQuote(note, edits), (text) => this.fold(text));
  }

  /** Puts what is new into its place in the list: the rest is in order already. */
  #replace(touched: ReadonlySet<string>, fresh: ReadonlyMap<string, NotebookEntry>): void {
    for (const id of touched) this.#entries.delete(id);
    for (const [id, entry] of fresh) this.#entries.set(id, entry);
    if (this.#sorted === null) return;
    const { sort, list } = this.#sorted;
    const kept = list.filter(({ id }) => !touched.has(id) && !fresh.has(id));
    const compare = notebookCompare(sort, this.#order);
    this.#sorted = { sort, list: mergeSorted(kept, [...fresh.values()].sort(compare), compare) };
  }
}

/** Notes that are looked up at once. */
const BATCH = 2000;

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Two sorted lists as one. The second is the short one: each of its members looks for its place by halves. */
function mergeSorted<T>(
  long: readonly T[],
  short: readonly T[],
  compare: (a: T, b: T) => number,
): readonly T[] {
  const merged: T[] = [];
  let from = 0;
  for (const each of short) {
    let [low, high] = [from, long.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(long[middle] as T, each) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from += 1) merged.push(long[from] as T);
    merged.push(each);
  }
  for (; from < long.length; from += 1) merged.push(long[from] as T);
  return merged;
}
