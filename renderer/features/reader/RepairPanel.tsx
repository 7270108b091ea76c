import { useId } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { USER_RULE } from '#core/text/edit.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { ruleNames } from '#renderer/i18n/rule-names.ts';
import { switchOne } from '#renderer/state/report/repair-switches.ts';
import {
  correctPassage,
  decideRepairs,
  repairsOf,
  type Repair,
} from '#renderer/state/report/report-repairs.ts';
import { runCommand } from '#renderer/state/window/commands.ts';
import { isPaneShown } from '#renderer/state/window/layout-slice.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Change } from '#renderer/ui/Change.tsx';
import { Toggle } from '#renderer/ui/Toggle.tsx';
import { PassagePopover } from './PassagePopover.tsx';
import type { Reader } from './reader.ts';
import styles from './repairs.module.css';

interface RepairPanelProps {
  readonly reader: Reader;
  readonly content: ReportContent;
}

/** The panel at a difference of the source layer: the rule, what it makes of the place, and its switch. */
export function RepairPanel({ reader, content }: RepairPanelProps): ReactElement | null {
  const messages = useMessages();
  const panel = useStore(reader.state, (state) => state.panel);
  if (panel?.kind !== 'repair') return null;
  const repair = repairsOf(content).find(({ key }) => key === panel.repair.key);
  if (repair === undefined) return null;
  const close = (): void => {
    reader.closePanel();
    reader.focus();
  };
  return (
    <PassagePopover
      // The walk leads from one to the next, each with its own focus.
      key={repair.key}
      label={messages.repair.here}
      box={panel.box}
      className={styles.panel}
      takesFocus={panel.byKey}
      onClose={close}
    >
      <p className={styles.rule}>{ruleNames(messages, repair.edit.rule)}</p>
      <p className={styles.change}>
        <Change before={repair.edit.before} after={repair.edit.after} made={repair.edit.applied} />
      </p>
      {repair.asks ? <p className={styles.rule}>{messages.repair.asksHere}</p> : null}
      <div className={styles.foot}>
        <RepairChoice repair={repair} onTakenBack={close} />
        {repair.asks ? <ListButton onOpen={() => reader.closePanel()} /> : null}
      </div>
    </PassagePopover>
  );
}

/** The way from one place to the list of all. */
function ListButton({ onOpen }: { readonly onOpen: () => void }): ReactElement | null {
  const { repair } = useMessages();
  const listed = useWindow((state) => state.repairsShown && isPaneShown(state, 'notes'));
  if (listed) return null;
  const open = (): void => {
    onOpen();
    void runCommand('repairs');
  };
  return (
    <Button look="quiet" className={styles.listButton} onClick={open}>
      {repair.list}
    </Button>
  );
}

interface RepairChoiceProps {
  readonly repair: Repair;
  readonly onTakenBack: () => void;
}

function RepairChoice({ repair, onTakenBack }: RepairChoiceProps): ReactElement {
  const { repair: words } = useMessages();
  const parts = useWindowParts();
  const id = useId();
  const decide = (applied: boolean): void => void decideRepairs(parts, [switchOne(repair, applied)]);
  if (repair.rule === USER_RULE) {
    const takeBack = (): void => {
      void correctPassage(parts, repair.edit, null);
      onTakenBack();
    };
    return <Button onClick={takeBack}>{words.takeBack}</Button>;
  }
  if (repair.asks) {
    return (
      <>
        <Button look="quiet" onClick={() => decide(false)}>
          {words.leave}
        </Button>
        <Button look="primary" onClick={() => decide(true)}>
          {words.accept}
        </Button>
      </>
    );
  }
  return (
    <span className={styles.applied}>
      <label htmlFor={id}>{words.switchOne}</label>
      <Toggle id={id} checked={repair.edit.applied} onChange={decide} />
    </span>
  );
}
