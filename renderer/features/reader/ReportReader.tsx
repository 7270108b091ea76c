import { lazy, Suspense, useCallback, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { extentOfKey } from '#renderer/dom/paragraph-cursor.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useFind } from '#renderer/state/find/find-model.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import './article.css';
import { CorrectionPanel } from './CorrectionPanel.tsx';
import { DoubtfulPanel } from './DoubtfulPanel.tsx';
import { NotePanel } from './NotePanel.tsx';
import { NoteVoice } from './NoteVoice.tsx';
import { Reader } from './reader.ts';
import { usePublishedReport } from './publish-report.ts';
import { RepairPanel } from './RepairPanel.tsx';
import { SourceLayerBanner } from './RepairTools.tsx';
import { ReportHead } from './ReportHead.tsx';
import styles from './reader.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { useDoubtful } from './use-doubtful.ts';
import { useFindInReport } from './use-find.ts';
import { useReader } from './use-reader.ts';
import { useSameText } from './use-same-text.ts';
import { useReaderCommands } from './use-reader-commands.ts';
import { VersionProgress } from './VersionProgress.tsx';
import { sharedViewClient } from './view-client-of.ts';

interface ReportReaderProps {
  readonly content: ReportContent;
  /** Source offset where the user left it. */
  readonly position: number;
}

/** One report: its head, its article, and what appears on it. The article's blocks are made by {@link Reader}. */
export function ReportReader({ content, position }: ReportReaderProps): ReactElement {
  const [reader, setReader] = useState<Reader | null>(null);
  const mount = useCallback((scroller: HTMLDivElement) => {
    const [root, descriptions] = scroller.children as unknown as [HTMLElement, HTMLElement];
    const made = new Reader({ scroller, root, descriptions }, sharedViewClient());
    setReader(made);
    return () => {
      made.close();
      setReader(null);
    };
  }, []);
  return (
    <section className={styles.reader} aria-label={content.summary.title}>
      <ReportHead content={content} />
      <SourceLayerBanner content={content} />
      <VersionProgress reportId={content.summary.reportId} />
      <FindPlace />
      <div ref={mount} className={styles.scroller}>
        <ArticleFrame reader={reader} title={content.summary.title} />
        <div hidden />
      </div>
      {reader === null ? null : <LiveReader reader={reader} content={content} position={position} />}
    </section>
  );
}

const FindBar = lazy(async () => ({
  default: (await import('#renderer/features/find/index.ts')).FindBar,
}));

/** The find bar, which is loaded when it is first asked for. */
function FindPlace(): ReactElement | null {
  const isOpen = useFind((state) => state.isOpen);
  return isOpen ? (
    <Suspense>
      <FindBar />
    </Suspense>
  ) : null;
}

interface LiveReaderProps extends ReportReaderProps {
  readonly reader: Reader;
}

/** What needs the article to be there. */
function LiveReader({ reader, content, position }: LiveReaderProps): ReactElement {
  const messages = useMessages();
  const failed = useStore(reader.state, (state) => state.conversionFailed);
  const empty = useStore(reader.state, (state) => state.built > 0) && content.source.trim() === '';
  const text = useSameText(content, position);
  useReader(reader, text.content, text.position);
  useReaderCommands(reader);
  useDoubtful(reader, text.content);
  usePublishedReport(reader, content.summary.reportId);
  useFindInReport(reader, content.summary.reportId);
  return (
    <>
      {failed ? (
        <p role="alert" className={styles.failed}>
          {messages.reader.conversionFailed}
        </p>
      ) : null}
      {empty ? <p className={styles.failed}>{messages.reader.noText}</p> : null}
      <NoteVoice reader={reader} />
      <SelectionBar reader={reader} />
      <NotePanel reader={reader} content={content} />
      <RepairPanel reader={reader} content={content} />
      <DoubtfulPanel reader={reader} content={content} />
      <CorrectionPanel reader={reader} content={content} />
    </>
  );
}

interface ArticleFrameProps {
  readonly reader: Reader | null;
  readonly title: string;
}

/** The article element with its mouse and its keys. React leaves its children alone. */
function ArticleFrame({ reader, title }: ArticleFrameProps): ReactElement {
  const { store } = useWindowParts();
  const selectNote = useWindow((state) => state.selectNote);

  const onClick = (event: MouseEvent): void => {
    if (reader === null || event.button !== 0) return;
    // A drag ends with a click too; then there is a selection.
    if (reader.selectedText() !== '') return reader.closePanel();
    if (reader.openMarkAt(event.clientX, event.clientY)) return;
    const noteIds = reader.openPanelAt(event.clientX, event.clientY, store.getState().annotations);
    if (noteIds.length === 0) return reader.closePanel();
    const at = noteIds.indexOf(store.getState().selectedNoteId ?? '');
    const next = noteIds[(at + 1) % Math.max(1, noteIds.length)];
    if (next !== undefined) selectNote(next);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (reader === null || event.nativeEvent.isComposing || event.altKey) return;
    if (takeKey(reader, event, () => store.getState())) event.preventDefault();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a text that is selected and moved through is used with mouse and keys, as a document is
    <article
      className="zhupi-article"
      aria-label={title}
      // The article takes the focus, so that its keys work: paragraphs, selections, notes.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the only way to its keys without a mouse
      tabIndex={0}
      onClick={onClick}
      onKeyDown={onKeyDown}
    />
  );
}

type State = ReturnType<ReturnType<typeof useWindowParts>['store']['getState']>;

/** Does what a key asks for in the article; false for keys that are not the article's. */
function takeKey(reader: Reader, event: KeyboardEvent, state: () => State): boolean {
  const extent = extentOfKey(event);
  if (extent !== null) {
    reader.extend(extent);
    return true;
  }
  const held = event.ctrlKey || event.metaKey;
  const down = (held && event.key === 'ArrowDown') || (!held && event.key === 'j');
  const up = (held && event.key === 'ArrowUp') || (!held && event.key === 'k');
  if (down || up) {
    reader.moveParagraph(down ? 1 : -1);
    return true;
  }
  if (held || event.shiftKey) return false;
  switch (event.key) {
    case 'Enter': {
      if (reader.state.getState().selection !== null) reader.focusBar();
      else reader.selectParagraph();
      return true;
    }
    case 'o': {
      const { annotations, selectedNoteId, selectNote } = state();
      const noteIds = reader.openPanel(
        annotations,
        annotations.find(({ id }) => id === selectedNoteId),
      );
      if (noteIds[0] !== undefined) selectNote(noteIds[0]);
      return noteIds.length > 0;
    }
    case 'Escape': {
      // A panel has taken it. Then what is selected goes, then the list of repairs in place of the notes.
      if (event.defaultPrevented) return false;
      if (reader.selectedText() === '') state().showRepairs(false);
      reader.dropSelection();
      return true;
    }
    default:
      return false;
  }
}
