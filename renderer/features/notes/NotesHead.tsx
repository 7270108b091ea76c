import type { ReactElement } from 'react';
import { NOTEBOOK_SORTS } from '#core/annotations/notebook.ts';
import type { NotebookSort } from '#core/annotations/notebook.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { EditIcon, MoreIcon, SortIcon, TrashIcon } from '#renderer/ui/icons.tsx';
import { Menu, MenuChoices, MenuItem, MenuLine } from '#renderer/ui/Menu.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { useNotebookWords } from './notebook-words.ts';
import { useNotebook, useNotebookModel } from './use-notebook.ts';
import styles from './notes.module.css';

/** Over the list: whose notes, how many, in what order, and what can be done with all of them. */
export function NotesHead({ content }: { readonly content: ReportContent | null }): ReactElement {
  const { notes } = useMessages();
  const words = useNotebookWords();
  const answer = useNotebook((state) => state.answer);
  const everywhere = useWindow((state) => state.notebookView.everywhere);
  const changeNotebook = useWindow((state) => state.changeNotebook);
  return (
    <div className={styles.top}>
      <div className={styles.head}>
        <h2 className={styles.title}>{notes.title}</h2>
        <span className={styles.count} role="status">
          {answer === null ? '' : notes.shown({ shown: answer.matching, all: answer.all })}
        </span>
        <SortMenu />
        <MoreMenu content={content} />
      </div>
      <SegmentedControl
        label={words.scope}
        value={everywhere ? 'everywhere' : 'report'}
        choices={[
          { value: 'report', label: words.thisReport },
          { value: 'everywhere', label: words.everywhere },
        ]}
        onChange={(scope) => changeNotebook({ everywhere: scope === 'everywhere' })}
        className={styles.scope}
      />
    </div>
  );
}

/** The order of the list. */
function SortMenu(): ReactElement {
  const { notes } = useMessages();
  const words = useNotebookWords();
  const sort = useWindow((state) => state.notebookView.sort);
  const changeNotebook = useWindow((state) => state.changeNotebook);
  const names: Readonly<Record<NotebookSort, string>> = {
    place: notes.sortPlace,
    time: notes.sortTime,
    colour: words.sortColour,
    state: notes.sortState,
  };
  return (
    <Menu
      align="end"
      trigger={
        <IconButton small label={`${notes.sort}: ${names[sort]}`}>
          <SortIcon size={16} />
        </IconButton>
      }
    >
      <MenuChoices
        label={notes.sort}
        value={sort}
        choices={NOTEBOOK_SORTS.map((value) => ({ value, label: names[value] }))}
        onChange={(chosen) => changeNotebook({ sort: chosen })}
      />
    </Menu>
  );
}

function MoreMenu({ content }: { readonly content: ReportContent | null }): ReactElement {
  const words = useNotebookWords();
  const model = useNotebookModel();
  const matching = useNotebook((state) => state.answer?.matching ?? 0);
  const writeReportNote = useWindow((state) => state.writeReportNote);
  const showDialog = useWindow((state) => state.showDialog);
  const chooseAll = async (): Promise<void> => model.choose(new Set(await model.idsOf(0, matching)));
  return (
    <Menu
      align="end"
      trigger={
        <IconButton small label={words.more}>
          <MoreIcon size={16} />
        </IconButton>
      }
    >
      <MenuItem
        icon={<EditIcon size={16} />}
        disabled={content === null}
        onSelect={() => writeReportNote(true)}
      >
        {words.addReportNote}
      </MenuItem>
      <MenuItem disabled={matching === 0} keys="Ctrl+A" onSelect={() => void chooseAll()}>
        {words.selectAll}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<TrashIcon size={16} />} onSelect={() => showDialog('deleted-notes')}>
        {words.trash}
      </MenuItem>
    </Menu>
  );
}
