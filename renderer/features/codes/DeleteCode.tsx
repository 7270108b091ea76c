import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Code } from '#core/annotations/codes-record.ts';
import { codeLabel } from '#core/annotations/codes-names.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import styles from './codes.module.css';
import { useChange } from './use-change.ts';

interface DeleteCodeProps {
  readonly code: Code;
  readonly codes: readonly Code[];
  readonly notes: number;
  readonly onDone: () => void;
}

/** Asks what becomes of the notes of a code that is to be deleted. */
export function DeleteCode({ code, codes, notes, onDone }: DeleteCodeProps): ReactElement {
  const { codes: words, common, locale } = useMessages();
  const run = useChange();
  const tell = useWindow((state) => state.tell);
  const undo = useWindow((state) => state.undo);
  const loadAnnotations = useWindow((state) => state.loadAnnotations);
  const others = codes.filter(({ id }) => id !== code.id);
  const [moveTo, setMoveTo] = useState(() => code.parentId ?? others[0]?.id ?? '');
  const name = codeLabel(code, locale);
  const remove = async (): Promise<void> => {
    const answer = await run((client) => client.deleteCode({ id: code.id, moveTo }));
    if (answer === null) return;
    onDone();
    void loadAnnotations();
    tell({
      text: (messages) => messages.codes.deleted({ name }),
      action: { label: (messages) => messages.common.undo, run: () => void undo() },
      revertsLastChange: true,
    });
  };
  return (
    <div className={styles.question} role="group" aria-label={words.deleteTitle({ name })}>
      <span className={styles.questionWords}>
        {notes === 0 ? words.deleteUnused : words.deleteNotes({ count: notes })}
      </span>
      {notes === 0 ? null : (
        <Select
          label={words.moveTo}
          value={moveTo}
          choices={others.map((each) => ({ value: each.id, label: codeLabel(each, locale) }))}
          onChange={setMoveTo}
        />
      )}
      <Button look="quiet" onClick={onDone}>
        {common.cancel}
      </Button>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the user has just asked for it */}
      <Button look="primary" autoFocus onClick={() => void remove()}>
        {common.delete}
      </Button>
    </div>
  );
}
