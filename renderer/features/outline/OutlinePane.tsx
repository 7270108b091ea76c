import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { reportLanguage } from '#renderer/state/report/report-language.ts';
import { useOpenedReport } from '#renderer/state/report/report-model.ts';
import { reportOutline } from '#renderer/state/report/report-outline.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { OutlineIcon } from '#renderer/ui/icons.tsx';
import { findLabel } from './find-label.ts';
import { OutlineField } from './OutlineField.tsx';
import { OutlineTree } from './OutlineTree.tsx';
import styles from './outline.module.css';
import { entryAt, useCurrentEntry } from './use-current-entry.ts';
import { useFiltered, useShownTitles } from './use-outline-list.ts';

/** The contents of the report that is open: its headings and numbered points. */
export function OutlinePane(): ReactElement {
  const { outline } = useMessages();
  const opened = useOpenedReport();
  if (opened.status !== 'ready') {
    return (
      <EmptyState icon={<OutlineIcon size={32} />} title={outline.noReportTitle} body={outline.noReport} />
    );
  }
  if (reportOutline(opened.content).entries.length === 0) {
    return <EmptyState icon={<OutlineIcon size={32} />} title={outline.emptyTitle} body={outline.empty} />;
  }
  return <Contents key={opened.content.summary.reportId} content={opened.content} />;
}

function Contents({ content }: { readonly content: ReportContent }): ReactElement {
  const { outline: words } = useMessages();
  const outline = reportOutline(content);
  const { entries } = outline;
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const tree = useRef<HTMLDivElement>(null);
  const openReport = useWindow((state) => state.openReport);
  const script = useWindow((state) => state.settings.readingScript);
  const titleOf = useShownTitles(content);
  const shown = useFiltered(content, wanted, titleOf);
  const place = useMemo(() => (wanted === '' ? null : findLabel(outline, wanted)), [outline, wanted]);
  const { current, choose } = useCurrentEntry(entries);
  const named = place === null ? null : entryAt(entries, place.start);

  const goToEntry = (index: number): void => {
    const entry = entries[index];
    if (entry === undefined) return;
    choose(index);
    const { sourceStart, words: heading } = entry;
    const end = Math.max(heading.end, sourceStart);
    openReport(content.summary.reportId, { start: sourceStart, end, flash: true });
  };
  const enter = (): void => {
    const named = findLabel(outline, typed.trim());
    const index = named === null ? shown[0] : entries.findIndex((entry) => entry.sourceStart === named.start);
    if (index !== undefined && index >= 0) goToEntry(index);
    else if (named !== null) openReport(content.summary.reportId, { start: named.start, end: named.start });
  };

  return (
    <div className={styles.pane}>
      <OutlineField
        typed={typed}
        place={place}
        onType={setTyped}
        onEnter={enter}
        onDown={() => tree.current?.focus()}
      />
      {shown.length > 0 ? (
        <OutlineTree
          ref={tree}
          entries={entries}
          shown={shown}
          current={current}
          named={named}
          lang={reportLanguage(script, content)}
          titleOf={titleOf}
          onOpen={goToEntry}
        />
      ) : place === null ? (
        <p className={styles.nothing}>{words.noMatch}</p>
      ) : null}
    </div>
  );
}
