import type { ReactElement } from 'react';
import { CODE_COLOURS } from '#core/annotations/codes.ts';
import type { CodeColour } from '#core/annotations/codes.ts';
import { colourWord } from '#core/annotations/codes-names.ts';
import { paletteSwatch } from '#renderer/dom/code-colour.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { Menu, MenuChoices } from '#renderer/ui/Menu.tsx';
import styles from './codes.module.css';

interface ColourMenuProps {
  /** What the button is called; it shows the colour itself. */
  readonly label: string;
  readonly color: string;
  readonly onChange: (color: CodeColour) => void;
}

/** A colour of the palette, each with its word. */
export function ColourMenu({ label, color, onChange }: ColourMenuProps): ReactElement {
  const { locale } = useMessages();
  const choices = CODE_COLOURS.map((each) => ({
    value: each,
    label: colourWord(each, locale),
    mark: <span className={styles.dot} style={{ ...paletteSwatch(each) }} />,
  }));
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={styles.colour}
          aria-label={`${label}: ${colourWord(color, locale)}`}
          title={colourWord(color, locale)}
        >
          <span className={styles.dot} style={{ ...paletteSwatch(color) }} />
        </button>
      }
    >
      <MenuChoices<CodeColour>
        label={label}
        value={color as CodeColour}
        choices={choices}
        onChange={onChange}
      />
    </Menu>
  );
}
