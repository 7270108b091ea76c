import { useState } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import type { NotebookAnswer } from '#core/ipc/calls/notebook-calls.ts';
import { codeSwatch, codeTone } from '#renderer/dom/code-colour.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useCodeName } from '#renderer/state/notes/code-names.ts';
import { offeredCodes } from '#renderer/state/notes/codes-slice.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { CloseIcon, FilterIcon } from '#renderer/ui/icons.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { countedStates } from './counted-states.ts';
import { FilterChips } from './FilterChips.tsx';
import { kindName } from './kind-name.ts';
import { useNotebookWords } from './notebook-words.ts';
import { stateLabel } from './state-label.ts';
import styles from './notes.module.css';

interface FilterBarProps {
  readonly answer: NotebookAnswer;
}

/** Narrows the list: by words, by colour, by state, and, behind a button, by kind and tag. What is in use stands below. */
export function FilterBar({ answer }: FilterBarProps): ReactElement {
  const { notes } = useMessages();
  const text = useWindow((state) => state.notebookView.filter.text);
  const narrow = useWindow((state) => state.narrowNotes);
  return (
    <div className={styles.filters}>
      <div className={styles.filterLine}>
        <SearchField
          label={notes.filter}
          placeholder={notes.filterHint}
          value={text}
          onChange={(event) => narrow({ text: event.target.value })}
          end={
            text === '' ? null : (
              <IconButton small label={notes.clearFilter} onClick={() => narrow({ text: '' })}>
                <CloseIcon size={13} />
              </IconButton>
            )
          }
        />
        <MoreFilters answer={answer} />
      </div>
      <StateFilter answer={answer} />
      <ColourFilter answer={answer} />
      <FilterChips answer={answer} />
    </div>
  );
}

/** Only there where some note is not simply in its place. */
function StateFilter({ answer }: FilterBarProps): ReactElement | null {
  const messages = useMessages();
  const states = useWindow((state) => state.notebookView.filter.states);
  const narrow = useWindow((state) => state.narrowNotes);
  const counts = countedStates(answer);
  if (counts.length === 0) return null;
  return (
    <div className={styles.states} role="group" aria-label={messages.notes.states}>
      {counts.map(({ state, count }) => (
        <button
          key={state}
          type="button"
          className={styles.stateChip}
          data-state-name={state}
          aria-pressed={states.includes(state)}
          onClick={() => narrow({ states: toggled(states, state) })}
        >
          {messages.notes.stateCount({ state: stateLabel(messages, state), count })}
        </button>
      ))}
    </div>
  );
}

function ColourFilter({ answer }: FilterBarProps): ReactElement | null {
  const messages = useMessages();
  const nameOf = useCodeName();
  const codes = useWindow((state) => state.notebookView.filter.codes);
  const narrow = useWindow((state) => state.narrowNotes);
  const offered = useWindow(offeredCodes);
  // In the order in which they are offered everywhere; what the project has not stands last.
  const places = new Map(offered.map(({ id }, at) => [id, at]));
  const placeOf = (id: string): number => places.get(id) ?? places.size;
  const used = [...answer.counts.codes].sort((a, b) => placeOf(a.value) - placeOf(b.value));
  if (used.length < 2) return null;
  return (
    <div className={styles.colours} role="group" aria-label={messages.notes.colours}>
      {used.map(({ value, count }) => (
        <button
          key={value}
          type="button"
          className={styles.swatch}
          aria-pressed={codes.includes(value)}
          aria-label={nameOf(value)}
          title={`${nameOf(value)} ${count.toLocaleString('en')}`}
          style={{ '--body': codeSwatch(value).background, color: codeTone(value) } as CSSProperties}
          onClick={() => narrow({ codes: toggled(codes, value) })}
        />
      ))}
    </div>
  );
}

/** Kinds and tags, with how many notes have each. */
function MoreFilters({ answer }: FilterBarProps): ReactElement {
  const words = useNotebookWords();
  const [open, setOpen] = useState(false);
  const { kinds, tags } = useWindow((state) => state.notebookView.filter);
  const narrow = useWindow((state) => state.narrowNotes);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={words.filterMenu}
      align="end"
      className={styles.filterPanel}
      trigger={
        <IconButton label={words.filterMenu}>
          <FilterIcon size={17} />
        </IconButton>
      }
    >
      <fieldset className={styles.filterGroup}>
        <legend>{words.kinds}</legend>
        {answer.counts.kinds.map(({ value, count }) => (
          <Check
            key={value}
            name={kindName(words, value)}
            count={count}
            checked={kinds.some((kind) => kind === value)}
            onChange={() => narrow({ kinds: toggled<string>(kinds, value) as typeof kinds })}
          />
        ))}
      </fieldset>
      <fieldset className={styles.filterGroup}>
        <legend>{words.tags}</legend>
        {answer.counts.tags.length === 0 ? <p className={styles.filterNone}>{words.noTags}</p> : null}
        <div className={styles.filterTags}>
          {answer.counts.tags.map(({ value, count }) => (
            <Check
              key={value}
              name={value}
              count={count}
              checked={tags.includes(value)}
              onChange={() => narrow({ tags: toggled(tags, value) })}
            />
          ))}
        </div>
      </fieldset>
    </Popover>
  );
}

interface CheckProps {
  readonly name: string;
  readonly count: number;
  readonly checked: boolean;
  readonly onChange: () => void;
}

function Check({ name, count, checked, onChange }: CheckProps): ReactElement {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={onChange} />
      <span className={styles.checkName}>{name}</span>
      <span className={styles.checkCount}>{count.toLocaleString('en')}</span>
    </label>
  );
}

function toggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}
