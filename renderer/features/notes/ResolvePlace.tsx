import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { Annotation } from '#core/annotations/record.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useShownReport } from '#renderer/state/report/shown-report.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChevronDownIcon, ChevronUpIcon } from '#renderer/ui/icons.tsx';
import { Candidates } from './Candidates.tsx';
import styles from './notes.module.css';

interface ResolvePlaceProps {
  readonly note: Annotation;
  readonly content: ReportContent;
}

/** Lets the user say where a note belongs whose text has changed: here, there, at a passage of theirs, or nowhere. */
export function ResolvePlace({ note, content }: ResolvePlaceProps): ReactElement {
  const { notes } = useMessages();
  const [open, setOpen] = useState(false);
  const picking = useWindow((state) => state.placingNoteId === note.id);
  const bodyId = useId();
  if (picking) return <PickPlace note={note} />;
  return (
    <div className={styles.resolve}>
      <button
        type="button"
        className={styles.resolveHead}
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={() => setOpen(!open)}
      >
        {notes.resolve}
        {open ? <ChevronUpIcon size={13} /> : <ChevronDownIcon size={13} />}
      </button>
      <div id={bodyId} hidden={!open}>
        {open ? <Choices note={note} content={content} /> : null}
      </div>
    </div>
  );
}

function Choices({ note, content }: ResolvePlaceProps): ReactElement {
  const { notes } = useMessages();
  const placeNote = useWindow((state) => state.placeNote);
  const beginPlacing = useWindow((state) => state.beginPlacing);
  const focusText = useShownReport((state) => state.focusText);
  const intro = {
    exact: '',
    moved: notes.resolveMoved,
    doubtful: notes.resolveDoubtful,
    orphan: notes.resolveOrphan,
  }[note.state];
  return (
    <div className={styles.resolveBody}>
      <Candidates note={note} content={content} intro={intro} />
      <div className={styles.resolveFoot}>
        <Button
          className={styles.slim}
          onClick={() => {
            beginPlacing(note.id);
            focusText();
          }}
        >
          {notes.pickPlace}
        </Button>
        {note.state === 'orphan' ? null : (
          <Button look="quiet" className={styles.slim} onClick={() => void placeNote(note.id, null)}>
            {notes.belongsNowhere}
          </Button>
        )}
      </div>
    </div>
  );
}

/** While the user selects the passage in the text. */
function PickPlace({ note }: { readonly note: Annotation }): ReactElement {
  const { notes, common } = useMessages();
  const placeNote = useWindow((state) => state.placeNote);
  const beginPlacing = useWindow((state) => state.beginPlacing);
  const selection = useShownReport((state) => (state.reportId === note.reportId ? state.selection : null));
  return (
    <div className={styles.picking} role="status">
      <p>{notes.picking}</p>
      <div className={styles.resolveFoot}>
        <Button
          look="primary"
          className={styles.slim}
          disabled={selection === null}
          // A press on the button must not take the selection in the text away.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (selection !== null) void placeNote(note.id, selection);
          }}
        >
          {notes.putHere}
        </Button>
        <Button look="quiet" className={styles.slim} onClick={() => beginPlacing(null)}>
          {common.cancel}
        </Button>
      </div>
    </div>
  );
}
