import type { Result } from '#core/base/result.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { repairsOfRule, USER_RULE, type Edit } from '#core/text/edit.ts';
import { reportModel } from './report-model.ts';
import type { WindowStore } from './store.ts';
import type { WindowParts } from './use-window.ts';

/** An edit that repairs something, with what the rules by themselves make of it. */
export interface Repair {
  readonly edit: Edit;
  /** Names one edit of a report, whatever is decided about it. */
  readonly key: string;
  /** The rule that it is listed under: the first one behind it. */
  readonly rule: string;
  /** Whether the rules apply it by themselves; false for a proposal. */
  readonly byDefault: boolean;
  /** A proposal that the user has neither accepted nor left. */
  readonly asks: boolean;
}

/** Switches one repair; null takes the decision back. */
export interface RepairChange {
  readonly edit: Edit;
  readonly applied: boolean | null;
}

const known = new WeakMap<ReportContent, readonly Repair[]>();

/** All repairs of a report as it is shown, in the order of the text; edits that only lay out or hide marks are none. */
export function repairsOf(content: ReportContent): readonly Repair[] {
  const made = known.get(content) ?? makeRepairs(content);
  known.set(content, made);
  return made;
}

/** How many of the repairs the reading text shows. */
export function appliedCount(repairs: readonly Repair[]): number {
  return repairs.reduce((count, { edit }) => count + (edit.applied ? 1 : 0), 0);
}

/** Whether something of a report's repairs is not as the rules have it; the user's corrections are no rule's. */
export function hasDecisions(repairs: readonly Repair[]): boolean {
  return repairs.some(({ edit }) => edit.decided === true);
}

/** Switches repairs of the current report, as one step that undo takes back. */
export async function decideRepairs(parts: WindowParts, changes: readonly RepairChange[]): Promise<boolean> {
  if (changes.length === 0) return true;
  const decisions = changes.map(({ edit: { start, end, rule }, applied }) => ({ start, end, rule, applied }));
  return changeText(parts, ({ summary, version }) =>
    parts.client.decideEdits({ reportId: summary.reportId, version, decisions }),
  );
}

/** Puts the user's own words in place of a source range of the current report; null takes her correction back. */
export async function correctPassage(
  parts: WindowParts,
  { start, end }: TextRange,
  after: string | null,
): Promise<boolean> {
  return changeText(parts, ({ summary, version }) =>
    parts.client.correctText({ reportId: summary.reportId, version, start, end, after }),
  );
}

type ChangeCall = (content: ReportContent) => Promise<Result<ReportContent>>;

/** Calls under way, by window: only the answer to the last one is shown. */
const underWay = new WeakMap<WindowStore, number>();

/** False when the call failed, which has been told, or when no report is open. */
async function changeText(parts: WindowParts, call: ChangeCall): Promise<boolean> {
  const model = reportModel(parts);
  const { store } = parts;
  const opened = model.opened.getState();
  if (opened.status !== 'ready') return false;
  store.getState().closeRevertingToasts();
  const mine = (underWay.get(store) ?? 0) + 1;
  underWay.set(store, mine);
  const answer = await call(opened.content);
  if (!answer.ok) {
    store.getState().tellError(answer.error);
    return false;
  }
  if (mine === underWay.get(store)) model.accept(answer.value);
  void store.getState().loadHistory();
  return true;
}

function makeRepairs({ edits, shownEdits }: ReportContent): readonly Repair[] {
  const defaults = shownEdits === null ? null : new Map(edits.map((edit) => [keyOf(edit), edit.applied]));
  return (shownEdits ?? edits).flatMap((edit) => {
    const [rule] = repairsOfRule(edit.rule);
    if (rule === undefined) return [];
    const key = keyOf(edit);
    const byDefault = rule === USER_RULE || (defaults === null ? edit.applied : (defaults.get(key) ?? true));
    return [{ edit, key, rule, byDefault, asks: !byDefault && !edit.applied && edit.decided !== true }];
  });
}

function keyOf({ start, end, rule }: Edit): string {
  return `${start} ${end} ${rule}`;
}
