import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { errorSentence } from '#core/messages/error-sentence.ts';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useFind, useFindModel } from '#renderer/state/find/find-model.ts';
import { shownReport } from '#renderer/state/report/shown-report.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { ChevronDownIcon, ChevronUpIcon, CloseIcon } from '#renderer/ui/icons.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { FindQuestion } from './FindQuestion.tsx';
import { FindStatus } from './FindStatus.tsx';
import { HighlightAll } from './HighlightAll.tsx';
import styles from './find.module.css';

/** Over the text: what is looked for in the report that is read, how many places there are, and the way through them. */
export function FindBar(): ReactElement {
  const { find } = useLateMessages();
  const { locale } = useMessages();
  const model = useFindModel();
  const query = useFind((state) => state.query);
  const error = useFind((state) => state.error);
  const total = useFind((state) => state.found?.total ?? 0);
  const lastCode = useWindow((state) => state.settings.lastCode);
  const { bar, close } = useFocus();

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      if (event.altKey) void model.highlightAll(lastCode);
      else void model.step(event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes the bar from each of its controls
    <search ref={bar} className={styles.bar} aria-label={find.title} onKeyDown={onKeyDown}>
      <div className={styles.line}>
        <div className={styles.field}>
          <SearchField
            data-find-field=""
            label={find.title}
            placeholder={find.hint}
            value={query}
            aria-invalid={error !== null}
            aria-describedby={error === null ? undefined : 'find-error'}
            onChange={(event) =>
              model.type(event.target.value, (event.nativeEvent as InputEvent).isComposing)
            }
            onCompositionEnd={(event) => model.type(event.currentTarget.value)}
          />
        </div>
        <FindStatus />
        <IconButton
          small
          label={find.previous}
          keys="Shift+F3"
          disabled={total === 0}
          onClick={() => void model.step(-1)}
        >
          <ChevronUpIcon size={16} />
        </IconButton>
        <IconButton
          small
          label={find.next}
          keys="F3"
          disabled={total === 0}
          onClick={() => void model.step(1)}
        >
          <ChevronDownIcon size={16} />
        </IconButton>
        <HighlightAll isOff={total === 0} />
        <IconButton small label={find.close} keys="Esc" onClick={close}>
          <CloseIcon size={14} />
        </IconButton>
      </div>
      {error === null ? null : (
        <p id="find-error" role="alert" className={styles.error}>
          {errorSentence(error, locale)}
        </p>
      )}
      <FindQuestion />
    </search>
  );
}

/** Takes the focus whenever the bar is asked for, and gives it back where it was when the bar goes. */
function useFocus() {
  const model = useFindModel();
  const { store } = useWindowParts();
  const asked = useFind((state) => state.asked);
  const bar = useRef<HTMLElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const taken = useRef(0);
  useEffect(() => {
    if (asked === taken.current) return;
    taken.current = asked;
    const field = bar.current?.querySelector('input') ?? null;
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && bar.current?.contains(focused) !== true) before.current = focused;
    field?.focus();
    field?.select();
  }, [asked]);
  const close = (): void => {
    const { current } = before;
    model.close();
    if (current?.isConnected === true && current !== document.body) current.focus({ preventScroll: true });
    else shownReport(store).getState().focusText();
  };
  return { bar, close };
}
