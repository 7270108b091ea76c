import { useId } from 'react';
import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { scriptRulesModel, useScriptRules } from '#renderer/state/report/script-rules.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Toggle } from '#renderer/ui/Toggle.tsx';
import { describeChoice } from './describe-choice.ts';
import styles from './doubtful.module.css';

/** In the settings: whether our list for official prose is used, and what the user chose, to be removed again. */
export function ScriptRulesLines(): ReactElement {
  const { doubtful, reader } = useMessages();
  const model = scriptRulesModel(useWindowParts());
  const rules = useScriptRules((state) => state.rules);
  const reports = useWindow((state) => state.reports);
  const id = useId();
  const titleOf = (reportId: string): string =>
    reports.find((report) => report.reportId === reportId)?.title ?? reader.untitled;
  const overrides = rules?.overrides ?? [];
  return (
    <>
      <div className={styles.line}>
        <label htmlFor={id}>{doubtful.officialProse}</label>
        <Toggle
          id={id}
          checked={rules?.officialProse ?? true}
          onChange={(on) => void model.useOfficialProse(on)}
        />
      </div>
      <details className={styles.rules}>
        <summary>
          {doubtful.choices}
          <span className={styles.count}>{overrides.length}</span>
        </summary>
        {overrides.length === 0 ? <p className={styles.nothing}>{doubtful.noChoices}</p> : null}
        <ul className={styles.list}>
          {overrides.map((override) => (
            <li key={override.id} className={styles.rule}>
              <span className={styles.ruleWords}>
                <span lang="zh">{describeChoice(override)}</span>
                <span className={styles.scope}>
                  {override.reportId === null ? doubtful.allReports : titleOf(override.reportId)}
                </span>
              </span>
              <Button
                look="quiet"
                aria-label={doubtful.removeNamed({ change: describeChoice(override) })}
                onClick={() => void model.remove([override.id])}
              >
                {doubtful.remove}
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
