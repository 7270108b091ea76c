import { Toolbar } from 'radix-ui';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import type { QuoteForm } from '#core/export/citation/cited-quote.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useSearchModel } from '#renderer/state/search/search-model.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { CopyIcon, EditIcon, NoteIcon, PlaceIcon, SearchIcon, UnderlineIcon } from '#renderer/ui/icons.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import type { Reader } from './reader.ts';
import type { Box } from './sight.ts';
import { CodeButtons } from './CodeButtons.tsx';
import styles from './reader.module.css';
import { useMark } from './use-reader-commands.ts';

/** Pixels between the bar and the passage, and between the bar and the sides of the pane. */
const GAP = 8;

/** What can be done with the selected passage, beside it. The focus stays in the text until Enter asks for the bar. */
export function SelectionBar({ reader }: { readonly reader: Reader }): ReactElement | null {
  const selection = useStore(reader.state, (state) => state.selection);
  return selection === null ? null : <Bar reader={reader} box={selection.box} />;
}

function Bar({ reader, box }: { readonly reader: Reader; readonly box: Box }): ReactElement {
  const messages = useMessages();
  const { client, store } = useWindowParts();
  const search = useSearchModel();
  const lastCode = useWindow((state) => state.settings.lastCode);
  const mark = useMark(reader);
  const bar = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 370, height: 42 });
  const codes = useWindow((state) => state.codes);

  // Names of codes make it wider, or two lines high: it must stay inside the pane of the text.
  useLayoutEffect(() => {
    const { offsetWidth: width = 0, offsetHeight: height = 0 } = bar.current ?? {};
    if (width > 0) setSize({ width, height });
  }, [codes]);

  useEffect(
    () => reader.onBarWanted(() => bar.current?.querySelector<HTMLElement>('[data-last]')?.focus()),
    [reader],
  );

  const copy = (): void => {
    void client.copyText({ text: reader.selectedText() }).then((answer) => {
      if (!answer.ok) store.getState().tellError(answer.error);
    });
    reader.dropSelection();
    reader.focus();
  };
  const find = (): void => {
    const query = reader.selectedText();
    reader.dropSelection();
    search.searchFor(query);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    reader.focus();
  };

  const { reader: words } = messages;
  const pane = reader.scroller.getBoundingClientRect();
  return (
    <Toolbar.Root
      ref={bar}
      className={styles.bar}
      aria-label={words.selectionBar}
      style={placeBeside(box, size, pane)}
      // A press on the bar must not take the selection away.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      <PlaceNoteButton reader={reader} />
      <CodeButtons lastCode={lastCode} onMark={(code) => mark('highlight', code)} />
      <Toolbar.Separator className={styles.barLine} />
      <BarButton name={words.underline} keys="U" onClick={() => mark('underline')}>
        <UnderlineIcon size={17} />
      </BarButton>
      <BarButton name={words.addNote} word={messages.notes.title} keys="A" onClick={() => reader.openDraft()}>
        <NoteIcon size={17} />
      </BarButton>
      <BarButton name={messages.repair.correct} keys="E" onClick={() => reader.openDraft('correction')}>
        <EditIcon size={17} />
      </BarButton>
      <BarButton name={messages.common.copy} keys="Ctrl+C" onClick={copy}>
        <CopyIcon size={17} />
      </BarButton>
      <CiteButtons reader={reader} />
      <BarButton name={words.searchSelection} keys="Ctrl+Shift+F" onClick={find}>
        <SearchIcon size={17} />
      </BarButton>
    </Toolbar.Root>
  );
}

/** The passage with its citation, as plain text and as Markdown. */
function CiteButtons({ reader }: { readonly reader: Reader }): ReactElement {
  const { exporting } = useMessages();
  const { client, store } = useWindowParts();
  const cite = (form: QuoteForm): void => {
    const selection = reader.selectionNow();
    const reportId = store.getState().currentReportId;
    if (selection !== null && reportId !== null) {
      const passage = { reportId, range: selection.source, note: null };
      void import('#renderer/state/notes/copy-cited.ts').then(({ copyCited }) =>
        copyCited({ client, store }, passage, form),
      );
    }
    reader.dropSelection();
    reader.focus();
  };
  return (
    <>
      <BarButton
        name={exporting.copyCited}
        word={exporting.citedShort}
        onClick={() => cite('plain')}
      ></BarButton>
      <BarButton name={exporting.copyCitedMarkdown} word="MD" onClick={() => cite('markdown')} />
    </>
  );
}

/** There while the user looks for the passage of a note whose text has changed. */
function PlaceNoteButton({ reader }: { readonly reader: Reader }): ReactElement | null {
  const { notes } = useMessages();
  const placing = useWindow((state) => state.placingNoteId);
  const placeNote = useWindow((state) => state.placeNote);
  if (placing === null) return null;
  const place = (): void => {
    const selection = reader.selectionNow();
    if (selection !== null) void placeNote(placing, selection.source);
    reader.dropSelection();
    reader.focus();
  };
  return (
    <BarButton name={notes.putHere} onClick={place}>
      <PlaceIcon size={17} />
    </BarButton>
  );
}

interface BarButtonProps {
  readonly name: string;
  /** A part of the name that is shown: an icon alone does not say it. */
  readonly word?: string;
  readonly keys?: string;
  readonly onClick: () => void;
  readonly children?: ReactNode;
}

function BarButton({ name, word, keys, onClick, children }: BarButtonProps): ReactElement {
  return (
    <Tooltip text={name} keys={keys}>
      <Toolbar.Button
        className={classes(styles.barButton, word !== undefined && styles.worded)}
        aria-label={name}
        onClick={onClick}
      >
        {children}
        {word}
      </Toolbar.Button>
    </Tooltip>
  );
}

/** Below the passage, over it where there is no room, and never beyond the sides of the text's pane. */
export function placeBeside(
  box: Box,
  { width, height }: { readonly width: number; readonly height: number },
  pane: Box,
): { readonly left: number; readonly top: number; readonly maxWidth: number } {
  const middle = (box.left + box.right) / 2;
  const maxWidth = pane.right - pane.left - 2 * GAP;
  const half = Math.min(width, maxWidth) / 2 + GAP;
  const left = Math.min(Math.max(middle, pane.left + half), pane.right - half);
  const lowest = pane.bottom - height - GAP;
  const over = box.top - height - GAP;
  // A passage that fills the window has room on neither side: then over its end.
  return {
    left,
    top: box.bottom + GAP <= lowest || over < pane.top ? Math.min(box.bottom + GAP, lowest) : over,
    maxWidth,
  };
}
