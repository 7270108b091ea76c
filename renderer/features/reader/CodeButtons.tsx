import { Toolbar } from 'radix-ui';
import type { ReactElement } from 'react';
import { codeSwatch } from '#renderer/dom/code-colour.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useCodeName } from '#renderer/state/notes/code-names.ts';
import { offeredCodes } from '#renderer/state/notes/codes-slice.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { classes } from '#renderer/ui/classes.ts';
import { ChevronDownIcon } from '#renderer/ui/icons.tsx';
import { Menu, MenuItem, MenuLine } from '#renderer/ui/Menu.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import styles from './reader.module.css';

/** As many as there are digits. */
const SHOWN = 9;

interface CodeButtonsProps {
  /** The last one used: H takes it. */
  readonly lastCode: string;
  readonly onMark: (code: string) => void;
}

/** One button a code, with its name where the user gave one; those beyond the ninth are in a menu. */
export function CodeButtons({ lastCode, onMark }: CodeButtonsProps): ReactElement {
  const { codes: words, reader } = useMessages();
  const nameOf = useCodeName();
  const offered = useWindow(offeredCodes);
  const showDialog = useWindow((state) => state.showDialog);
  const others = offered.slice(SHOWN);
  const labelOf = (id: string, name: string): string =>
    name === '' ? reader.highlightIn({ colour: nameOf(id) }) : words.markAs({ name });
  return (
    <>
      {offered.slice(0, SHOWN).map(({ id, name }, index) => (
        <Tooltip key={id} text={labelOf(id, name)} keys={String(index + 1)}>
          <Toolbar.Button
            className={classes(styles.barButton, name !== '' && styles.named)}
            aria-label={labelOf(id, name)}
            data-last={id === lastCode ? '' : undefined}
            onClick={() => onMark(id)}
          >
            <span className={styles.dot} style={{ ...codeSwatch(id) }} />
            {name === '' ? null : <span className={styles.codeName}>{name}</span>}
          </Toolbar.Button>
        </Tooltip>
      ))}
      <Menu
        trigger={
          <Toolbar.Button className={styles.barButton} aria-label={words.more}>
            <ChevronDownIcon size={15} />
          </Toolbar.Button>
        }
      >
        {others.map(({ id }) => (
          <MenuItem
            key={id}
            icon={<span className={styles.dot} style={{ ...codeSwatch(id) }} />}
            onSelect={() => onMark(id)}
          >
            {nameOf(id)}
          </MenuItem>
        ))}
        {others.length === 0 ? null : <MenuLine />}
        <MenuItem onSelect={() => showDialog('codes')}>{words.manage}</MenuItem>
      </Menu>
    </>
  );
}
