import type { QuerySuggestion } from '#core/ipc/calls/suggest-calls.ts';
import type { Folder } from '#core/script/index.ts';
import type { IsReadAs } from '#core/search/load-pinyin.ts';
import { BestAnswers, typedMatcher } from '#core/search/suggest/match-typed.ts';
import type { CorpusState } from '../corpus/corpus-state.ts';
import type { SearchedNotes } from '../run/searched-notes.ts';

type Value = Extract<QuerySuggestion, { readonly text: string }>;

export interface ValueSources {
  readonly folder: Folder;
  readonly isReadAs: IsReadAs;
  readonly state: CorpusState;
  readonly notes: SearchedNotes;
}

/** Work in small parts: others have their turn at each `yield`. */
type Steps<T> = Generator<undefined, T, undefined>;

/** Reports between two turns. */
const STEP = 256;

/** Titles that answer to what is typed, those of the newest reports first. */
export function* titlesFor(
  typed: string,
  most: number,
  { folder, isReadAs, state }: ValueSources,
): Steps<Value[]> {
  const answers = typedMatcher(typed, folder, isReadAs);
  const best = new BestAnswers<Value>(most);
  const seen = new Set<string>();
  for (const [number, { reportId, title }] of state.summaries.entries()) {
    if (number % STEP === STEP - 1) yield;
    if (best.isFull) break;
    if (title === '' || seen.has(title)) continue;
    const answering = answers(title, state.metadata.fold(title).text);
    if (answering === null) continue;
    seen.add(title);
    best.add({ kind: 'title', reportId, text: title }, answering);
  }
  return [...best.values];
}

/** Tags of notes, the most used first. */
export function tagsFor(typed: string, most: number, { folder, isReadAs, notes }: ValueSources): Value[] {
  const uses = new Map<string, { readonly text: string; count: number }>();
  for (const reportId of notes.reportIds()) {
    for (const { annotation, tags } of notes.of(reportId)) {
      for (const [index, { text }] of tags.entries()) count(uses, text, annotation.tags[index] ?? '');
    }
  }
  return answersOf('tag', most, uses, typedMatcher(typed, folder, isReadAs));
}

/** Issuers or places of reports, the most frequent first. */
export function* metadataFor(
  kind: 'issuer' | 'place',
  typed: string,
  most: number,
  { folder, isReadAs, state }: ValueSources,
): Steps<Value[]> {
  const uses = new Map<string, { readonly text: string; count: number }>();
  for (const [number, summary] of state.summaries.entries()) {
    if (number % STEP === STEP - 1) yield;
    const text = kind === 'issuer' ? summary.issuer : summary.region;
    if (text !== '') count(uses, state.metadata.fold(text).text, text);
  }
  return answersOf(kind, most, uses, typedMatcher(typed, folder, isReadAs));
}

/** Years of reports, the newest first. */
export function yearsFor(typed: string, most: number, { state }: ValueSources): Value[] {
  const years = new Set(state.summaries.map(({ date }) => date.slice(0, 4)).filter((year) => year !== ''));
  return [...years]
    .filter((year) => year.startsWith(typed))
    .sort()
    .reverse()
    .slice(0, most)
    .map((text) => ({ kind: 'date', text }));
}

function count(
  uses: Map<string, { readonly text: string; count: number }>,
  folded: string,
  text: string,
): void {
  const known = uses.get(folded);
  if (known === undefined) uses.set(folded, { text, count: 1 });
  else known.count += 1;
}

function answersOf(
  kind: 'tag' | 'issuer' | 'place',
  most: number,
  uses: ReadonlyMap<string, { readonly text: string; readonly count: number }>,
  answers: ReturnType<typeof typedMatcher>,
): Value[] {
  const best = new BestAnswers<Value>(most);
  const frequentFirst = [...uses].sort(([, a], [, b]) => b.count - a.count);
  for (const [folded, { text }] of frequentFirst) {
    if (best.isFull) break;
    best.add({ kind, text }, answers(text, folded));
  }
  return [...best.values];
}
