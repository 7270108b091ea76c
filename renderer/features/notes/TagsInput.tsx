import { useId, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { CloseIcon } from '#renderer/ui/icons.tsx';
import { addTag, suggestTags } from './tags.ts';
import styles from './notes.module.css';

interface TagsInputProps {
  readonly tags: readonly string[];
  /** Tags of the whole library. */
  readonly known: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  /** The field's name; `Tags` unless told. */
  readonly label?: string;
}

/** Tags as chips, with a field that completes from the tags in use: a combobox with a list. */
export function TagsInput({ tags, known, onChange, label }: TagsInputProps): ReactElement {
  const { notes } = useMessages();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const listId = useId();
  const suggestions = open ? suggestTags(known, tags, typed) : [];
  const chosen = suggestions[active];

  const take = (tag: string): void => {
    onChange(addTag(tags, tag));
    setTyped('');
    setActive(-1);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (move !== 0) {
      event.preventDefault();
      setOpen(true);
      const count = suggestTags(known, tags, typed).length;
      setActive(Math.max(-1, Math.min(count - 1, active + move)));
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (chosen !== undefined || typed.trim() !== '') take(chosen ?? typed);
    } else if (event.key === 'Escape' && suggestions.length > 0) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
      onChange(tags.slice(0, -1));
    }
  };

  return (
    <div className={styles.tagsInput}>
      <Chips tags={tags} onChange={onChange} />
      <span className={styles.tagField}>
        <input
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={label ?? notes.tags}
          aria-expanded={suggestions.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen === undefined ? undefined : `${listId}-${active}`}
          placeholder={tags.length === 0 ? notes.tagsHint : ''}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => {
            setOpen(false);
            if (typed.trim() !== '') take(typed);
          }}
          onKeyDown={onKeyDown}
        />
        <Suggestions id={listId} tags={suggestions} active={active} onTake={take} />
      </span>
    </div>
  );
}

interface SuggestionsProps {
  readonly id: string;
  readonly tags: readonly string[];
  /** Index of the one that Enter takes; -1 for none. */
  readonly active: number;
  readonly onTake: (tag: string) => void;
}

function Suggestions({ id, tags, active, onTake }: SuggestionsProps): ReactElement {
  const { notes } = useMessages();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={notes.suggestedTags}
      className={styles.suggestions}
      hidden={tags.length === 0}
    >
      {tags.map((tag, index) => (
        <div
          key={tag}
          id={`${id}-${index}`}
          role="option"
          // The combobox keeps the focus and names the active option.
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.suggestion}
          onMouseDown={(event) => {
            // The field keeps the focus.
            event.preventDefault();
            onTake(tag);
          }}
        >
          {tag}
        </div>
      ))}
    </div>
  );
}

function Chips({ tags, onChange }: Pick<TagsInputProps, 'tags' | 'onChange'>): ReactElement {
  const { notes } = useMessages();
  return (
    <>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
          <button
            type="button"
            className={styles.tagRemove}
            aria-label={notes.removeTag({ tag })}
            onClick={() => onChange(tags.filter((each) => each !== tag))}
          >
            <CloseIcon size={11} />
          </button>
        </span>
      ))}
    </>
  );
}
