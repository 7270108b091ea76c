import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { LONGEST_NAME } from '#core/annotations/codes.ts';
import type { SavedSearch } from '#core/ipc/calls/saved-search-calls.ts';
import { LONGEST_KEPT_QUERY } from '#core/ipc/settings-values.ts';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useSavedSearches, useSavedSearchModel } from '#renderer/state/search/saved-search-model.ts';
import { useSearch, useSearchModel } from '#renderer/state/search/search-model.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { BookmarkIcon, SearchIcon, TrashIcon } from '#renderer/ui/icons.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './saved-searches.module.css';

/** A button with the searches that have names: keep this one, run, rename or delete another. */
export function SavedSearches(): ReactElement {
  const { savedSearches: words } = useLateMessages();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={words.open}
      align="end"
      className={styles.panel}
      trigger={
        <IconButton small label={words.open}>
          <BookmarkIcon size={17} />
        </IconButton>
      }
    >
      <Panel onClose={() => setOpen(false)} />
    </Popover>
  );
}

function Panel({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { savedSearches: words } = useLateMessages();
  const saved = useSavedSearches();
  return (
    <>
      <SaveForm />
      {saved.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <ul className={styles.list} aria-label={words.list}>
          {saved.map((each) => (
            <SavedRow key={each.id} saved={each} onRun={onClose} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Keeps what stands in the box, under its own words unless another name is given. */
function SaveForm(): ReactElement {
  const { savedSearches: words } = useLateMessages();
  const model = useSavedSearchModel();
  const query = useSearch((state) => state.query.trim());
  const [name, setName] = useState(() => query.slice(0, LONGEST_NAME));
  const isUsable = name.trim() !== '' && query !== '' && query.length <= LONGEST_KEPT_QUERY;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isUsable) void model.save(name.trim(), query).then((done) => (done ? setName('') : undefined));
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <TextField
        label={words.name}
        placeholder={words.name}
        value={name}
        maxLength={LONGEST_NAME}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={!isUsable}>
        {words.save}
      </Button>
    </form>
  );
}

function SavedRow({
  saved,
  onRun,
}: {
  readonly saved: SavedSearch;
  readonly onRun: () => void;
}): ReactElement {
  const { savedSearches: words } = useLateMessages();
  const model = useSavedSearchModel();
  const search = useSearchModel();
  const { name, query, sort } = saved;
  const [typed, setTyped] = useState(name);
  const [known, setKnown] = useState(name);
  if (known !== name) {
    setKnown(name);
    setTyped(name);
  }
  const commit = (): void => {
    const next = typed.trim();
    if (next === name || next === '') setTyped(name);
    else void model.rename(saved, next).then((done) => (done ? undefined : setTyped(name)));
  };
  return (
    <li className={styles.row}>
      <IconButton
        small
        label={words.run({ name })}
        onClick={() => {
          search.sortBy(sort);
          search.searchFor(query);
          onRun();
        }}
      >
        <SearchIcon size={15} />
      </IconButton>
      <span className={styles.words}>
        <TextField
          className={styles.name}
          label={words.nameOf({ name })}
          value={typed}
          maxLength={LONGEST_NAME}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') commit();
            else if (event.key === 'Escape' && typed !== name) {
              event.stopPropagation();
              setTyped(name);
            }
          }}
        />
        <span className={styles.query}>{query}</span>
      </span>
      <IconButton small label={words.remove({ name })} onClick={() => void model.remove(saved)}>
        <TrashIcon size={15} />
      </IconButton>
    </li>
  );
}
