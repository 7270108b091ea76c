import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useStore } from 'zustand';
import type { TextRange } from '#core/base/text-range.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { toB } from '#core/text/map-range.ts';
import { readingOf } from '#renderer/dom/reading-of.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { reportLanguage } from '#renderer/state/report/report-language.ts';
import { correctPassage } from '#renderer/state/report/report-repairs.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { PassagePopover } from './PassagePopover.tsx';
import type { Reader } from './reader.ts';
import styles from './repairs.module.css';

interface CorrectionPanelProps {
  readonly reader: Reader;
  readonly content: ReportContent;
}

/** The panel at the selection in which the user puts a passage right. */
export function CorrectionPanel({ reader, content }: CorrectionPanelProps): ReactElement | null {
  const { repair } = useMessages();
  const panel = useStore(reader.state, (state) => state.panel);
  if (panel?.kind !== 'correction') return null;
  const close = (): void => {
    reader.closePanel();
    reader.focus();
  };
  return (
    <PassagePopover label={repair.correctTitle} box={panel.box} className={styles.correction} onClose={close}>
      <Editor source={panel.source} content={content} onDone={close} />
    </PassagePopover>
  );
}

interface EditorProps {
  readonly source: TextRange;
  readonly content: ReportContent;
  readonly onDone: () => void;
}

function Editor({ source, content, onDone }: EditorProps): ReactElement {
  const { repair, common } = useMessages();
  const parts = useWindowParts();
  const [shown] = useState(() => {
    const { map, text } = readingOf(content);
    const range = toB(map, source);
    return text.slice(range.start, range.end);
  });
  // What the reading text hides is offered as it stands in the source.
  const [words, setWords] = useState(() => shown || content.source.slice(source.start, source.end));
  const save = (): void => {
    if (words !== shown) void correctPassage(parts, source, words);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };
  return (
    <>
      <h2 className={styles.correctionTitle}>{repair.correctTitle}</h2>
      <p className={styles.correctionHint}>{repair.correctHint}</p>
      <TextArea
        label={repair.correctLabel}
        className={styles.correctionText}
        lang={reportLanguage('source', content)}
        // The panel was asked for in order to write in it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.correctionFoot}>
        <Button look="quiet" onClick={onDone}>
          {common.cancel}
        </Button>
        <Button look="primary" disabled={words === shown} onClick={save}>
          {common.save}
        </Button>
      </div>
    </>
  );
}
