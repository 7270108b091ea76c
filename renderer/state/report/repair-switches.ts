import { USER_RULE } from '#core/text/edit.ts';
import type { Repair, RepairChange } from './report-repairs.ts';

/** What switching one repair on or off asks for. Where that is what the rules do by themselves, the decision goes. */
export function switchOne(repair: Repair, applied: boolean): RepairChange {
  return { repair, applied: repair.byDefault && applied ? null : applied };
}

/**
 * What switching all repairs of a rule asks for. Off switches each one off. On makes them as the rule has it; proposals are
 * accepted only where the rule has nothing else. The user's own corrections are taken back, not switched.
 */
export function switchRule(repairs: readonly Repair[], applied: boolean): readonly RepairChange[] {
  const own = repairs.filter(({ rule }) => rule !== USER_RULE);
  if (!applied) return own.filter(({ edit }) => edit.applied).map((repair) => switchOne(repair, false));
  const sure = own.filter(({ byDefault }) => byDefault);
  const wanted = sure.length > 0 ? sure : own;
  return wanted.filter(({ edit }) => !edit.applied).map((repair) => switchOne(repair, true));
}

/** What makes everything as the rules have it. The user's own corrections stay. */
export function resetAll(repairs: readonly Repair[]): readonly RepairChange[] {
  return repairs.filter(({ edit }) => edit.decided === true).map((repair) => ({ repair, applied: null }));
}
