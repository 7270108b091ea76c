import type { ReactElement } from 'react';
import { assertNever } from '#core/base/assert-never.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { SourceScript } from '#core/report/script.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import styles from './report.module.css';
import { useVersions } from './use-versions.ts';

/** What is known of a report's file, to read: script, length, encoding, versions. */
export function ReportFacts({ content }: { readonly content: ReportContent }): ReactElement {
  const messages = useMessages();
  const { report, reader, locale } = messages;
  const versions = useVersions(content) ?? [];
  const { summary, encoding, encodingConfidence, format } = content;
  const percent = Math.round(encodingConfidence * 100);
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const current = versions.find(({ isCurrent }) => isCurrent);
  const facts: readonly (readonly [name: string, value: string])[] = [
    [report.script, scriptName(summary.script, messages)],
    [report.length, reader.characters({ count: summary.chars })],
    [report.encoding, percent < 100 ? report.encodingSure({ encoding, percent }) : encoding],
    [report.format, adapterName(format === 'md' ? format : (current?.adapter ?? format), report)],
    [report.importedAt, summary.importedAt === 0 ? report.fromPack : times.format(summary.importedAt)],
  ];
  return (
    <section className={styles.facts}>
      <h3>{report.facts}</h3>
      <dl className={styles.factList}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {versions.length > 1 ? (
        <>
          <h3>{report.versions}</h3>
          <ul>
            {versions.toReversed().map((version) => (
              <li key={version.number} className={styles.version}>
                <span>{report.version(version)}</span>
                {version.isCurrent ? <span className={styles.badge}>{report.currentVersion}</span> : null}
                <span className={styles.versionAbout}>
                  {[
                    version.time === 0 ? '' : times.format(version.time),
                    adapterName(version.adapter, report),
                    version.encoding,
                    reader.characters({ count: version.length }),
                    report.bytes({ count: version.bytes }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function adapterName(adapter: string, report: Messages['report']): string {
  const names: Readonly<Record<string, string>> = {
    text: report.formatText,
    txt: report.formatText,
    md: 'Markdown',
    html: report.formatHtml,
    mhtml: report.formatArchive,
    docx: 'Word (docx)',
    epub: 'EPUB',
    pdf: 'PDF',
    pack: report.fromPack,
  };
  const [kind = '', version] = adapter.split('@', 2);
  const name = names[kind] ?? kind;
  // Which version of an adapter wrote the text is for those who know what that means: only where it is not the first.
  return version === undefined || version === '1' ? name : `${name} · ${version}`;
}

function scriptName(script: SourceScript, { library, reader, report }: Messages): string {
  switch (script) {
    case 'Hans':
      return library.scriptHansName;
    case 'Hant':
      return library.scriptHantName;
    case 'Hant-TW':
      return reader.scriptTwName;
    case 'Hant-HK':
      return reader.scriptHkName;
    case 'mixed':
      return library.scriptMixedName;
    case 'none':
      return report.scriptNone;
    default:
      return assertNever(script);
  }
}
