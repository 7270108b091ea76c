import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import type { ListedNote } from './filter-notes.ts';
import { NoteItem } from './NoteItem.tsx';
import styles from './notes.module.css';

interface NoteListProps {
  readonly listed: readonly ListedNote[];
  readonly content: ReportContent;
  readonly selectedId: string | null;
}

/** Longer lists draw only what is in the window. */
const DRAWN_WHOLE = 200;

/** Pixels of a usual note, until it has been measured. */
const USUAL_HEIGHT = 120;

/** Notes in the order of the text; the up and down keys move from quote to quote. */
export function NoteList(props: NoteListProps): ReactElement {
  return props.listed.length > DRAWN_WHOLE ? <LongList {...props} /> : <ShortList {...props} />;
}

function ShortList({ listed, content, selectedId }: NoteListProps): ReactElement {
  const { notes } = useMessages();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-note-id="${selectedId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);
  return (
    <div className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between the buttons inside */}
      <ul ref={list} className={styles.list} aria-label={notes.list} onKeyDown={moveBetweenQuotes}>
        {listed.map((each) => (
          <li key={each.note.id}>
            <NoteItem listed={each} content={content} selected={each.note.id === selectedId} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function LongList({ listed, content, selectedId }: NoteListProps): ReactElement {
  const { notes } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => listed[index]?.note.id ?? index,
    overscan: 6,
  });
  const selected = listed.findIndex(({ note }) => note.id === selectedId);
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected, { align: 'auto' });
    // The virtualizer is one object for the life of the list.
  }, [selected, virtual]);
  return (
    <div ref={scroller} className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between the buttons inside */}
      <ul
        className={styles.list}
        aria-label={notes.list}
        style={{ height: virtual.getTotalSize(), position: 'relative' }}
        onKeyDown={moveBetweenQuotes}
      >
        {virtual.getVirtualItems().map((item) => {
          const each = listed[item.index];
          return each === undefined ? null : (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-setsize={listed.length}
              aria-posinset={item.index + 1}
              className={styles.floating}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <NoteItem listed={each} content={content} selected={item.index === selected} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function moveBetweenQuotes(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLButtonElement) || !event.target.matches('[aria-label]')) {
    return;
  }
  const quotes = [...event.currentTarget.querySelectorAll<HTMLElement>(`.${styles.quote}`)];
  const at = quotes.indexOf(event.target);
  const next = at === -1 ? undefined : quotes[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
