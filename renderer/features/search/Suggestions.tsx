import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { suggestModel } from '#renderer/state/search/suggest-model.ts';
import {
  SUGGESTIONS_ID,
  suggestionId,
  suggestState,
  type SuggestOption,
  type SuggestState,
} from '#renderer/state/search/suggest-state.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';
import { classes } from '#renderer/ui/classes.ts';
import { CloseIcon } from '#renderer/ui/icons.tsx';
import styles from './suggestions.module.css';

type Place = NonNullable<SuggestState['place']>;

/** The list of the search box, where it is at this place. The box keeps the focus and names the chosen option. */
export function Suggestions({ place }: { readonly place: Place }): ReactElement | null {
  const { suggest } = useLateMessages();
  const parts = useWindowParts();
  const { place: shown, options, active } = useStore(suggestState(parts.store));
  useEffect(() => {
    if (active >= 0) {
      document.getElementById(suggestionId(active))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [active]);
  if (shown !== place) return null;
  const option = (each: SuggestOption, index: number): ReactElement => (
    <div
      key={`${each.kind} ${textOf(each)}`}
      id={suggestionId(index)}
      role="option"
      tabIndex={-1}
      aria-selected={index === active}
      aria-keyshortcuts={each.kind === 'recent' ? 'Delete' : undefined}
      className={styles.option}
      title={textOf(each)}
      onMouseDown={(event) => {
        event.preventDefault();
        const isForgotten = event.target instanceof Element && event.target.closest('[data-forget]') !== null;
        if (each.kind === 'recent' && isForgotten) return suggestModel(parts).forget(each.query);
        const field = document.querySelector<HTMLInputElement>('search input');
        if (field !== null) suggestModel(parts).take(each, field);
      }}
    >
      <OptionText option={each} isActive={index === active} />
    </div>
  );
  return (
    <div
      id={SUGGESTIONS_ID}
      role="listbox"
      aria-label={suggest.list}
      aria-orientation={place === 'strip' ? 'horizontal' : 'vertical'}
      className={classes(place === 'strip' ? styles.strip : styles.popup)}
    >
      {place === 'strip' ? options.map(option) : <Groups options={options} option={option} />}
    </div>
  );
}

/** What stands under the empty box has a name above each kind. */
function Groups({
  options,
  option,
}: {
  readonly options: readonly SuggestOption[];
  readonly option: (each: SuggestOption, index: number) => ReactElement;
}): ReactElement {
  const { suggest } = useLateMessages();
  const names = { recent: suggest.recents, saved: suggest.saveds, operator: suggest.operators } as const;
  return (
    <>
      {(['recent', 'saved', 'operator'] as const).map((kind) =>
        options.some((each) => each.kind === kind) ? (
          <div key={kind} role="group" aria-label={names[kind]}>
            <div className={styles.heading} aria-hidden="true">
              {names[kind]}
            </div>
            {options.map((each, index) => (each.kind === kind ? option(each, index) : null))}
          </div>
        ) : null,
      )}
    </>
  );
}

function OptionText({
  option,
  isActive,
}: {
  readonly option: SuggestOption;
  readonly isActive: boolean;
}): ReactElement {
  const { suggest, operators } = useLateMessages();
  const isRecent = option.kind === 'recent';
  const help =
    option.kind === 'operator'
      ? operators[option.operator]
      : option.kind === 'saved' && option.name !== option.query
        ? option.query
        : isRecent && isActive
          ? suggest.forgetByKey
          : suggest[option.kind];
  return (
    <>
      <span className={classes(styles.text, option.kind === 'operator' && styles.code)}>
        {textOf(option)}
      </span>
      <span className={styles.help}>{help}</span>
      {/* An option holds no button: the pointer presses this, the keys have Delete. */}
      {isRecent ? (
        <span className={styles.forget} data-forget="" aria-hidden="true" title={suggest.forget}>
          <CloseIcon size={12} />
        </span>
      ) : null}
    </>
  );
}

function textOf(option: SuggestOption): string {
  switch (option.kind) {
    case 'saved':
      return option.name;
    case 'recent':
      return option.query;
    case 'operator':
      return option.operator;
    default:
      return option.text;
  }
}
