import type { ReactElement } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { ReportMenu } from '#renderer/features/report/index.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { reportLanguage } from '#renderer/state/report/report-language.ts';
import styles from './reader.module.css';
import { RepairTools } from './RepairTools.tsx';

/** Over the text: what it is, who issued it, where and when. */
export function ReportHead({ content }: { readonly content: ReportContent }): ReactElement {
  const { reader } = useMessages();
  const { title, issuer, region, date } = content.metadata;
  const { summary } = content;
  const facts = [issuer || summary.issuer, region || summary.region, date || summary.date].filter(Boolean);
  const lang = reportLanguage('source', content);
  return (
    <header className={styles.head}>
      <h1 className={styles.title} lang={lang} title={title || summary.title}>
        {summary.title || title || reader.untitled}
      </h1>
      <div className={styles.facts}>
        {facts.map((fact) => (
          <span key={fact} lang={lang}>
            {fact}
          </span>
        ))}
        <span>{reader.characters({ count: summary.chars })}</span>
        <RepairTools content={content} />
      </div>
      <span className={styles.headMenu}>
        <ReportMenu content={content} />
      </span>
    </header>
  );
}
