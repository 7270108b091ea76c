import type { ReactElement } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { repairsOfRule, USER_RULE } from '#core/text/edit.ts';
import { placeOfEdit } from '#renderer/dom/source-layer.ts';
import { describeChange } from '#renderer/i18n/describe-change.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { ruleNames } from '#renderer/i18n/rule-names.ts';
import { reportLanguage } from '#renderer/state/report/report-language.ts';
import { correctPassage, type Repair } from '#renderer/state/report/report-repairs.ts';
import { useShownReport } from '#renderer/state/report/shown-report.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Change } from '#renderer/ui/Change.tsx';
import { Toggle } from '#renderer/ui/Toggle.tsx';
import { contextOf } from './context-of.ts';
import styles from './repair.module.css';
import type { Switches } from './use-switches.ts';

interface PlaceLineProps {
  readonly content: ReportContent;
  readonly repair: Repair;
  readonly switches: Switches;
  /** Whether the user is asked what to do here. */
  readonly asks: boolean;
}

/** One place: its words with what is changed in them, which lead to it, and what can be done about it. */
export function PlaceLine({ content, repair, switches, asks }: PlaceLineProps): ReactElement {
  const messages = useMessages();
  const openReport = useWindow((state) => state.openReport);
  const script = useWindow((state) => state.settings.readingScript);
  const layer = useWindow((state) => state.textLayer);
  // The words change with what the article shows.
  useShownReport((state) => state.serial);
  const textOf = useShownReport((state) => state.textOf);
  const { reportId } = content.summary;
  const { edit } = repair;
  const { before, after } = contextOf(content.source, edit, textOf);
  const merged = asks || repairsOfRule(edit.rule).length > 1;
  const lang = reportLanguage(layer === 'source' ? 'source' : script, content);
  return (
    <div className={styles.place}>
      <button
        type="button"
        data-line=""
        className={styles.words}
        lang={reportLanguage('source', content)}
        onClick={() => openReport(reportId, { ...placeOfEdit(content.source, edit), flash: true })}
      >
        <span lang={lang}>{before}</span>
        <Change before={edit.before} after={edit.after} made={switches.isApplied(repair)} />
        <span lang={lang}>{after}</span>
      </button>
      {merged ? <p className={styles.rules}>{ruleNames(messages, edit.rule)}</p> : null}
      {asks ? (
        <Answers repair={repair} switches={switches} />
      ) : (
        <div className={styles.placeEnd}>
          {repair.rule === USER_RULE ? (
            <TakeBack repair={repair} />
          ) : (
            <Toggle
              label={describeChange(messages, edit)}
              checked={switches.isApplied(repair)}
              onChange={(checked) => switches.switchOne(repair, checked)}
            />
          )}
        </div>
      )}
    </div>
  );
}

function Answers({ repair, switches }: Pick<PlaceLineProps, 'repair' | 'switches'>): ReactElement {
  const messages = useMessages();
  const change = describeChange(messages, repair.edit);
  const { accept, leave } = messages.repair;
  return (
    <div className={styles.answers}>
      <Button
        className={styles.answer}
        aria-label={`${accept}: ${change}`}
        onClick={() => switches.switchOne(repair, true)}
      >
        {accept}
      </Button>
      <Button
        look="quiet"
        className={styles.answer}
        aria-label={`${leave}: ${change}`}
        onClick={() => switches.switchOne(repair, false)}
      >
        {leave}
      </Button>
    </div>
  );
}

function TakeBack({ repair }: Pick<PlaceLineProps, 'repair'>): ReactElement {
  const parts = useWindowParts();
  const { repair: words } = useMessages();
  return (
    <Button
      look="quiet"
      className={styles.answer}
      onClick={() => void correctPassage(parts, repair.edit, null)}
    >
      {words.takeBack}
    </Button>
  );
}
