import { RadioGroup } from 'radix-ui';
import type { CSSProperties, ReactElement } from 'react';
import { codeSwatch, codeTone } from '#renderer/dom/code-colour.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useCodeName } from '#renderer/state/notes/code-names.ts';
import { offeredCodes } from '#renderer/state/notes/codes-slice.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import styles from './notes.module.css';

interface ColourPickerProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The codes that are offered here, one of them taken, with the name that the user gave it; a note's own code is there even if no project has it. */
export function ColourPicker({ value, onChange }: ColourPickerProps): ReactElement {
  const { notes } = useMessages();
  const nameOf = useCodeName();
  const offered = useWindow(offeredCodes);
  const codes = offered.map(({ id }) => id);
  const own = offered.find(({ id }) => id === value)?.name ?? nameOf(value);
  const shown = value === '' || codes.includes(value) ? codes : [...codes, value];
  return (
    <div className={styles.picker}>
      <RadioGroup.Root
        className={styles.colours}
        aria-label={notes.colour}
        orientation="horizontal"
        value={value}
        onValueChange={onChange}
      >
        {shown.map((code) => (
          <RadioGroup.Item
            key={code}
            value={code}
            className={styles.swatch}
            aria-label={nameOf(code)}
            title={nameOf(code)}
            style={{ '--body': codeSwatch(code).background, color: codeTone(code) } as CSSProperties}
          />
        ))}
      </RadioGroup.Root>
      {value === '' || own === '' ? null : (
        <span className={styles.pickedName} aria-hidden="true">
          {own}
        </span>
      )}
    </div>
  );
}
