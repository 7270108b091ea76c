import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { offeredCodes } from '#renderer/state/notes/codes-slice.ts';
import { useCommand } from '#renderer/state/window/commands.ts';
import { useOpenedReport } from '#renderer/state/report/report-model.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { NoteIcon } from '#renderer/ui/icons.tsx';
import { BulkBar } from './BulkBar.tsx';
import { deleteNotes, recolourNotes } from './bulk-actions.ts';
import { FilterBar } from './FilterBar.tsx';
import { NoteList } from './NoteList.tsx';
import { NotesHead } from './NotesHead.tsx';
import { useNotebookWords } from './notebook-words.ts';
import { ReportNoteEditor } from './ReportNoteEditor.tsx';
import { useNotebook, useNotebookModel } from './use-notebook.ts';
import styles from './notes.module.css';

/** The notes of the current report, or of the whole library. */
export function NotesPane(): ReactElement {
  const { notes } = useMessages();
  const model = useNotebookModel();
  const opened = useOpenedReport();
  const everywhere = useWindow((state) => state.notebookView.everywhere);
  const answer = useNotebook((state) => state.answer);
  const chosen = useNotebook((state) => state.chosen.size);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => model.follow(), [model]);
  useListCommands(pane);

  if (!everywhere && opened.status !== 'ready') {
    return (
      <EmptyState
        icon={<NoteIcon size={30} />}
        title={notes.title}
        body={notes.noReport}
        actions={<ListAll />}
      />
    );
  }
  const content = opened.status === 'ready' ? opened.content : null;
  return (
    <div ref={pane} className={styles.pane}>
      <NotesHead content={content} />
      <ReportNoteEditor content={content} />
      {answer === null || answer.all === 0 ? null : <FilterBar answer={answer} />}
      <NotesBody content={content} />
      {chosen > 0 ? <BulkBar /> : null}
    </div>
  );
}

/** Leads to the notes of the whole library where no report is open. */
function ListAll(): ReactElement {
  const words = useNotebookWords();
  const changeNotebook = useWindow((state) => state.changeNotebook);
  return <Button onClick={() => changeNotebook({ everywhere: true })}>{words.listAll}</Button>;
}

type NotesBodyProps = Parameters<typeof NoteList>[0];

function NotesBody(props: Pick<NotesBodyProps, 'content'>): ReactElement {
  const { notes } = useMessages();
  const answer = useNotebook((state) => state.answer);
  const isWriting = useWindow((state) => state.writingReportNote);
  if (answer === null) return <div className={styles.scroller} />;
  if (answer.all === 0) {
    if (isWriting) return <div className={styles.scroller} />;
    return <EmptyState icon={<NoteIcon size={30} />} title={notes.emptyTitle} body={notes.emptyBody} />;
  }
  if (answer.matching === 0) return <p className={styles.nothing}>{notes.noMatch}</p>;
  return <NoteList {...props} answer={answer} />;
}

/** Delete and the digits go to the chosen notes, or to the one that the keys are at, while the list has the focus. */
function useListCommands(pane: { readonly current: HTMLDivElement | null }): void {
  const parts = useWindowParts();
  const model = useNotebookModel();
  const targets = (): readonly string[] => {
    const focused = document.activeElement;
    if (focused === null || pane.current?.contains(focused) !== true) return [];
    const { chosen } = model.state.getState();
    if (chosen.size > 0) return [...chosen];
    const id = focused.closest('[data-note-id]')?.getAttribute('data-note-id');
    return id ? [id] : [];
  };
  useCommand('delete', () => {
    const ids = targets();
    if (ids.length === 0) return false;
    void deleteNotes(parts, model, ids);
    return true;
  });
  const recolour = (index: number) => (): boolean => {
    const ids = targets();
    const code = offeredCodes(parts.store.getState())[index];
    if (ids.length === 0 || code === undefined) return false;
    void recolourNotes(parts, model, ids, code.id);
    return true;
  };
  useCommand('colour-1', recolour(0));
  useCommand('colour-2', recolour(1));
  useCommand('colour-3', recolour(2));
  useCommand('colour-4', recolour(3));
  useCommand('colour-5', recolour(4));
  useCommand('colour-6', recolour(5));
  useCommand('colour-7', recolour(6));
  useCommand('colour-8', recolour(7));
  useCommand('colour-9', recolour(8));
}
