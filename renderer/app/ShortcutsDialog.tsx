import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/messages-context.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { useWindow } from '../state/window/use-window.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import styles from './app.module.css';
import type { KeyHelp } from './feature-slots.ts';
import { keyNames, SHORTCUTS } from './shortcuts.ts';
import type { ShortcutGroup } from './shortcuts.ts';

interface HelpLine {
  readonly label: string;
  readonly keys: readonly (readonly string[])[];
}

const GROUPS = [
  'reading',
  'notes',
  'search',
  'script',
  'general',
] as const satisfies readonly ShortcutGroup[];

/** The `?` dialog: every key of the shortcut table and of the features. */
export function ShortcutsDialog({ keyHelp }: { readonly keyHelp: readonly KeyHelp[] }): ReactElement {
  const messages = useMessages();
  const open = useWindow((state) => state.dialog === 'shortcuts');
  const close = useWindow((state) => state.closeDialog);
  const mac = useWindow((state) => state.about.platform === 'darwin');
  const { app } = messages;
  const titles: Readonly<Record<ShortcutGroup, string>> = {
    general: app.groupGeneral,
    reading: app.groupReading,
    notes: app.groupNotes,
    search: app.groupSearch,
    script: app.groupScript,
  };
  return (
    <Dialog open={open} wide title={app.shortcuts} onClose={close}>
      {/* It scrolls in a low window and holds no control: the focus lets the arrow keys scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.keyColumns} role="group" aria-label={app.shortcuts} tabIndex={0}>
        {GROUPS.map((group) => (
          <section key={group} className={styles.keyGroup}>
            <h3>{titles[group]}</h3>
            <dl className={styles.keyList}>
              {helpLines(group, keyHelp, messages, mac).map((line) => (
                <HelpEntry key={line.label} line={line} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function HelpEntry({ line }: { readonly line: HelpLine }): ReactElement {
  return (
    <div className={styles.keyLine}>
      <dt>{line.label}</dt>
      <dd>
        {line.keys.map((keys) => (
          <Fragment key={keys.join(' ')}>
            <Keys keys={keys} />{' '}
          </Fragment>
        ))}
      </dd>
    </div>
  );
}

function helpLines(
  group: ShortcutGroup,
  keyHelp: readonly KeyHelp[],
  messages: Messages,
  mac: boolean,
): readonly HelpLine[] {
  const lines = new Map<string, (readonly string[])[]>();
  for (const shortcut of SHORTCUTS) {
    if (shortcut.group !== group) continue;
    const label = shortcut.label(messages.app);
    const keys = shortcut.combinations.map((combination) => keyNames(combination, mac));
    lines.set(label, [...(lines.get(label) ?? []), ...keys]);
  }
  for (const help of keyHelp) {
    if (help.group !== group) continue;
    const label = help.label(messages);
    lines.set(label, [...(lines.get(label) ?? []), ...help.keys]);
  }
  return [...lines].map(([label, keys]) => ({ label, keys: shortened(keys) }));
}

/** Digits in a row are drawn as their first and last. */
function shortened(keys: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first, last] = [keys[0], keys.at(-1)];
  const isRow = keys.length > 3 && keys.every((names) => /^\d$/u.test(names.at(-1) ?? ''));
  return isRow && first && last ? [[...first.slice(0, -1), `${first.at(-1)} – ${last.at(-1)}`]] : keys;
}
