import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useOpenedReport } from '#renderer/state/report/report-model.ts';
import { hasDecisions, repairsOf } from '#renderer/state/report/report-repairs.ts';
import { resetAll } from '#renderer/state/report/repair-switches.ts';
import { REPAIRS_BUTTON } from '#renderer/state/report/repair-slice.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { expectFocusReturn } from '#renderer/ui/focus-return.ts';
import { CloseIcon, RepairIcon } from '#renderer/ui/icons.tsx';
import { RepairList } from './RepairList.tsx';
import { repairRows } from './repair-rows.ts';
import styles from './repair.module.css';
import { useSwitches } from './use-switches.ts';

/** What is repaired in the open report: by rule, with a switch for each rule and each place. */
export function RepairPane(): ReactElement {
  const { repair } = useMessages();
  const opened = useOpenedReport();
  const showRepairs = useWindow((state) => state.showRepairs);
  const close = useCallback((): void => {
    showRepairs(false);
    expectFocusReturn();
    document.getElementById(REPAIRS_BUTTON)?.focus();
  }, [showRepairs]);
  useEscape(close);
  return (
    <section className={styles.pane} aria-labelledby="repairs-title">
      <div className={styles.head}>
        <h2 id="repairs-title" className={styles.title}>
          {repair.title}
        </h2>
        <IconButton small label={repair.hide} onClick={close}>
          <CloseIcon size={15} />
        </IconButton>
      </div>
      {opened.status === 'ready' ? <ReportRepairs content={opened.content} /> : null}
    </section>
  );
}

/** Escape from anywhere, but where a panel, the text or a field has a use of its own for it. */
function useEscape(close: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      close();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [close]);
}

function ReportRepairs({ content }: { readonly content: ReportContent }): ReactElement {
  const { repair: words } = useMessages();
  const [openRules, setOpenRules] = useState<ReadonlySet<string>>(new Set());
  const switches = useSwitches(content);
  const repairs = repairsOf(content);
  const { isApplied } = switches;
  const rows = useMemo(
    () => repairRows(repairs, (rule) => openRules.has(rule), isApplied),
    [repairs, openRules, isApplied],
  );
  const applied = useMemo(() => repairs.filter(isApplied).length, [repairs, isApplied]);
  if (repairs.length === 0) {
    return <EmptyState icon={<RepairIcon size={30} />} title={words.nothing} body={words.nothingBody} />;
  }
  const toggle = (rule: string): void => {
    const next = new Set(openRules);
    if (!next.delete(rule)) next.add(rule);
    setOpenRules(next);
  };
  const asks = repairs.filter((each) => each.asks).length;
  return (
    <>
      <p className={styles.summary} role="status">
        {words.summary({ applied, asks })}
      </p>
      <RepairList content={content} rows={rows} switches={switches} onToggle={toggle} />
      {hasDecisions(repairs) ? (
        <div className={styles.foot}>
          <Button onClick={() => switches.decide(resetAll(repairs))}>{words.reset}</Button>
        </div>
      ) : null}
    </>
  );
}
