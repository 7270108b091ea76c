import type { ReactElement } from 'react';
import { ANCHOR_STATES } from '#core/annotations/record.ts';
import type { Annotation, AnchorState } from '#core/annotations/record.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { SortIcon } from '#renderer/ui/icons.tsx';
import { Menu, MenuChoices } from '#renderer/ui/Menu.tsx';
import { NOTE_SORTS } from './filter-notes.ts';
import type { NoteSort } from './filter-notes.ts';
import { stateLabel } from './state-label.ts';
import styles from './notes.module.css';

interface StateFilterProps {
  readonly annotations: readonly Annotation[];
  readonly states: readonly AnchorState[];
}

/** Narrows the list to states; only there where some note is not simply in its place. */
export function StateFilter({ annotations, states }: StateFilterProps): ReactElement | null {
  const messages = useMessages();
  const filterNoteStates = useWindow((state) => state.filterNoteStates);
  const counts = ANCHOR_STATES.map((state) => ({
    state,
    count: annotations.filter((note) => note.state === state).length,
  })).filter(({ count }) => count > 0);
  if (counts.every(({ state }) => state === 'exact')) return null;
  const toggle = (state: AnchorState): void =>
    filterNoteStates(states.includes(state) ? states.filter((each) => each !== state) : [...states, state]);
  return (
    <div className={styles.states} role="group" aria-label={messages.notes.states}>
      {counts.map(({ state, count }) => (
        <button
          key={state}
          type="button"
          className={styles.stateChip}
          data-state-name={state}
          aria-pressed={states.includes(state)}
          onClick={() => toggle(state)}
        >
          {messages.notes.stateCount({ state: stateLabel(messages, state), count })}
        </button>
      ))}
    </div>
  );
}

interface SortMenuProps {
  readonly sort: NoteSort;
  readonly onSort: (sort: NoteSort) => void;
}

/** The order of the list. */
export function SortMenu({ sort, onSort }: SortMenuProps): ReactElement {
  const { notes } = useMessages();
  return (
    <Menu
      align="end"
      trigger={
        <IconButton small label={`${notes.sort}: ${sortName(sort, notes)}`}>
          <SortIcon size={16} />
        </IconButton>
      }
    >
      <MenuChoices
        label={notes.sort}
        value={sort}
        choices={NOTE_SORTS.map((value) => ({ value, label: sortName(value, notes) }))}
        onChange={onSort}
      />
    </Menu>
  );
}

function sortName(sort: NoteSort, notes: Messages['notes']): string {
  switch (sort) {
    case 'place':
      return notes.sortPlace;
    case 'state':
      return notes.sortState;
    case 'time':
      return notes.sortTime;
  }
}
