import { useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { TagCount } from '#core/ipc/calls/code-calls.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useFold } from '#renderer/state/search/use-fold.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import styles from './codes.module.css';
import { TagActions } from './TagActions.tsx';
import { TagList } from './TagList.tsx';
import { useChange } from './use-change.ts';

/** Every tag with the number of its notes; one can be renamed, several merged or taken away. */
export function TagsDialog(): ReactElement {
  const { codes: words } = useMessages();
  const close = useWindow((state) => state.closeDialog);
  const { tags, reload } = useTags();
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const fold = useFold(filter !== '');
  const fitting = useMemo(
    () => (tags ?? []).filter(({ name }) => fold(name).includes(fold(filter.trim()))),
    [tags, filter, fold],
  );
  const taken = chosen.filter((name) => (tags ?? []).some((tag) => tag.name === name));
  const apply = useTagChange(() => {
    setChosen([]);
    reload();
  });
  if (tags?.length === 0) {
    return (
      <Dialog open title={words.tags} onClose={close}>
        <EmptyState title={words.noTags} body={words.noTagsBody} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      title={words.tags}
      intro={words.tagsIntro}
      onClose={close}
      foot={
        taken.length === 0 ? (
          <p className={styles.footHint}>{words.chooseTags}</p>
        ) : (
          <TagActions key={taken.join('\n')} chosen={taken} tags={tags ?? []} onApply={apply} />
        )
      }
    >
      <SearchField
        label={words.filterTags}
        placeholder={words.filterTags}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {fitting.length === 0 && tags !== null ? <p className={styles.nothing}>{words.noSuchTag}</p> : null}
      <TagList tags={fitting} chosen={taken} onChoose={setChosen} />
    </Dialog>
  );
}

function useTags(): { readonly tags: readonly TagCount[] | null; readonly reload: () => void } {
  const { client, store } = useWindowParts();
  const reports = useWindow((state) => state.reports);
  const [tags, setTags] = useState<readonly TagCount[] | null>(null);
  const [serial, setSerial] = useState(0);
  useEffect(() => {
    let wanted = true;
    void client.countTags({}).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setTags(answer.value);
      else store.getState().tellError(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [client, store, serial, reports]);
  return { tags, reload: () => setSerial((each) => each + 1) };
}

/** Renames, merges or takes tags away in every note, and offers to undo it. */
function useTagChange(done: () => void): (tags: readonly string[], to: string | null) => Promise<void> {
  const run = useChange();
  const { store } = useWindowParts();
  return async (tags, to) => {
    const answer = await run((client) => client.changeTags({ tags: [...tags], to }));
    if (answer === null) return;
    const { tell, undo, loadAnnotations } = store.getState();
    void loadAnnotations();
    done();
    tell({
      text: (messages) => messages.codes.tagsChanged({ count: answer.notes }),
      action: { label: (messages) => messages.common.undo, run: () => void undo() },
      revertsLastChange: true,
    });
  };
}
