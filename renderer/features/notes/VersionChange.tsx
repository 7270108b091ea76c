import type { ReactElement, ReactNode } from 'react';
import type { Annotation } from '#core/annotations/record.ts';
import type { NoteVersion } from '#core/ipc/calls/notebook-calls.ts';
import { codeSwatch } from '#renderer/dom/code-colour.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useCodeName } from '#renderer/state/notes/code-names.ts';
import { useNotebookWords } from './notebook-words.ts';
import { stateLabel } from './state-label.ts';
import { textDifference } from './text-difference.ts';
import styles from './notes.module.css';

interface VersionChangeProps {
  readonly version: NoteVersion;
  /** The version before it; null for the first. */
  readonly before: NoteVersion | null;
}

/** What a version has that the one before it had not. */
export function VersionChange({ version, before }: VersionChangeProps): ReactElement {
  const messages = useMessages();
  const words = useNotebookWords();
  const nameOf = useCodeName();
  const { annotation: note } = version;
  const old = before?.annotation ?? null;
  const isColour = old === null || old.code !== note.code;
  const isPlace =
    old !== null &&
    (old.state !== note.state ||
      old.anchor.start !== note.anchor.start ||
      old.anchor.end !== note.anchor.end);
  const tags = tagChanges(old, note);
  const isWords = old === null ? note.note !== '' : old.note !== note.note;
  if (!isColour && !isPlace && !isWords && tags.length === 0) {
    return <p className={styles.versionSame}>{words.sameAs}</p>;
  }
  return (
    <dl className={styles.versionChange}>
      {isColour ? (
        <Field name={words.fieldColour}>
          <span className={styles.versionDot} style={{ ...codeSwatch(note.code) }} />
          {nameOf(note.code)}
        </Field>
      ) : null}
      {tags.length > 0 ? (
        <Field name={words.fieldTags}>
          {tags.map(({ tag, isAdded }) => (
            <Changed key={tag} isAdded={isAdded} text={tag} />
          ))}
        </Field>
      ) : null}
      {isPlace ? <Field name={words.fieldPlace}>{stateLabel(messages, note.state)}</Field> : null}
      {isWords ? (
        <Field name={words.fieldWords}>
          {note.note === '' && old === null ? (
            words.noWords
          ) : (
            <Words before={old?.note ?? ''} after={note.note} />
          )}
        </Field>
      ) : null}
    </dl>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className={styles.versionField}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Words({ before, after }: { readonly before: string; readonly after: string }): ReactElement {
  return (
    <span className={styles.versionWords}>
      {textDifference(before, after).map(({ kind, text }, at) =>
        kind === 'same' ? (
          <span key={at}>{text}</span>
        ) : (
          <Changed key={at} isAdded={kind === 'added'} text={text} />
        ),
      )}
    </span>
  );
}

/** Marked by its element, not by colour alone: `ins` and `del` are told by screen readers and drawn with a line. */
function Changed({ isAdded, text }: { readonly isAdded: boolean; readonly text: string }): ReactElement {
  return isAdded ? (
    <ins className={styles.inserted}>{text}</ins>
  ) : (
    <del className={styles.removed}>{text}</del>
  );
}

function tagChanges(
  old: Annotation | null,
  note: Annotation,
): readonly { readonly tag: string; readonly isAdded: boolean }[] {
  const before = old?.tags ?? [];
  const added = note.tags.filter((tag) => !before.includes(tag));
  const removed = before.filter((tag) => !note.tags.includes(tag));
  return [
    ...added.map((tag) => ({ tag, isAdded: true })),
    ...removed.map((tag) => ({ tag, isAdded: false })),
  ];
}
