import type { QuerySuggestion } from '#core/ipc/calls/suggest-calls.ts';
import type { ViewScript } from '#core/report/script.ts';
import { isWordUnit } from '#core/script/index.ts';
import { onOneLine } from '#core/search/concordance.ts';
import { Continuations, type Continuation } from '#core/search/suggest/continuations.ts';
import type { CorpusState } from './corpus-state.ts';
import type { Documents } from './documents.ts';
import type { ValueSources } from './suggest-values.ts';

/** Places that are looked at, and those of one report. */
const MOST_PLACES = 6_000;
const MOST_IN_REPORT = 60;
/** Reports between two turns. */
const STEP = 64;
/** UTF-16 units of a text whose place is shown: a longer one takes too long to read for a suggestion. */
const LONGEST_SHOWN = 200_000;

/**
 * Frequent phrases that begin with what is typed, counted in the texts that are in memory, of the newest reports first: an
 * approximation, so no count is told.
 */
export function* phrasesFor(
  typed: string,
  most: number,
  { folder, state }: ValueSources,
): Generator<undefined, readonly Continuation[], undefined> {
  const folded = folder.fold(typed);
  const found = new Continuations(folded, folder);
  // A Latin word is found whole only, and its beginning says little.
  if (folded === '' || isWordUnit(folded.charCodeAt(0))) return [];
  for (let number = 0; number < state.summaries.length && found.places < MOST_PLACES; number += 1) {
    if (number % STEP === STEP - 1) yield;
    const text = state.texts.isKept(number) ? state.texts.get(number)?.text : undefined;
    if (text !== undefined) found.add(number, text, MOST_IN_REPORT);
  }
  return found.best(most).filter(({ report }) => lengthOf(state, report) <= LONGEST_SHOWN);
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

function lengthOf({ texts }: CorpusState, report: number): number {
  return texts.get(report)?.text.length ?? 0;
}
