import type { TextRange } from '../../base/text-range.ts';
import type { Fold } from '../find-quote.ts';
import { reanchor } from '../reanchor.ts';
import { SCENARIOS, type EditedReport } from './edited-reports.ts';
import { matchBySchemeOfHypothesis, type Selector } from './hypothesis-scheme.ts';
import { tableOf } from './overlap.ts';
import { isRight, type Truth } from './truth.ts';

/** Score from which a match of Hypothesis' scheme counts as placed. */
const SCHEME_THRESHOLD = 0.6;

interface Count {
  anchors: number;
  /** Passages that still exist. */
  exist: number;
  placed: number;
  /** Sure and not where it must be. */
  wrong: number;
  doubtful: number;
  orphans: number;
}

/** A sure place, or what kind of doubt there is. */
type Answer = SurePlace | 'doubtful' | 'orphan';

interface SurePlace extends TextRange {
  /** Whether it is said that no character changed. */
  readonly isExact: boolean;
}

/** One way of placing over all reports: its rows by scenario, and what it got wrong. */
interface Measured {
  readonly rows: ReadonlyMap<string, Count>;
  readonly all: Count;
  readonly wrong: readonly string[];
}

/** Re-anchors the reports' anchors. */
export function measureOurs(reports: readonly EditedReport[], fold: Fold): Measured {
  return measure(reports, ({ old, current, anchors }) =>
    reanchor({ old, current, anchors, fold }).map((placed): Answer => {
      const { state, start, end } = placed;
      return state === 'exact' || state === 'moved' ? { start, end, isExact: state === 'exact' } : state;
    }),
  );
}

/** Matches the reports' anchors by the scheme that Hypothesis publishes. */
export function measureScheme(reports: readonly EditedReport[]): Measured {
  return measure(reports, ({ current, anchors }) =>
    anchors.map((selector) => matchScheme(current.source, selector)),
  );
}

function matchScheme(text: string, { exact, prefix, suffix, start: hint }: Selector): Answer {
  const match = matchBySchemeOfHypothesis(text, exact, { prefix, suffix, hint });
  return match !== null && match.score >= SCHEME_THRESHOLD ? { ...match, isExact: false } : 'orphan';
}

function measure(
  reports: readonly EditedReport[],
  place: (report: EditedReport) => readonly Answer[],
): Measured {
  const rows = new Map<string, Count>(SCENARIOS.map((scenario) => [scenario, emptyCount()]));
  const all = emptyCount();
  const wrong: string[] = [];
  for (const report of reports) {
    const answers = place(report);
    for (const [index, truth] of report.truths.entries()) {
      const answer = answers[index] as Answer;
      const isWrong =
        typeof answer === 'object' && !isRight(truth, report.currentCells, answer, answer.isExact);
      for (const count of [all, rows.get(report.scenario) as Count]) add(count, truth, answer, isWrong);
      if (isWrong) wrong.push(describe(report, index, truth, answer));
    }
  }
  return { rows, all, wrong };
}

function add(count: Count, { fate }: Truth, answer: Answer, isWrong: boolean): void {
  const exists = fate === 'same' || fate === 'changed';
  count.anchors += 1;
  if (exists) count.exist += 1;
  if (isWrong) count.wrong += 1;
  else if (typeof answer === 'object') count.placed += exists ? 1 : 0;
  if (answer === 'doubtful') count.doubtful += 1;
  if (answer === 'orphan') count.orphans += 1;
}

function emptyCount(): Count {
  return { anchors: 0, exist: 0, placed: 0, wrong: 0, doubtful: 0, orphans: 0 };
}

function describe(report: EditedReport, index: number, truth: Truth, placed: TextRange): string {
  const { exact, prefix } = report.anchors[index] as Selector;
  const found = report.current.source.slice(placed.start - 10, placed.end + 10);
  const right =
    truth.range === null ? '' : report.current.source.slice(truth.range.start - 10, truth.range.end + 10);
  return `${report.scenario}, ${truth.fate}: ${prefix.slice(-10)}[${exact}] placed at ${found}, right is ${right}`;
}

/** The share of the passages that still exist that were placed rightly. */
export function placedShare({ all }: Measured): number {
  return all.placed / all.exist;
}

/** Both ways' rows, one below the other. */
export function printMeasured(name: string, ways: Readonly<Record<string, Measured>>): string {
  const rows = Object.entries(ways).flatMap(([way, { rows: scenarios, all }]) =>
    [...scenarios, ['all', all] as const].map(([scenario, count]) => [
      way,
      scenario,
      count.anchors,
      count.exist,
      count.placed,
      `${((100 * count.placed) / count.exist).toFixed(2)} %`,
      count.wrong,
      count.doubtful,
      count.orphans,
    ]),
  );
  return tableOf(
    [name, 'change', 'anchors', 'exist', 'placed', 'share', 'wrong', 'doubtful', 'orphan'],
    rows,
  );
}
