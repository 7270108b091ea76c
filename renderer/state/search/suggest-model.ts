import { inTreeOrder } from '#core/annotations/codes-tree.ts';
import { fixedValues, operatorsFor, QUERY_OPERATORS } from '#core/search/suggest/field-values.ts';
import { quoted, withWord, wordAt } from '#core/search/suggest/word-at.ts';
import { savedSearchModel } from './saved-search-model.ts';
import { forgetRecent } from './recent-queries.ts';
import { searchModel } from './search-model.ts';
import type { WindowStore } from '../window/store.ts';
import { NO_SUGGESTIONS, suggestState, type SuggestOption } from './suggest-state.ts';
import type { WindowParts } from '../window/use-window.ts';

export interface SuggestModel {
  /** The box has the focus: the empty one lists what was asked before. */
  readonly focused: (field: HTMLInputElement) => void;
  /** Something was typed; asks when the keys rest. */
  readonly typed: (field: HTMLInputElement) => void;
  /** A key in the box; true when it was one of the list's. */
  readonly key: (key: string, field: HTMLInputElement) => boolean;
  readonly take: (option: SuggestOption, field: HTMLInputElement) => void;
  /** Forgets a recent query; the list stays. */
  readonly forget: (query: string) => void;
  readonly close: () => void;
}

/** Milliseconds of rest behind which suggestions are asked for: the search itself goes first. */
const TYPING_REST = 120;
/** Options of each kind under the empty box, and in the strip. */
const MOST_ASKED = 6;
const MOST_IN_STRIP = 9;
const MOST_OPERATORS = 3;

const models = new WeakMap<WindowStore, SuggestModel>();

/** The suggestions of a window's search box. */
export function suggestModel(parts: WindowParts): SuggestModel {
  const known = models.get(parts.store) ?? createModel(parts);
  models.set(parts.store, known);
  return known;
}

function createModel(parts: WindowParts): SuggestModel {
  const { client, store } = parts;
  const state = suggestState(store);
  const job = `suggest ${Math.random().toString(36).slice(2)}`;
  let serial = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The box for which was asked before packs and index were all there. */
  let early: HTMLInputElement | null = null;

  const close = (): void => {
    clearTimeout(timer);
    serial += 1;
    early = null;
    state.setState(NO_SUGGESTIONS);
  };

  const showAsked = async (field: HTMLInputElement): Promise<void> => {
    serial += 1;
    const mine = serial;
    const saved = savedSearchModel(parts);
    await saved.loaded();
    if (mine !== serial || field.value !== '' || document.activeElement !== field) return;
    state.setState({ place: 'popup', options: askedOptions(parts), active: -1 });
  };

  const ask = async (field: HTMLInputElement): Promise<void> => {
    serial += 1;
    const mine = serial;
    early = isAllThere(parts) ? null : field;
    const written = field.value;
    const caret = field.selectionStart ?? written.length;
    const { readingScript: script, recentQueries } = store.getState().settings;
    const answer = await client.suggestQueries({ written, caret, script, recent: [...recentQueries], job });
    if (mine !== serial || document.activeElement !== field) return;
    // Who has gone into the list already goes on with it.
    if (state.getState().active >= 0) return;
    const options = [...ownOptions(store, written, caret), ...(answer.ok ? answer.value : [])].slice(
      0,
      MOST_IN_STRIP,
    );
    state.setState(options.length === 0 ? NO_SUGGESTIONS : { place: 'strip', options, active: -1 });
  };

  const typed = (field: HTMLInputElement): void => {
    clearTimeout(timer);
    serial += 1;
    early = null;
    if (field.value === '') return void showAsked(field);
    // What is listed stays until its successor has come; nothing of it is chosen any more.
    state.setState(state.getState().place === 'popup' ? NO_SUGGESTIONS : { active: -1 });
    timer = setTimeout(() => void ask(field), TYPING_REST);
  };

  // What has come since may have more to suggest.
  whenAllThere(parts, () => {
    if (early !== null) void ask(early);
  });

  const take = taker({ parts, close, typed });

  const forget = forgetter(parts, close);

  return {
    focused: (field) => {
      if (field.value === '') void showAsked(field);
    },
    typed,
    take,
    forget,
    close,
    key: (key, field) => {
      const { place, options, active } = state.getState();
      if (place === null) return false;
      const chosen = options[active];
      if (key === 'Enter') {
        if (chosen !== undefined) take(chosen, field);
        else close();
        return chosen !== undefined;
      }
      if (key === 'Delete' && chosen?.kind === 'recent') {
        forget(chosen.query);
        return true;
      }
      const next = nextActive(key, place, active, options.length);
      if (next === null) return false;
      state.setState({ active: next });
      // Below the strip are the results.
      return !(place === 'strip' && key === 'ArrowDown' && next === -1);
    },
  };
}

