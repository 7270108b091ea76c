import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { DoubtfulSpot, SpotPhrase } from '#core/script/index.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { overrideOf, scriptRulesModel, useScriptRules } from '#renderer/state/report/script-rules.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import styles from './doubtful.module.css';
import { describeChoice } from './describe-choice.ts';

interface DoubtfulChoiceProps {
  readonly reportId: string;
  readonly spot: DoubtfulSpot;
  /** What the view shows on both sides, in the script of the view. */
  readonly before: string;
  readonly after: string;
  /** BCP 47 tag of the view. */
  readonly lang: string;
  readonly onDone: () => void;
}

type Scope = 'report' | 'all';

/** The ways to write one doubtful character, each in its context; a press on one makes it the user's choice. */
export function DoubtfulChoice(props: DoubtfulChoiceProps): ReactElement {
  const { reportId, spot, onDone } = props;
  const { doubtful, common } = useMessages();
  const model = scriptRulesModel(useWindowParts());
  const rules = useScriptRules((state) => state.rules);
  const { tell, undo } = useWindow((state) => state);
  const id = useId();
  const [phrase, setPhrase] = useState(spot.phrases[0]?.phrase ?? '');
  const [scope, setScope] = useState<Scope>('report');
  const character = spot.phrases.at(-1)?.phrase ?? '';
  const chosen =
    spot.chosen !== null && rules !== null ? overrideOf(rules, spot.chosen, reportId) : undefined;
  const choose = async (reading: string): Promise<void> => {
    const wanted = spot.phrases.find((each) => each.phrase === phrase);
    if (wanted === undefined) return;
    const choice = { phrase, replacement: wanted.before + reading + wanted.after };
    onDone();
    if (!(await model.choose(choice, scope === 'report' ? reportId : null))) return;
    tell({
      tone: 'good',
      text: (messages) => messages.doubtful.saved({ change: describeChoice(choice) }),
      action: { label: () => common.undo, run: () => void undo() },
      revertsLastChange: true,
    });
  };
  const takeBack = (): void => {
    onDone();
    if (chosen !== undefined) void model.remove([chosen.id]);
  };
  return (
    <div className={styles.choice}>
      <p className={styles.title}>{doubtful.panel({ character })}</p>
      <Forms {...props} onChoose={(reading) => void choose(reading)} />
      <div className={styles.line}>
        <span id={`${id}-where`}>{doubtful.where}</span>
        <SegmentedControl
          label={doubtful.where}
          value={phrase}
          choices={spot.phrases.map((each) => phraseChoice(each, character, doubtful))}
          onChange={setPhrase}
        />
      </div>
      <div className={styles.line}>
        <span>{doubtful.scope}</span>
        <SegmentedControl
          label={doubtful.scope}
          value={scope}
          choices={[
            { value: 'report', label: doubtful.thisReport },
            { value: 'all', label: doubtful.allReports },
          ]}
          onChange={setScope}
        />
      </div>
      {chosen === undefined ? null : (
        <div className={styles.chosen}>
          <p>
            {doubtful.chosen({
              change: describeChoice(chosen),
              scope: chosen.reportId === null ? doubtful.allReports : doubtful.thisReport,
            })}
          </p>
          <Button look="quiet" onClick={takeBack}>
            {doubtful.takeBack}
          </Button>
        </div>
      )}
    </div>
  );
}

type FormsProps = Pick<DoubtfulChoiceProps, 'spot' | 'before' | 'after' | 'lang'> & {
  /** Takes the form as a choice writes it. */
  readonly onChoose: (reading: string) => void;
};

/** What the character is written as now, and what else it can be, each between its neighbours. */
function Forms({ spot, before, after, lang, onChoose }: FormsProps): ReactElement {
  const { doubtful } = useMessages();
  return (
    <ul className={styles.forms} lang={lang}>
      {[spot.shown, ...spot.alternatives].map((form, index) => (
        <li key={form}>
          <button
            type="button"
            className={styles.form}
            onClick={() => onChoose(spot.readings[index] ?? form)}
          >
            <span className={styles.context}>
              {before}
              <b>{form}</b>
              {after}
            </span>
            {index === 0 ? <span className={styles.now}>{doubtful.asShown}</span> : null}
          </button>
        </li>
      ))}
    </ul>
  );
}

function phraseChoice(
  { phrase }: SpotPhrase,
  character: string,
  words: ReturnType<typeof useMessages>['doubtful'],
): { readonly value: string; readonly label: string; readonly name?: string; readonly lang?: string } {
  if (phrase !== character) return { value: phrase, label: phrase, lang: 'zh-Hans' };
  return {
    value: phrase,
    label: words.everyOne({ character }),
    name: `${words.everyOne({ character })}: ${words.everyOneHint}`,
  };
}
