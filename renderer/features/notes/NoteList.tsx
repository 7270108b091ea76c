import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactElement, RefObject } from 'react';
import type { NotebookAnswer } from '#core/ipc/calls/notebook-calls.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { listLayout } from './list-layout.ts';
import type { ListLayout, ListLine } from './list-layout.ts';
import { NoteItem } from './NoteItem.tsx';
import { useNotebookWords } from './notebook-words.ts';
import { useListKeys } from './use-list-keys.ts';
import { useNotebook, useNotebookModel } from './use-notebook.ts';
import styles from './notes.module.css';

interface NoteListProps {
  readonly answer: NotebookAnswer;
  /** The report that is open. */
  readonly content: ReportContent | null;
}

interface DrawnProps extends NoteListProps {
  readonly layout: ListLayout;
}

/** Longer lists draw only what is in the window. */
const DRAWN_WHOLE = 100;

/** Pixels of a usual note and of a report's head, until they have been measured. */
const USUAL_HEIGHT = 112;
const HEAD_HEIGHT = 34;

/** The notes of a query; over the whole library each report's under its title. */
export function NoteList(props: NoteListProps): ReactElement {
  const { answer } = props;
  const everywhere = useWindow((state) => state.notebookView.everywhere);
  const layout = useMemo(
    () => listLayout(answer.matching, everywhere ? answer.groups : []),
    [answer, everywhere],
  );
  const drawn = { ...props, layout };
  return layout.lines > DRAWN_WHOLE ? <LongList {...drawn} /> : <ShortList {...drawn} />;
}

function ShortList(props: DrawnProps): ReactElement {
  const { answer, layout } = props;
  const model = useNotebookModel();
  const list = useRef<HTMLUListElement>(null);
  const selectedId = useWindow((state) => state.selectedNoteId);
  const onKeyDown = useListKeys(answer);
  const name = useListName();
  useEffect(() => model.want(0, answer.matching), [model, answer]);
  useEffect(() => {
    list.current?.querySelector(`[data-note-id="${selectedId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);
  return (
    <div className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between the buttons inside */}
      <ul ref={list} className={styles.list} aria-label={name} onKeyDown={onKeyDown}>
        {Array.from({ length: layout.lines }, (_, at) => (
          <li key={at}>
            <Line {...props} line={layout.lineAt(at)} light={false} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function LongList(props: DrawnProps): ReactElement {
  const { answer, layout } = props;
  const model = useNotebookModel();
  const scroller = useRef<HTMLDivElement>(null);
  const onKeyDown = useListKeys(answer);
  const name = useListName();
  const virtual = useVirtualizer({
    count: layout.lines,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (layout.lineAt(at).kind === 'head' ? HEAD_HEIGHT : USUAL_HEIGHT),
    overscan: 4,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => {
    model.want(layout.noteAtOrBehind(first), layout.noteAtOrBehind(last) + 1);
  }, [model, layout, first, last]);
  useSelectedInSight(layout, answer, scroller, (line) => virtual.scrollToIndex(line, { align: 'auto' }));
  return (
    <div ref={scroller} className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between the buttons inside */}
      <ul
        className={styles.list}
        aria-label={name}
        style={{ height: virtual.getTotalSize(), position: 'relative' }}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={layout.lines}
            aria-posinset={item.index + 1}
            className={styles.floating}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <Line {...props} line={layout.lineAt(item.index)} light />
          </li>
        ))}
      </ul>
    </div>
  );
}

function useListName(): string {
  const { notes } = useMessages();
  const words = useNotebookWords();
  return useWindow((state) => state.notebookView.everywhere) ? words.listAll : notes.list;
}

/** Brings a note that was selected elsewhere into sight. */
function useSelectedInSight(
  layout: ListLayout,
  answer: NotebookAnswer,
  scroller: RefObject<HTMLDivElement | null>,
  scrollTo: (line: number) => void,
): void {
  const model = useNotebookModel();
  const selectedId = useWindow((state) => state.selectedNoteId);
  const newest = useRef(scrollTo);
  useEffect(() => {
    newest.current = scrollTo;
  });
  useEffect(() => {
    if (selectedId === null) return undefined;
    // What is drawn and chosen by hand is in sight already.
    if (scroller.current?.querySelector(`[data-note-id="${selectedId}"]`)) return undefined;
    let wanted = true;
    void model.idsOf(0, answer.matching).then((ids) => {
      const index = ids.indexOf(selectedId);
      if (wanted && index >= 0) newest.current(layout.lineOfNote(index));
    });
    return () => {
      wanted = false;
    };
    // Only another selection scrolls, not another answer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedId]);
}

interface LineProps extends NoteListProps {
  readonly line: ListLine;
  readonly light: boolean;
}

function Line({ line, answer, content, light }: LineProps): ReactElement {
  const words = useNotebookWords();
  const row = useNotebook((state) => (line.kind === 'note' ? state.rows.get(line.index) : undefined));
  if (line.kind === 'head') {
    const group = answer.groups[line.group];
    return (
      <h3 className={styles.groupHead}>
        <span className={styles.groupTitle}>{group?.title || words.untitled}</span>
        <span className={styles.groupCount}>{group?.count.toLocaleString('en')}</span>
      </h3>
    );
  }
  if (row === undefined) return <div className={styles.waitingItem} aria-hidden="true" />;
  const own = content?.summary.reportId === row.annotation.reportId ? content : null;
  return <NoteItem key={row.annotation.id} row={row} index={line.index} content={own} light={light} />;
}
