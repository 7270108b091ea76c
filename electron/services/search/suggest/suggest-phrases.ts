import type { QuerySuggestion } from '#core/ipc/calls/suggest-calls.ts';
import type { ViewScript } from '#core/report/script.ts';
import { isWordUnit } from '#core/script/index.ts';
import { onOneLine } from '#core/search/concordance.ts';
import { Continuations, type Continuation } from '#core/search/suggest/continuations.ts';
import type { CorpusState } from '../corpus/corpus-state.ts';
import type { Documents } from '../corpus/documents.ts';
import type { SearchCorpus } from '../corpus/search-corpus.ts';
import type { ValueSources } from './suggest-values.ts';

/** Places that are looked at, and those of one report. */
const MOST_PLACES = 6_000;
const MOST_IN_REPORT = 60;
/** Texts that are read at once, between two turns. */
const STEP = 64;
/** Tokens of a text that is looked at: a longer one takes too long to read for a suggestion. */
const LONGEST = 200_000;

export interface PhraseSources extends Pick<ValueSources, 'folder' | 'state'> {
  readonly candidates: SearchCorpus['candidates'];
}

/**
 * Frequent phrases that begin with what is typed, counted in the newest reports in which it stands: an approximation, so no
 * count is told.
 */
export function* phrasesFor(
  typed: string,
  most: number,
  { folder, state, candidates }: PhraseSources,
): Generator<undefined, readonly Continuation[], undefined> {
  const folded = folder.fold(typed);
  const found = new Continuations(folded, folder);
  // A Latin word is found whole only, and its beginning says little.
  if (folded === '' || isWordUnit(folded.charCodeAt(0))) return [];
  const marked = candidates({ kind: 'phrase', text: folded, range: { start: 0, end: typed.length } });
  const numbers = Array.from(state.summaries.keys()).filter(
    (number) => marked?.[number] !== 0 && state.lengths.text(number) <= LONGEST,
  );
  for (let from = 0; from < numbers.length && found.places < MOST_PLACES; from += STEP) {
    yield;
    for (const [number, { text }] of state.texts.read(numbers.slice(from, from + STEP))) {
      if (found.places < MOST_PLACES) found.add(number, text, MOST_IN_REPORT);
    }
  }
  return found.best(most);
}

/** A phrase as the reader would see it. Null when its report has changed in the meantime. */
export async function showPhrase(
  { text, report, at }: Continuation,
  { summaries, texts }: CorpusState,
  documents: Documents,
  script: ViewScript,
): Promise<QuerySuggestion | null> {
  const reportId = summaries[report]?.reportId ?? '';
  const searched = texts.get(report);
  if (searched === undefined) return null;
  const place = { start: at, end: at + text.length };
  const hits = await documents.describeFirst(reportId, searched, [place], script);
  const [hit] = hits ?? [];
  return hit === undefined ? null : { kind: 'phrase', text: onOneLine(hit.match) };
}
