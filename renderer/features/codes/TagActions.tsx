import { useState } from 'react';
import type { ReactElement } from 'react';
import type { TagCount } from '#core/ipc/calls/code-calls.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './codes.module.css';

interface TagActionsProps {
  readonly chosen: readonly string[];
  readonly tags: readonly TagCount[];
  readonly onApply: (tags: readonly string[], to: string | null) => Promise<void>;
}

/** What can be done with the chosen tags: one is renamed, several are merged, into the most used of them unless told. */
export function TagActions({ chosen, tags, onApply }: TagActionsProps): ReactElement {
  const { codes: words, common } = useMessages();
  const [first = ''] = tags.map(({ name }) => name).filter((name) => chosen.includes(name));
  const [name, setName] = useState(first);
  const isMerge = chosen.length > 1;
  const given = name.trim();
  const label = isMerge ? words.mergeTags({ count: chosen.length }) : words.renameTag({ name: first });
  return (
    <form
      className={styles.tagActions}
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== '') void onApply(chosen, given);
      }}
    >
      <span className={styles.questionWords}>{label}</span>
      <TextField
        className={styles.name}
        label={label}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
      />
      <Button look="danger" onClick={() => void onApply(chosen, null)}>
        {common.delete}
      </Button>
      <Button look="primary" type="submit" disabled={given === '' || (!isMerge && given === first)}>
        {isMerge ? words.merge : words.rename}
      </Button>
    </form>
  );
}
