import { firstIndex } from '#core/base/first-index.ts';
import type { Result } from '#core/base/result.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { repairsOfRule, USER_RULE, type Edit } from '#core/text/edit.ts';
import { editsOverlap } from '#core/text/merge-edits.ts';
import { reportModel } from './report-model.ts';
import type { WindowStore } from '../window/store.ts';
import type { WindowParts } from '../window/use-window.ts';

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
  readonly repair: Repair;
  readonly applied: boolean | null;
}

const known = new WeakMap<ReportContent, readonly Repair[]>();

/** All repairs of a report as it is shown, in the order of the text; edits that only lay out or hide marks are none. */
export function repairsOf(content: ReportContent): readonly Repair[] {
  const made = known.get(content) ?? makeRepairs(content);
  known.set(content, made);
  return made;
}

/** The repairs that touch a source range, of a list in the order of the text. */
export function repairsWithin(repairs: readonly Repair[], { start, end }: TextRange): readonly Repair[] {
  const first = firstIndex(repairs.length, (at) => (repairs[at] as Repair).edit.end >= start);
  let last = first;
  while (last < repairs.length && (repairs[last] as Repair).edit.start <= end) last += 1;
  return repairs.slice(first, last);
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
  const decisions = changes.map(({ repair: { edit }, applied }) => {
    const { start, end, rule } = edit;
    return { start, end, rule, applied };
  });
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
  if (shownEdits === null) return edits.flatMap((edit) => asRepair(edit, edit.applied));
  const defaults = new Map(edits.map((edit) => [keyOf(edit), edit.applied]));
  const shown = shownEdits.flatMap((edit) => asRepair(edit, defaults.get(keyOf(edit)) ?? true));
  return [...shown, ...givenWay(edits, shown)].sort((a, b) => a.edit.start - b.edit.start);
}

/** A layout edit may take the place of a repair that is switched off: the repair stands in the list all the same. */
function givenWay(edits: readonly Edit[], shown: readonly Repair[]): readonly Repair[] {
  const keys = new Set(shown.map(({ key }) => key));
  let next = 0;
  return edits.flatMap((edit) => {
    while (next < shown.length && (shown[next] as Repair).edit.end < edit.start) next += 1;
    if (keys.has(keyOf(edit))) return [];
    const taken = shown.slice(next, next + 3).some((each) => editsOverlap(each.edit, edit));
    return taken ? [] : asRepair({ ...edit, applied: false, decided: true }, edit.applied);
  });
}

/** None for an edit that only lays out or hides marks. */
function asRepair(edit: Edit, byDefault: boolean): readonly Repair[] {
  const [rule] = repairsOfRule(edit.rule);
  if (rule === undefined) return [];
  const asks = !byDefault && !edit.applied && edit.decided !== true;
  return [{ edit, key: keyOf(edit), rule, byDefault: byDefault || rule === USER_RULE, asks }];
}

function keyOf({ start, end, rule }: Edit): string {
  return `${start} ${end} ${rule}`;
}
