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
import { useWindowParts } from '#renderer/state/window/use-window.ts';
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
  const repair = repairsOf(content).find(({ key }) => key === panel.repair);
  if (repair === undefined) return null;
  const close = (): void => {
    reader.closePanel();
    reader.focus();
  };
  return (
    <PassagePopover label={messages.repair.here} box={panel.box} className={styles.panel} onClose={close}>
      <p className={styles.rule}>{ruleNames(messages, repair.edit.rule)}</p>
      <p className={styles.change}>
        <Change before={repair.edit.before} after={repair.edit.after} made={repair.edit.applied} />
      </p>
      <div className={styles.foot}>
        <RepairChoice repair={repair} onTakenBack={close} />
      </div>
    </PassagePopover>
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
