import { lazy, Suspense, useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useCommand } from '#renderer/state/window/commands.ts';
import { useSearch, useSearchModel } from '#renderer/state/search/search-model.ts';
import type { SuggestModel } from '#renderer/state/search/suggest-model.ts';
import { SUGGESTIONS_ID, suggestionId, suggestState } from '#renderer/state/search/suggest-state.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { ChevronDownIcon, ChevronUpIcon, CloseIcon } from '#renderer/ui/icons.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import styles from './search.module.css';

const Suggestions = lazy(async () => {
  const { Suggestions: default_ } = await import('./Suggestions.tsx');
  return { default: default_ };
});

/** The list of the box: its state, and a way to its model, which is loaded when the box first has the focus. */
function useSuggestions() {
  const parts = useWindowParts();
  const { place, active } = useStore(suggestState(parts.store));
  const model = useRef<SuggestModel | null>(null);
  return {
    place,
    aria: {
      role: 'combobox',
      'aria-expanded': place !== null,
      'aria-controls': SUGGESTIONS_ID,
      'aria-autocomplete': 'list',
      'aria-activedescendant': active < 0 ? undefined : suggestionId(active),
    } as const,
    tell: (what: (model: SuggestModel) => void): void => {
      if (model.current !== null) return what(model.current);
      void import('#renderer/state/search/suggest-model.ts').then(({ suggestModel }) => {
        model.current = suggestModel(parts);
        what(model.current);
      });
    },
    takesKey: (key: string, field: HTMLInputElement): boolean => model.current?.key(key, field) ?? false,
    close: (): void => model.current?.close(),
  };
}

/** The search over everything, in the top bar. */
export function SearchBox(): ReactElement {
  const { search } = useMessages();
  const model = useSearchModel();
  const query = useSearch((state) => state.query);
  const showMainPane = useWindow((state) => state.showMainPane);
  const box = useRef<HTMLDivElement>(null);
  /** Where the focus was before the box took it. */
  const before = useRef<HTMLElement | null>(null);
  const suggestions = useSuggestions();
  const field = (): HTMLInputElement | null => box.current?.querySelector('input') ?? null;

  const takeFocus = (): void => {
    const selected = document.getSelection()?.toString().trim() ?? '';
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused !== field()) before.current = focused;
    field()?.focus();
    // A long passage is no query; what is selected in the box itself is not either.
    const isTaken = selected !== '' && selected.length <= LONGEST_TAKEN && !selected.includes('\n');
    if (isTaken) model.searchFor(selected);
    else if (query !== '') showMainPane('search');
    field()?.select();
  };
  useCommand('search', takeFocus);
  // Where no report is read there is none to find in.
  useCommand('find', takeFocus);
  const stepWhereSearched = (direction: 1 | -1): boolean => {
    if (model.state.getState().answer === null) return false;
    void model.step(direction);
    return true;
  };
  useCommand('find-next', () => stepWhereSearched(1));
  useCommand('find-previous', () => stepWhereSearched(-1));

  const type = (target: HTMLInputElement, isComposing: boolean): void => {
    model.type(target.value, isComposing);
    if (!isComposing) suggestions.tell((list) => list.typed(target));
  };

  const end = (): void => {
    suggestions.close();
    model.clear();
    showMainPane('reading');
    const { current } = before;
    if (current?.isConnected === true) current.focus({ preventScroll: true });
    else field()?.blur();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (suggestions.takesKey(event.key, event.currentTarget)) event.preventDefault();
    else if (event.key === 'Escape') {
      event.preventDefault();
      end();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const { answer, status } = model.state.getState();
      if (status === 'done' && answer?.query === query.trim()) void model.step(event.shiftKey ? -1 : 1);
      else model.searchFor(query);
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      document.querySelector<HTMLElement>('[data-search-place]')?.focus();
    }
  };

  return (
    <search ref={box} className={styles.box}>
      <SearchField
        label={search.box}
        placeholder={search.hint}
        value={query}
        {...suggestions.aria}
        onBlur={suggestions.close}
        onFocus={({ currentTarget, relatedTarget }) => {
          suggestions.tell((list) => list.focused(currentTarget));
          if (relatedTarget instanceof HTMLElement) before.current = relatedTarget;
        }}
        onChange={({ target, nativeEvent }) => {
          type(target, (nativeEvent as InputEvent).isComposing);
          showMainPane(target.value.trim() === '' ? 'reading' : 'search');
        }}
        onCompositionEnd={({ currentTarget }) => type(currentTarget, false)}
        onKeyDown={onKeyDown}
        end={query === '' ? null : <BoxEnd onClear={end} />}
      />
      {suggestions.place === 'popup' ? <Popup /> : null}
    </search>
  );
}

function Popup(): ReactElement {
  return (
    <Suspense>
      <Suggestions place="popup" />
    </Suspense>
  );
}

/** A longer selection is a passage, not a query. */
const LONGEST_TAKEN = 60;

function BoxEnd({ onClear }: { readonly onClear: () => void }): ReactElement {
  const { search } = useMessages();
  const model = useSearchModel();
  const found = useSearch((state) => (state.answer?.total.hits ?? 0) > 0);
  return (
    <>
      {found ? (
        <>
          <IconButton small label={search.previous} keys="Shift+F3" onClick={() => void model.step(-1)}>
            <ChevronUpIcon size={15} />
          </IconButton>
          <IconButton small label={search.next} keys="F3" onClick={() => void model.step(1)}>
            <ChevronDownIcon size={15} />
          </IconButton>
        </>
      ) : null}
      <IconButton small label={search.clear} keys="Esc" onClick={onClear}>
        <CloseIcon size={13} />
      </IconButton>
    </>
  );
}
