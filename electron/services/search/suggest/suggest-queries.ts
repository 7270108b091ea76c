import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import type { QuerySuggestion } from '#core/ipc/calls/suggest-calls.ts';
import type { ViewScript } from '#core/report/script.ts';
import { loadPinyin, READ_AS_NOTHING } from '#core/search/load-pinyin.ts';
import { BestAnswers, typedMatcher } from '#core/search/suggest/match-typed.ts';
import { wordAt } from '#core/search/suggest/word-at.ts';
import type { Documents } from '../corpus/documents.ts';
import type { SearchCorpus } from '../corpus/search-corpus.ts';
import { phrasesFor, showPhrase, type PhraseSources } from './suggest-phrases.ts';
import { metadataFor, tagsFor, titlesFor, yearsFor, type ValueSources } from './suggest-values.ts';

export interface SuggestRequest {
  /** As typed, with the caret in UTF-16 units. */
  readonly written: string;
  readonly caret: number;
  readonly script: ViewScript;
  /** The newest first. */
  readonly recent: readonly string[];
  readonly job: string;
}

interface SuggestSources extends ValueSources, PhraseSources {
  readonly documents: Documents;
  readonly saved: () => readonly SavedSearch[];
}

interface SuggestEngine extends Pick<SuggestSources, 'folder' | 'documents' | 'notes'> {
  readonly corpus: SearchCorpus;
}

/** Milliseconds that a suggestion waits for reports that are not indexed yet. */
const INDEXING_PATIENCE = 20;

/** The suggestions of a search. The next question of a job ends the one before with `cancelled`. */
export function createSuggest(
  engine: () => Promise<SuggestEngine>,
  saved: (() => readonly SavedSearch[]) | undefined,
  closing: AbortSignal,
): (request: SuggestRequest) => Promise<QuerySuggestion[]> {
  const asked = new Map<string, AbortController>();
  return async (request) => {
    asked.get(request.job)?.abort();
    const controller = new AbortController();
    asked.set(request.job, controller);
    const { corpus, notes, ...parts } = await engine();
    await corpus.refresh(INDEXING_PATIENCE);
    notes.refresh();
    const isReadAs = /[a-z]/iu.test(request.written) ? await loadPinyin() : READ_AS_NOTHING;
    const candidates: PhraseSources['candidates'] = (term) => corpus.candidates(term);
    const ofReports = { state: corpus.state, candidates };
    const sources = { ...parts, ...ofReports, notes, isReadAs, saved: saved ?? (() => []) };
    return suggestQueries(request, sources, AbortSignal.any([controller.signal, closing]));
  };
}

/** How many of each kind are suggested for a word, and how many values of a filter. */
const MOST = { saved: 2, recent: 2, tag: 2, title: 3, issuer: 1, place: 1, phrase: 4 } as const;
const MOST_VALUES = 8;
/** Milliseconds between two turns for others. */
const SLICE = 6;
/** UTF-16 units of a word for which there is anything to suggest. */
const LONGEST_WORD = 40;

/** Suggests for the word at the caret. Throws `cancelled` when the signal fires. */
async function suggestQueries(
  request: SuggestRequest,
  sources: SuggestSources,
  signal: AbortSignal,
): Promise<QuerySuggestion[]> {
  const { written, caret, script } = request;
  const { field, text } = wordAt(written, caret);
  const typed = text.trim();
  const inTurns = <T>(steps: Generator<undefined, T, undefined>): Promise<T> => takeTurns(steps, signal);
  if (typed.length > LONGEST_WORD) return [];
  switch (field) {
    case 'title':
      return typed === '' ? [] : inTurns(titlesFor(typed, MOST_VALUES, sources));
    case 'issuer':
    case 'place':
      return inTurns(metadataFor(field, typed, MOST_VALUES, sources));
    case 'tag':
      return tagsFor(typed, MOST_VALUES, sources);
    case 'date':
      return yearsFor(typed, MOST_VALUES, sources);
    case 'script':
    case 'color':
    case 'has':
    case 'in':
      return [];
    case null:
      break;
  }
  if (typed === '') return [];
  // Pinyin is typed in several words.
  const whole = /^[a-z\s']+$/iu.test(written) ? written.trim() : typed;
  const phrases = await inTurns(phrasesFor(typed, MOST.phrase, sources));
  const shown: QuerySuggestion[] = [];
  for (const phrase of phrases) {
    if (signal.aborted) throw new ZhupiError('cancelled');
    const suggestion = await showPhrase(phrase, sources.state, sources.documents, script);
    if (suggestion !== null) shown.push(suggestion);
    await nextTurn();
  }
  return [
    ...queriesFor(request, sources),
    ...shown,
    ...tagsFor(whole, MOST.tag, sources),
    ...(await inTurns(titlesFor(whole, MOST.title, sources))),
    ...(await inTurns(metadataFor('issuer', whole, MOST.issuer, sources))),
    ...(await inTurns(metadataFor('place', whole, MOST.place, sources))),
  ];
}

/** Saved searches by their name or query, and recent ones; never the very query that is typed. */
function queriesFor(
  { written, recent }: SuggestRequest,
  { folder, isReadAs, saved }: SuggestSources,
): readonly QuerySuggestion[] {
  const typed = written.trim();
  const answers = typedMatcher(typed, folder, isReadAs);
  const bestSaved = new BestAnswers<QuerySuggestion>(MOST.saved);
  for (const { name, query, sort } of saved()) {
    const answering = answers(name, folder.fold(name)) ?? answers(query, folder.fold(query));
    bestSaved.add({ kind: 'saved', name, query, sort }, answering);
  }
  const bestRecent = new BestAnswers<QuerySuggestion>(MOST.recent);
  for (const query of recent) {
    if (query !== typed) bestRecent.add({ kind: 'recent', query }, answers(query, folder.fold(query)));
  }
  return [...bestSaved.values, ...bestRecent.values];
}

/** Lets others have their turns while it works. */
async function takeTurns<T>(steps: Generator<undefined, T, undefined>, signal: AbortSignal): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < SLICE) continue;
    await nextTurn();
    if (signal.aborted) throw new ZhupiError('cancelled');
    begun = performance.now();
  }
}
