import { Toolbar } from 'radix-ui';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { BUILT_IN_CODES } from '#core/annotations/codes.ts';
import { codeTone } from '#renderer/dom/code-colour.ts';
import { colourName } from '#renderer/features/notes/index.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useSearchModel } from '#renderer/state/search-model.ts';
import { useWindow, useWindowParts } from '#renderer/state/use-window.ts';
import { CopyIcon, EditIcon, NoteIcon, PlaceIcon, SearchIcon, UnderlineIcon } from '#renderer/ui/icons.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import type { Box, Reader } from './reader.ts';
import styles from './reader.module.css';
import { useMark } from './use-reader-commands.ts';

/** Half of the bar's width and its height with the gap, in pixels: it must stay inside the window. */
const HALF_WIDTH = 185;
const REACH = 50;

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
  return (
    <Toolbar.Root
      ref={bar}
      className={styles.bar}
      aria-label={words.selectionBar}
      style={placeBeside(box)}
      // A press on the bar must not take the selection away.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      <PlaceNoteButton reader={reader} />
      {BUILT_IN_CODES.map((code, index) => (
        <BarButton
          key={code}
          name={words.highlightIn({ colour: colourName(messages, code) })}
          keys={String(index + 1)}
          pressed={code === lastCode}
          onClick={() => mark('highlight', code)}
        >
          <span className={styles.dot} style={{ background: codeTone(code) }} />
        </BarButton>
      ))}
      <Toolbar.Separator className={styles.barLine} />
      <BarButton name={words.underline} onClick={() => mark('underline')}>
        <UnderlineIcon size={17} />
      </BarButton>
      <BarButton name={words.addNote} keys="A" onClick={() => reader.openDraft()}>
        <NoteIcon size={17} />
      </BarButton>
      <BarButton name={messages.repair.correct} keys="E" onClick={() => reader.openCorrection()}>
        <EditIcon size={17} />
      </BarButton>
      <BarButton name={messages.common.copy} keys="Ctrl+C" onClick={copy}>
        <CopyIcon size={17} />
      </BarButton>
      <BarButton name={words.searchSelection} keys="Ctrl+F" onClick={find}>
        <SearchIcon size={17} />
      </BarButton>
    </Toolbar.Root>
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
  readonly keys?: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function BarButton({ name, keys, pressed, onClick, children }: BarButtonProps): ReactElement {
  return (
    <Tooltip text={name} keys={keys}>
      <Toolbar.Button
        className={styles.barButton}
        aria-label={name}
        data-last={pressed ? '' : undefined}
        onClick={onClick}
      >
        {children}
      </Toolbar.Button>
    </Tooltip>
  );
}

/** Over the passage, below it where there is no room, and never beyond the window's sides. */
function placeBeside(box: Box): { readonly left: number; readonly top: number } {
  const middle = (box.left + box.right) / 2;
  const left = Math.min(Math.max(middle, HALF_WIDTH + 8), window.innerWidth - HALF_WIDTH - 8);
  const over = box.top - REACH;
  return { left, top: over > 100 ? over : Math.min(box.bottom + 10, window.innerHeight - REACH) };
}
