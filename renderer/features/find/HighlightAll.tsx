import type { ReactElement } from 'react';
import { codeSwatch } from '#renderer/dom/code-colour.ts';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useCodeName } from '#renderer/state/notes/code-names.ts';
import { offeredCodes } from '#renderer/state/notes/codes-slice.ts';
import { useFindModel } from '#renderer/state/find/find-model.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { ChevronDownIcon } from '#renderer/ui/icons.tsx';
import { Menu, MenuItem } from '#renderer/ui/Menu.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import styles from './find.module.css';

/** Makes a highlight of every place: in the last colour at once, or in one of the others. */
export function HighlightAll({ isOff }: { readonly isOff: boolean }): ReactElement {
  const { find } = useLateMessages();
  const model = useFindModel();
  const nameOf = useCodeName();
  const lastCode = useWindow((state) => state.settings.lastCode);
  const offered = useWindow(offeredCodes);
  const isBusy = useWindow((state) => state.bulk !== null);
  const off = isOff || isBusy;
  return (
    <span className={styles.highlight}>
      <Tooltip text={find.highlightAll({ code: nameOf(lastCode) })} keys="Alt+Enter">
        <Button
          look="quiet"
          className={styles.all}
          disabled={off}
          aria-label={find.highlightAll({ code: nameOf(lastCode) })}
          onClick={() => void model.highlightAll(lastCode)}
        >
          <span className={styles.dot} style={{ ...codeSwatch(lastCode) }} />
          {find.doIt}
        </Button>
      </Tooltip>
      <Menu
        align="end"
        trigger={
          <IconButton small label={find.chooseCode} disabled={off} className={styles.choose}>
            <ChevronDownIcon size={13} />
          </IconButton>
        }
      >
        {offered.map(({ id }) => (
          <MenuItem
            key={id}
            icon={<span className={styles.dot} style={{ ...codeSwatch(id) }} />}
            onSelect={() => void model.highlightAll(id)}
          >
            {nameOf(id)}
          </MenuItem>
        ))}
      </Menu>
    </span>
  );
}
