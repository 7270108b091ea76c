import { USER_RULE } from '#core/text/edit.ts';
import type { Repair } from '#renderer/state/report/report-repairs.ts';

/** One line of the list of repairs. */
export type RepairRow =
  | { readonly kind: 'asks'; readonly repairs: readonly Repair[]; readonly open: boolean }
  | { readonly kind: 'ask'; readonly repair: Repair }
  | {
      readonly kind: 'rule';
      readonly rule: string;
      readonly repairs: readonly Repair[];
      readonly applied: number;
      readonly open: boolean;
    }
  | { readonly kind: 'edit'; readonly repair: Repair };

/** Folds what the user has to decide, in the place of a rule's name. */
export const ASKS = '?';

/** So many places to decide stand open by themselves. */
const FEW = 12;

/** The lines in their order: what the user has to decide, then each rule, the most frequent first, her own before all. */
export function repairRows(
  repairs: readonly Repair[],
  isOpen: (rule: string) => boolean,
  isApplied: (repair: Repair) => boolean,
): readonly RepairRow[] {
  const rows: RepairRow[] = [];
  const asks = repairs.filter((repair) => repair.asks);
  if (asks.length > 0) {
    // Many are folded away, or the rules would stand out of sight behind them.
    const open = isOpen(ASKS) !== asks.length <= FEW;
    rows.push({ kind: 'asks', repairs: asks, open });
    if (open) for (const repair of asks) rows.push({ kind: 'ask', repair });
  }
  for (const [rule, own] of byRule(repairs)) {
    const open = isOpen(rule);
    const applied = own.reduce((count, repair) => count + (isApplied(repair) ? 1 : 0), 0);
    rows.push({ kind: 'rule', rule, repairs: own, applied, open });
    if (open) for (const repair of own) rows.push({ kind: 'edit', repair });
  }
  return rows;
}

/** Names a line, so that it keeps its place in the page. */
export function keyOfRow(row: RepairRow): string {
  switch (row.kind) {
    case 'asks':
      return 'asks';
    case 'rule':
      return `rule ${row.rule}`;
    case 'ask':
    case 'edit':
      return `${row.kind} ${row.repair.key}`;
  }
}

function byRule(repairs: readonly Repair[]): readonly (readonly [string, readonly Repair[]])[] {
  const groups = new Map<string, Repair[]>();
  for (const repair of repairs) {
    if (repair.asks) continue;
    const group = groups.get(repair.rule);
    if (group === undefined) groups.set(repair.rule, [repair]);
    else group.push(repair);
  }
  const rank = ([rule, own]: readonly [string, readonly Repair[]]): number =>
    rule === USER_RULE ? Infinity : own.length;
  return [...groups].sort((a, b) => (rank(b) > rank(a) ? 1 : rank(b) < rank(a) ? -1 : 0));
}
