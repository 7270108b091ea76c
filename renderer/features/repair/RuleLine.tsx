import type { ReactElement } from 'react';
import { USER_RULE } from '#core/text/edit.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { ruleName } from '#renderer/i18n/rule-names.ts';
import { switchRule } from '#renderer/state/report/repair-switches.ts';
import { classes } from '#renderer/ui/classes.ts';
import { ChevronDownIcon } from '#renderer/ui/icons.tsx';
import { Toggle } from '#renderer/ui/Toggle.tsx';
import type { RepairRow } from './repair-rows.ts';
import styles from './repair.module.css';
import type { Switches } from './use-switches.ts';

interface RuleLineProps {
  readonly row: RepairRow & { readonly kind: 'rule' };
  readonly switches: Switches;
  readonly onToggle: () => void;
}

/** One rule: what it mends, at how many places, and a switch for all of them. */
export function RuleLine({ row, switches, onToggle }: RuleLineProps): ReactElement {
  const messages = useMessages();
  const { repair: words } = messages;
  const { rule, repairs, applied, open } = row;
  const name = ruleName(messages, rule);
  const all = repairs.length;
  return (
    <div className={styles.rule}>
      <h3 className={styles.ruleName}>
        <button
          type="button"
          data-line=""
          className={styles.ruleButton}
          aria-expanded={open}
          title={name}
          onClick={onToggle}
        >
          <span className={classes(styles.chevron, open && styles.open)}>
            <ChevronDownIcon size={14} />
          </span>
          <span className={styles.ruleWords}>{name}</span>
          <span className={styles.count}>
            <span aria-hidden="true">{applied === all ? all : `${applied} / ${all}`}</span>
            <span className="visually-hidden">{words.ruleCount({ applied, all })}</span>
          </span>
        </button>
      </h3>
      {rule === USER_RULE ? null : (
        <Toggle
          label={words.switchRule({ rule: name })}
          checked={applied > 0}
          onChange={(checked) => switches.decide(switchRule(repairs, checked))}
        />
      )}
    </div>
  );
}
