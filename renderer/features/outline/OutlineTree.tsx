import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, Ref } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import type { OutlineEntry } from '#renderer/state/report/report-outline.ts';
import { OutlineRow } from './OutlineRow.tsx';
import styles from './outline.module.css';

interface OutlineTreeProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly entries: readonly OutlineEntry[];
  /** Indexes of the entries that are listed, in order. */
  readonly shown: readonly number[];
  /** Index of the section that is read; -1 for none. */
  readonly current: number;
  /** Index of the entry that is typed as a label, or that its paragraph stands below; null for none. */
  readonly named: number | null;
  /** Language of the words, by which fonts choose the forms of the characters. */
  readonly lang: string;
  readonly titleOf: (entry: OutlineEntry) => string;
  readonly onOpen: (index: number) => void;
}

/** Pixels of a row of one line; rows in the page are measured. */
const ROW_HEIGHT = 30;

/** The entries, indented by level; the tree has the focus and the keys, its rows are told by id. */
export function OutlineTree({
  ref,
  entries,
  shown,
  current,
  named,
  lang,
  titleOf,
  onOpen,
}: OutlineTreeProps): ReactElement {
  const { outline } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => scroller.current as HTMLDivElement);
  const treeId = useId();
  const [active, setActive] = useState<{ readonly index: number; readonly named: number | null } | null>(
    null,
  );
  const first = nearest(shown, named ?? current) ?? -1;
  // Another label that is typed begins at its own point.
  const isKept = active !== null && active.named === named && shown.includes(active.index);
  const activeIndex = isKept ? active.index : first;
  const rows = useRows(scroller, shown, first);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Enter') {
      if (activeIndex >= 0) onOpen(activeIndex);
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
      const row = rowOfKey(event.key, shown.indexOf(activeIndex), shown.length, page);
      const next = row === null ? undefined : shown[row];
      if (row === null || next === undefined) return;
      setActive({ index: next, named });
      rows.scrollToIndex(row, { align: 'auto' });
    }
    event.preventDefault();
  };

  const visible = rows.getVirtualItems();
  const activeInPage = visible.some(({ index }) => shown[index] === activeIndex);
  return (
    <div
      ref={scroller}
      className={styles.tree}
      lang={lang}
      role="tree"
      tabIndex={0}
      aria-label={outline.title}
      aria-activedescendant={activeInPage ? `${treeId}-${activeIndex}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={styles.rows} role="presentation" style={{ height: rows.getTotalSize() }}>
        {visible.map(({ index: row, start, key }) => {
          const index = shown[row];
          const entry = index === undefined ? undefined : entries[index];
          if (index === undefined || entry === undefined) return null;
          return (
            <OutlineRow
              key={key}
              id={`${treeId}-${index}`}
              entry={entry}
              title={titleOf(entry)}
              row={row}
              count={shown.length}
              current={index === current}
              active={index === activeIndex}
              start={start}
              measure={rows.measureElement}
              onPress={() => {
                setActive({ index, named });
                onOpen(index);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

type Rows = ReturnType<typeof useVirtualizer<HTMLDivElement, HTMLElement>>;

/** Which rows stand in the page, and where; the row of the section that is read, or that is typed, is brought into sight. */
function useRows(
  scroller: { readonly current: HTMLDivElement | null },
  shown: readonly number[],
  wanted: number,
): Rows {
  const rows = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (row) => shown[row] ?? row,
    overscan: 12,
  });
  useEffect(() => {
    const row = shown.indexOf(wanted);
    if (row >= 0) rows.scrollToIndex(row, { align: 'auto' });
    // Another section in sight scrolls the tree, and another label that is typed; another filter does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  return rows;
}

/** The listed entry that holds `current`: itself, or the last one before it. */
function nearest(shown: readonly number[], current: number): number | undefined {
  return shown.findLast((index) => index <= current);
}

function rowOfKey(key: string, at: number, count: number, page: number): number | null {
  const clamp = (row: number): number => Math.min(count - 1, Math.max(0, row));
  switch (key) {
    case 'ArrowDown':
      return clamp(at + 1);
    case 'ArrowUp':
      return clamp(at - 1);
    case 'PageDown':
      return clamp(at + page);
    case 'PageUp':
      return clamp(at - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
