import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { assertNever } from '#core/base/assert-never.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { PlaceLine } from './PlaceLine.tsx';
import { AsksLine } from './AsksLine.tsx';
import { ASKS, keyOfRow, type RepairRow } from './repair-rows.ts';
import { RuleLine } from './RuleLine.tsx';
import styles from './repair.module.css';
import type { Switches } from './use-switches.ts';

interface RepairListProps {
  readonly content: ReportContent;
  readonly rows: readonly RepairRow[];
  readonly switches: Switches;
  /** Opens or closes the places of a rule. */
  readonly onToggle: (rule: string) => void;
}

/** Pixels of each kind of line, until it has been measured. */
const USUAL_HEIGHT: Readonly<Record<RepairRow['kind'], number>> = { asks: 96, ask: 96, rule: 44, edit: 60 };

/** The lines that are in sight; the up and down keys move from line to line. */
export function RepairList({ content, rows, switches, onToggle }: RepairListProps): ReactElement {
  const { repair } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => USUAL_HEIGHT[rows[index]?.kind ?? 'edit'],
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOfRow(row);
    },
    overscan: 8,
  });
  return (
    <div ref={scroller} className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between the buttons inside */}
      <ul
        className={styles.list}
        aria-label={repair.list}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={moveBetweenLines}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className={styles.floating}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Line row={row} content={content} switches={switches} onToggle={onToggle} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface LineProps extends Omit<RepairListProps, 'rows'> {
  readonly row: RepairRow;
}

function Line({ row, content, switches, onToggle }: LineProps): ReactElement {
  switch (row.kind) {
    case 'asks':
      return <AsksLine row={row} switches={switches} onToggle={() => onToggle(ASKS)} />;
    case 'rule':
      return <RuleLine row={row} switches={switches} onToggle={() => onToggle(row.rule)} />;
    case 'ask':
    case 'edit':
      return (
        <PlaceLine content={content} repair={row.repair} switches={switches} asks={row.kind === 'ask'} />
      );
    default:
      return assertNever(row);
  }
}

function moveBetweenLines(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  const line = event.target.closest('li');
  const lines = [...event.currentTarget.querySelectorAll('li')].filter((each) => lineButton(each) !== null);
  // The virtual list keeps its lines in the order of their index, whatever their order in the page.
  lines.sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']));
  const next = line === null ? undefined : lines[lines.indexOf(line) + step];
  const button = next === undefined ? null : lineButton(next);
  if (button === null) return;
  event.preventDefault();
  button.focus();
}

function lineButton(line: HTMLElement): HTMLElement | null {
  return line.querySelector<HTMLElement>('[data-line]');
}
