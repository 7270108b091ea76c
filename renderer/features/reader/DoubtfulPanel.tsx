import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { DoubtfulChoice } from '#renderer/features/doubtful/index.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { reportLanguage } from '#renderer/state/report/report-language.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { PassagePopover } from './PassagePopover.tsx';
import type { Reader } from './reader.ts';
import styles from './repairs.module.css';

interface DoubtfulPanelProps {
  readonly reader: Reader;
  readonly content: ReportContent;
}

/** The panel at a doubtful character. */
export function DoubtfulPanel({ reader, content }: DoubtfulPanelProps): ReactElement | null {
  const { doubtful } = useMessages();
  const panel = useStore(reader.state, (state) => state.panel);
  const script = useWindow((state) => state.settings.readingScript);
  if (panel?.kind !== 'doubtful') return null;
  const { place, box, byKey } = panel;
  const { reportId } = content.summary;
  const close = (): void => {
    reader.closePanel();
    reader.focus();
  };
  return (
    <PassagePopover
      label={doubtful.panel({ character: place.spot.phrases.at(-1)?.phrase ?? '' })}
      box={box}
      className={styles.panel}
      takesFocus={byKey}
      onClose={close}
    >
      <DoubtfulChoice
        // Another place begins with its own words.
        key={place.source.start}
        reportId={reportId}
        spot={place.spot}
        {...reader.doubtful.around(place)}
        lang={reportLanguage(script, content)}
        onDone={close}
      />
    </PassagePopover>
  );
}
