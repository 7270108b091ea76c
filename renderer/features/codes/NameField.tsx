import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { LONGEST_NAME } from '#core/annotations/codes.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './codes.module.css';

interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Whether an empty name is one. */
  readonly mayBeEmpty?: boolean;
  readonly onCommit: (name: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A name that is changed where it stands: Enter or leaving the field keeps it, Escape brings the old one back. */
export function NameField({
  label,
  value,
  placeholder,
  mayBeEmpty = false,
  onCommit,
  onKeyDown,
}: NameFieldProps): ReactElement {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  const commit = (): void => {
    const name = typed.trim();
    if (name === value || (name === '' && !mayBeEmpty)) setTyped(value);
    else onCommit(name);
  };
  return (
    <TextField
      className={styles.name}
      label={label}
      value={typed}
      placeholder={placeholder}
      maxLength={LONGEST_NAME}
      data-takes-escape={typed === value ? undefined : ''}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        onKeyDown?.(event);
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setTyped(value);
      }}
    />
  );
}
