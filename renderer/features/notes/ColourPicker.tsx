import { RadioGroup } from 'radix-ui';
import type { ReactElement } from 'react';
import { BUILT_IN_CODES } from '#core/annotations/codes.ts';
import { codeTone } from '#renderer/dom/code-colour.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { colourName } from './colour-name.ts';
import styles from './notes.module.css';

interface ColourPickerProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The five built-in colours, one of them taken. */
export function ColourPicker({ value, onChange }: ColourPickerProps): ReactElement {
  const messages = useMessages();
  return (
    <RadioGroup.Root
      className={styles.colours}
      aria-label={messages.notes.colour}
      orientation="horizontal"
      value={value}
      onValueChange={onChange}
    >
      {BUILT_IN_CODES.map((code) => (
        <RadioGroup.Item
          key={code}
          value={code}
          className={styles.swatch}
          aria-label={colourName(messages, code)}
          title={colourName(messages, code)}
          style={{ color: codeTone(code) }}
        />
      ))}
    </RadioGroup.Root>
  );
}