/** What becomes of the list when a recent query is forgotten: the next option is chosen, so that the keys can go on. */
function forgetter(parts: WindowParts, close: () => void): SuggestModel['forget'] {
  const state = suggestState(parts.store);
  return (query) => {
    forgetRecent(parts, query);
    const { place, options, active } = state.getState();
    const isForgotten = (each: SuggestOption): boolean => each.kind === 'recent' && each.query === query;
    const at = options.findIndex(isForgotten);
    if (at < 0) return;
    // Under the empty box an older one may come up.
    const left = place === 'popup' ? askedOptions(parts) : options.filter((each) => !isForgotten(each));
    if (left.length === 0) return close();
    const next = active > at ? active - 1 : active;
    state.setState({ options: left, active: Math.min(next, left.length - 1) });
  };
}

/** What stands under the empty box. */
function askedOptions(parts: WindowParts): readonly SuggestOption[] {
  return [
    ...parts.store.getState().settings.recentQueries.slice(0, MOST_ASKED).map(recent),
    ...savedSearchModel(parts)
      .state.getState()
      .slice(0, MOST_ASKED)
      .map(({ name, query, sort }) => ({ kind: 'saved' as const, name, query, sort })),
    ...QUERY_OPERATORS.map((operator) => ({ kind: 'operator' as const, operator })),
  ];
}

interface TakerDeps {
  readonly parts: WindowParts;
  readonly close: () => void;
  readonly typed: (field: HTMLInputElement) => void;
}

/** What becomes of the box when an option is taken: another query, another word at the caret, or a report. */
function taker({ parts, close, typed }: TakerDeps): SuggestModel['take'] {
  const { store } = parts;
  const takeWord = (word: string, field: HTMLInputElement): void => {
    const caret = field.selectionStart ?? field.value.length;
    const changed = withWord(field.value, wordAt(field.value, caret), word);
    close();
    searchModel(parts).type(changed.query);
    store.getState().showMainPane('search');
    field.focus();
    requestAnimationFrame(() => {
      if (field.value !== changed.query) return;
      field.setSelectionRange(changed.caret, changed.caret);
      // Behind a filter's colon its values follow.
      if (word.endsWith(':')) typed(field);
    });
  };

  return (option, field) => {
    const { field: filter } = wordAt(field.value, field.selectionStart ?? field.value.length);
    switch (option.kind) {
      case 'saved':
      case 'recent':
        close();
        if (option.kind === 'saved') searchModel(parts).sortBy(option.sort);
        return searchModel(parts).searchFor(option.query);
      case 'operator':
        return takeWord(option.operator.replace('…', ''), field);
      case 'value':
        // The values of the program need no quotation marks; what the user named may.
        return takeWord(
          `${option.field}:${option.field === 'color' ? quoted(option.text) : option.text}`,
          field,
        );
      case 'phrase':
        return takeWord(quoted(option.text), field);
      case 'title':
        if (filter !== null) return takeWord(`title:${quoted(option.text)}`, field);
        close();
        return store.getState().openReport(option.reportId);
      case 'tag':
      case 'issuer':
      case 'place':
      case 'date':
        return takeWord(`${option.kind}:${quoted(option.text)}`, field);
    }
  };
}

/** Whether packs and index are there, as far as the window knows. */
function isAllThere(parts: WindowParts): boolean {
  const { answer } = searchModel(parts).state.getState();
  return parts.store.getState().packsState !== 'loading' && (answer?.progress?.missing ?? 0) === 0;
}

/** Calls back at each change of the window or its search with which packs and index are there. */
function whenAllThere(parts: WindowParts, tell: () => void): void {
  const look = (): void => {
    if (isAllThere(parts)) tell();
  };
  parts.store.subscribe(look);
  searchModel(parts).state.subscribe(look);
}

/** What the window itself suggests for the word at the caret: operators, or values of a filter. */
function ownOptions(store: WindowStore, written: string, caret: number): readonly SuggestOption[] {
  const { field, text } = wordAt(written, caret);
  if (field === null) {
    const operators = operatorsFor(text).slice(0, MOST_OPERATORS);
    return operators.map((operator) => ({ kind: 'operator', operator }));
  }
  const named = field === 'color' ? codeNames(store, text) : [];
  return [...named, ...fixedValues(field, text)].map((value) => ({ kind: 'value', field, text: value }));
}

/** Names that the user gave to codes and that hold what is typed, each once and in the order of the codes. */
function codeNames(store: WindowStore, typed: string): readonly string[] {
  const wanted = typed.toLowerCase();
  const names = inTreeOrder(store.getState().codes).map(({ code }) => code.name);
  return [...new Set(names)].filter((name) => name !== '' && name.toLowerCase().includes(wanted));
}

function recent(query: string): SuggestOption {
  return { kind: 'recent', query };
}

/** Which option is chosen behind a key: up and down in a popup, right and left in a strip. Null for a key of the text. */
function nextActive(key: string, place: 'popup' | 'strip', active: number, count: number): number | null {
  if (key === 'Escape') return active >= 0 && place === 'strip' ? -1 : null;
  if (key === 'ArrowUp') return active < 0 ? null : place === 'strip' ? -1 : active - 1;
  if (key === 'ArrowDown') {
    if (place === 'strip') return active < 0 ? 0 : -1;
    return Math.min(count - 1, active + 1);
  }
  if (place === 'popup' || active < 0) return null;
  if (key === 'ArrowRight') return Math.min(count - 1, active + 1);
  return key === 'ArrowLeft' ? Math.max(0, active - 1) : null;
}
