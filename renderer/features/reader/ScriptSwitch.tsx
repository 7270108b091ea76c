import type { PointerEvent, ReactElement } from 'react';
import { languageTag, VIEW_SCRIPTS, type ViewScript } from '#core/report/script.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow, useWindowParts } from '#renderer/state/use-window.ts';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import styles from './reader.module.css';
import { sharedViewClient } from './view-client-of.ts';

/** Which of the six views all reports are read in. The state stands in the window's top bar, always visible. */
export function ScriptSwitch(): ReactElement {
  const { reader } = useMessages();
  const script = useWindow((state) => state.settings.readingScript);
  const { store } = useWindowParts();
  const changeSettings = useWindow((state) => state.changeSettings);
  // The pointer over a choice is a hint: its dictionaries load while the user makes up their mind.
  const preload = (event: PointerEvent): void => {
    const value =
      event.target instanceof Element ? event.target.closest('[role="radio"]')?.getAttribute('value') : null;
    const view = VIEW_SCRIPTS.find((each) => each === value);
    const { currentReportId, reports } = store.getState();
    const report = reports.find(({ reportId }) => reportId === currentReportId);
    if (view !== undefined && report !== undefined) sharedViewClient().preload(report.script, view);
  };
  return (
    <span className={styles.switch} onPointerOver={preload}>
      <SegmentedControl
        label={reader.script}
        value={script}
        choices={VIEW_SCRIPTS.map((value) => ({
          value,
          ...scriptLabels(reader, value),
          lang: value === 'source' ? 'zh' : languageTag(value, 'none'),
        }))}
        onChange={(readingScript) => changeSettings({ readingScript })}
      />
    </span>
  );
}

/** The short label of a view and its full name. */
function scriptLabels(
  reader: Messages['reader'],
  script: ViewScript,
): { readonly label: string; readonly name: string } {
  switch (script) {
    case 'source':
      return { label: reader.scriptSource, name: reader.scriptSourceName };
    case 'cn':
      return { label: reader.scriptCn, name: reader.scriptCnName };
    case 't':
      return { label: reader.scriptT, name: reader.scriptTName };
    case 'tw':
      return { label: reader.scriptTw, name: reader.scriptTwName };
    case 'twp':
      return { label: reader.scriptTwp, name: reader.scriptTwpName };
    case 'hk':
      return { label: reader.scriptHk, name: reader.scriptHkName };
  }
}
