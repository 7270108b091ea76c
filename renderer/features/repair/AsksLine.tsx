import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { switchOne } from '#renderer/state/report/repair-switches.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { ChevronDownIcon } from '#renderer/ui/icons.tsx';
import type { RepairRow } from './repair-rows.ts';
import styles from './repair.module.css';
import type { Switches } from './use-switches.ts';

interface AsksLineProps {
  readonly row: RepairRow & { readonly kind: 'asks' };
  readonly switches: Switches;
  readonly onToggle: () => void;
}

/** What the rules leave to the user: one by one below, or all at once here. */
export function AsksLine({ row, switches, onToggle }: AsksLineProps): ReactElement {
  const { repair } = useMessages();
  const { repairs, open } = row;
  const decideAll = (applied: boolean): void =>
    switches.decide(repairs.map((each) => switchOne(each, applied)));
  return (
    <div className={styles.asks}>
      <h3>
        <button
          type="button"
          data-line=""
          className={classes(styles.ruleButton, styles.asksButton)}
          aria-expanded={open}
          onClick={onToggle}
        >
          <span className={classes(styles.chevron, open && styles.open)}>
            <ChevronDownIcon size={14} />
          </span>
          <span className={styles.asksTitle}>{repair.asksTitle({ count: repairs.length })}</span>
        </button>
      </h3>
      <p className={styles.asksBody}>{repair.asksBody}</p>
      {repairs.length > 1 ? (
        <div className={styles.asksFoot}>
          <Button className={styles.answer} onClick={() => decideAll(true)}>
            {repair.acceptAll}
          </Button>
          <Button look="quiet" className={styles.answer} onClick={() => decideAll(false)}>
            {repair.leaveAll}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
