import type { KeyboardEvent } from 'react';
import type { Choice } from './use-choice.ts';

interface ListKeys {
  readonly ids: readonly string[];
  readonly choice: Choice;
  /** Where the keys are. */
  readonly activeId: string | null;
  /** Pixels of a row, by which Page Up and Page Down reckon. */
  readonly rowHeight: number;
  readonly scrollTo: (index: number) => void;
  readonly open: (id: string) => void;
  readonly remove: (ids: readonly string[]) => void;
}

/**
 * Keys of a list of rows: arrows, Page Up and Down, Home and End move, with Shift they extend; Space adds, Ctrl+A takes
 * all, Enter opens, Delete removes and goes on to the next row.
 */
export function handleListKey(event: KeyboardEvent, list: ListKeys): void {
  if (event.altKey || event.defaultPrevented) return;
  const { ids, choice, activeId } = list;
  const ctrl = event.ctrlKey || event.metaKey;
  const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / list.rowHeight) - 1);
  const target = ctrl ? null : targetRow(event.key, ids.indexOf(activeId ?? ''), ids.length, page);
  if (target !== null) move(list, target, event.shiftKey);
  else if (event.key === 'Enter' && activeId !== null) list.open(activeId);
  else if (event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey)) removeChosen(list);
  else if (event.key === ' ' && activeId !== null) choice.toggle(activeId);
  else if (event.key.toLowerCase() === 'a' && ctrl) choice.takeAll();
  else return;
  event.preventDefault();
}

function targetRow(key: string, at: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at < 0 ? count - 1 : at - 1;
    case 'PageDown':
      return at + page;
    case 'PageUp':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function move({ ids, choice, scrollTo }: ListKeys, index: number, extend: boolean): void {
  const row = Math.min(ids.length - 1, Math.max(0, index));
  const id = ids[row];
  if (id === undefined) return;
  if (extend) choice.extendTo(id);
  else choice.take(id);
  scrollTo(row);
}

function removeChosen({ ids, choice, activeId, remove }: ListKeys): void {
  const chosen = ids.filter((id) => choice.chosenIds.has(id));
  const doomed = chosen.length > 0 ? chosen : activeId === null ? [] : [activeId];
  if (doomed.length === 0) return;
  const next = ids[ids.indexOf(doomed.at(-1) ?? '') + 1] ?? ids.filter((id) => !doomed.includes(id)).at(-1);
  if (next !== undefined) choice.take(next);
  remove(doomed);
}
