import { useState } from 'react';
import type { ReactElement } from 'react';
import { RadioGroup } from 'radix-ui';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { ENCODINGS } from '#core/report/encoding.ts';
import type { Encoding } from '#core/report/encoding.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Spinner } from '#renderer/ui/Progress.tsx';
import styles from './report.module.css';
import { kindOfCurrent, useVersions } from './use-versions.ts';

interface EncodingDialogProps {
  readonly content: ReportContent;
  readonly onClose: () => void;
}

/** Files that say themselves how their text is encoded. */
const FIXED: ReadonlySet<string | null> = new Set(['docx', 'epub', 'pdf']);

/** Reads the kept original once more, with an encoding that the user names. */
export function EncodingDialog({ content, onClose }: EncodingDialogProps): ReactElement {
  const { report, common, locale } = useMessages();
  const reopen = useWindow((state) => state.reopenWithEncoding);
  const busy = useWindow((state) => state.readingAnew);
  const [encoding, setEncoding] = useState<Encoding>(() => otherThan(content.encoding));
  const versions = useVersions(content);
  const isFixed = versions !== null && FIXED.has(kindOfCurrent(versions));
  // Of a document it is not known yet whether there is anything to choose.
  const isOpen = content.blocks !== null && versions === null;
  const canReopen = content.hasOriginal && !isFixed && !isOpen;
  const intro = isFixed
    ? report.encodingFixed
    : content.hasOriginal
      ? [report.reopenIntro, report.reopenNow({ encoding: content.encoding })].join(
          locale === 'en' ? ' ' : '',
        )
      : report.noOriginal;
  return (
    <Dialog
      open
      title={report.reopenTitle}
      intro={intro}
      onClose={onClose}
      foot={
        <>
          {busy ? <Spinner label={report.reading} /> : null}
          <Button onClick={onClose}>{canReopen ? common.cancel : common.close}</Button>
          {canReopen ? (
            <Button
              look="primary"
              disabled={busy || encoding === content.encoding}
              onClick={() => void reopen(content.summary.reportId, encoding)}
            >
              {report.reopenDo}
            </Button>
          ) : null}
        </>
      }
    >
      {canReopen ? (
        <RadioGroup.Root
          className={styles.encodings}
          aria-label={report.encoding}
          value={encoding}
          onValueChange={(value) => setEncoding(ENCODINGS.find((each) => each === value) ?? encoding)}
        >
          {ENCODINGS.map((each) => (
            <RadioGroup.Item key={each} value={each} className={styles.encoding}>
              <span className={styles.radio} />
              {encodingName(each, report)}
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
      ) : undefined}
    </Dialog>
  );
}

/** What is most likely meant when the present encoding is wrong. */
function otherThan(encoding: string): Encoding {
  return encoding === 'GB18030' ? 'UTF-8' : 'GB18030';
}

function encodingName(encoding: Encoding, report: Messages['report']): string {
  const names: Readonly<Record<Encoding, string>> = {
    'UTF-8': report.utf8,
    GB18030: report.gb18030,
    Big5: report.big5,
    'UTF-16LE': report.utf16le,
    'UTF-16BE': report.utf16be,
  };
  return names[encoding];
}
