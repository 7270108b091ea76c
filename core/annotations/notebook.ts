import type { Annotation, AnchorState, AnnotationKind } from './record.ts';

/** What the list of notes is narrowed to. An empty list narrows nothing. */
export interface NotebookFilter {
  /** Words that must all stand in the quote, the note or its tags; script, width and case do not matter. */
  readonly text: string;
  readonly codes: readonly string[];
  /** Every one of them must be on the note. */
  readonly tags: readonly string[];
  readonly states: readonly AnchorState[];
  readonly kinds: readonly AnnotationKind[];
  /** Null = everywhere. */
  readonly reportIds: readonly string[] | null;
}

export const NO_FILTER: NotebookFilter = {
  text: '',
  codes: [],
  tags: [],
  states: [],
  kinds: [],
  reportIds: null,
};

/**
 * `place`: by report, then by the text; `time`: the last changed first; `colour`: by code; `state`: what asks for the user
 * first. Ties stand by place.
 */
export const NOTEBOOK_SORTS = ['place', 'time', 'colour', 'state'] as const;
export type NotebookSort = (typeof NOTEBOOK_SORTS)[number];

/** A note as the list finds and orders it. */
export interface NotebookEntry {
  readonly id: string;
  readonly reportId: string;
  readonly kind: AnnotationKind;
  readonly code: string;
  readonly state: AnchorState;
  readonly tags: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The passage as people quote it. */
  readonly quote: string;
  /** Quote, note and tags, folded. */
  readonly folded: string;
}

/** What reports and codes the list knows, for the order. */
export interface NotebookOrder {
  /** Place of a report among the reports. */
  readonly rankOf: (reportId: string) => number;
  /** Place of a code among the codes. */
  readonly codeRank: (code: string) => number;
}

type Fold = (text: string) => string;

/** The entry of a note; `quote` is its passage in the reading text. */
export function notebookEntry(note: Annotation, quote: string, fold: Fold): NotebookEntry {
  const { id, reportId, kind, code, state, tags, anchor, createdAt, updatedAt } = note;
  return {
    ...{ id, reportId, kind, code, state, tags, createdAt, updatedAt, quote },
    start: anchor.start,
    end: anchor.end,
    folded: [quote, note.note, ...tags].map(fold).join('\n'),
  };
}

/** Whether a note passes; made once for many notes. */
export function notebookTest(filter: NotebookFilter, fold: Fold): (entry: NotebookEntry) => boolean {
  const words = filter.text.split(/\s+/u).map(fold).filter(Boolean);
  const reports = filter.reportIds && new Set(filter.reportIds);
  const [codes, states, kinds] = [new Set(filter.codes), new Set(filter.states), new Set(filter.kinds)];
  const { tags } = filter;
  return (entry) =>
    (reports === null || reports.has(entry.reportId)) &&
    (codes.size === 0 || codes.has(entry.code)) &&
    (states.size === 0 || states.has(entry.state)) &&
    (kinds.size === 0 || kinds.has(entry.kind)) &&
    tags.every((tag) => entry.tags.includes(tag)) &&
    words.every((word) => entry.folded.includes(word));
}

/** What asks for the user stands first. */
const URGENCY: Readonly<Record<AnchorState, number>> = { doubtful: 0, orphan: 1, moved: 2, exact: 3 };

/** Compares two notes for a sort. */
export function notebookCompare(
  sort: NotebookSort,
  { rankOf, codeRank }: NotebookOrder,
): (a: NotebookEntry, b: NotebookEntry) => number {
  const byPlace = (a: NotebookEntry, b: NotebookEntry): number =>
    (a.reportId === b.reportId ? 0 : rankOf(a.reportId) - rankOf(b.reportId)) ||
    a.start - b.start ||
    a.end - b.end ||
    a.createdAt - b.createdAt ||
    (a.id < b.id ? -1 : 1);
  switch (sort) {
    case 'place':
      return byPlace;
    case 'time':
      return (a, b) => b.updatedAt - a.updatedAt || byPlace(a, b);
    case 'colour':
      return (a, b) => codeRank(a.code) - codeRank(b.code) || compareText(a.code, b.code) || byPlace(a, b);
    case 'state':
      return (a, b) => URGENCY[a.state] - URGENCY[b.state] || byPlace(a, b);
  }
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** How many notes have what: for the choices that a filter offers. */
export interface NotebookCounts {
  readonly codes: readonly Counted[];
  /** The most used first. */
  readonly tags: readonly Counted[];
  readonly states: readonly Counted[];
  readonly kinds: readonly Counted[];
}

export interface Counted {
  readonly value: string;
  readonly count: number;
}

export function countEntries(entries: Iterable<NotebookEntry>): NotebookCounts {
  const maps = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()] as const;
  const tags = new Map<string, number>();
  const add = (map: Map<string, number>, value: string): void => {
    map.set(value, (map.get(value) ?? 0) + 1);
  };
  for (const { code, state, kind, tags: own } of entries) {
    add(maps[0], code);
    add(maps[1], state);
    add(maps[2], kind);
    for (const tag of own) add(tags, tag);
  }
  const listed = (map: ReadonlyMap<string, number>): Counted[] =>
    [...map].map(([value, count]) => ({ value, count })).sort((a, b) => compareText(a.value, b.value));
  return {
    codes: listed(maps[0]),
    states: listed(maps[1]),
    kinds: listed(maps[2]),
    tags: listed(tags).sort((a, b) => b.count - a.count),
  };
}

/** Runs of one report in a list that stands by place. */
export function countByReport(
  entries: readonly NotebookEntry[],
): { readonly reportId: string; readonly count: number }[] {
  const runs: { reportId: string; count: number }[] = [];
  for (const { reportId } of entries) {
    const last = runs.at(-1);
    if (last?.reportId === reportId) last.count += 1;
    else runs.push({ reportId, count: 1 });
  }
  return runs;
}
