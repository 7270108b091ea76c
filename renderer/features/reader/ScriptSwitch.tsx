import type { PointerEvent, ReactElement } from 'react';
import { VIEW_SCRIPTS, type ViewScript } from '#core/report/script.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useCommand } from '#renderer/state/window/commands.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import styles from './reader.module.css';
import { sharedViewClient } from './view-client-of.ts';

/** Which of the six views all reports are read in. The state stands in the window's top bar, always visible. */
export function ScriptSwitch(): ReactElement {
  const { reader, locale } = useMessages();
  const layer = useWindow((state) => state.textLayer);
  const chosen = useWindow((state) => state.settings.readingScript);
  // The source layer is in the script of the source, whatever is read otherwise.
  const script = layer === 'source' ? 'source' : chosen;
  const { store } = useWindowParts();
  const choose = (readingScript: ViewScript): void => {
    store.getState().showTextLayer('reading');
    store.getState().changeSettings({ readingScript });
  };
  useCommand('script-source', () => choose('source'));
  useCommand('script-cn', () => choose('cn'));
  useCommand('script-t', () => choose('t'));
  useCommand('script-tw', () => choose('tw'));
  useCommand('script-twp', () => choose('twp'));
  useCommand('script-hk', () => choose('hk'));
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
          lang: locale === 'en' ? 'zh' : locale,
        }))}
        onChange={choose}
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
