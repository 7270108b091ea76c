import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { LONGEST_NAME } from '#core/annotations/codes.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './codes.module.css';

interface AddRowProps {
  readonly label: string;
  readonly hint: string;
  readonly before?: ReactNode;
  readonly behind?: ReactNode;
  /** True when it was made: the field is emptied for the next one. */
  readonly onAdd: (name: string) => Promise<boolean>;
}

/** The last line of a list: a name, and the button that adds it. */
export function AddRow({ label, hint, before, behind, onAdd }: AddRowProps): ReactElement {
  const [name, setName] = useState('');
  const add = async (): Promise<void> => {
    if (name.trim() === '') return;
    if (await onAdd(name.trim())) setName('');
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {before}
      <TextField
        className={styles.name}
        label={label}
        placeholder={hint}
        maxLength={LONGEST_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {behind}
      <Button type="submit" disabled={name.trim() === ''}>
        {label}
      </Button>
    </form>
  );
}
