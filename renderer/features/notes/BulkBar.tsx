import { useState } from 'react';
import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import type { BulkAction } from '#renderer/state/notes/bulk-slice.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { CloseIcon, ExportIcon, PlaceIcon, TrashIcon } from '#renderer/ui/icons.tsx';
import { Menu, MenuItem } from '#renderer/ui/Menu.tsx';
import { ProgressBar } from '#renderer/ui/Progress.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { changeNotes, deleteNotes, exportNotes } from './bulk-actions.ts';
import { ColourPicker } from './ColourPicker.tsx';
import { useNotebookWords } from './notebook-words.ts';
import { TagsInput } from './TagsInput.tsx';
import { useKnownTags } from './use-known-tags.ts';
import { useNotebook, useNotebookModel } from './use-notebook.ts';
import styles from './notes.module.css';

/** What can be done with the chosen notes; each is one action, which one undo takes back. While one goes on: how far it is. */
export function BulkBar(): ReactElement {
  const words = useNotebookWords();
  const { common } = useMessages();
  const parts = useWindowParts();
  const model = useNotebookModel();
  const bulk = useWindow((state) => state.bulk);
  const chosen = useNotebook((state) => state.chosen);
  const unsettled = useNotebook((state) =>
    state.answer?.counts.states.some(({ value }) => value !== 'exact'),
  );
  const change = (what: Parameters<typeof changeNotes>[3]): void =>
    void changeNotes(parts, model, [...chosen], what);
  return (
    <div className={styles.bulk} role="toolbar" aria-label={words.bulk}>
      {bulk === null || bulk.total === 0 ? (
        <div className={styles.bulkHead}>
          <span className={styles.bulkCount} role="status">
            {words.chosen({ count: chosen.size })}
          </span>
          <IconButton small label={words.clearChoice} onClick={() => model.choose(new Set())}>
            <CloseIcon size={14} />
          </IconButton>
        </div>
      ) : (
        <BulkProgress {...bulk} />
      )}
      <div className={styles.bulkLine}>
        <ColourPicker value="" onChange={(code) => change({ code })} />
      </div>
      <div className={styles.bulkLine}>
        <TagAction onApply={change} />
        {unsettled === true ? <SettleAction onSettle={(settle) => change({ settle })} /> : null}
        <IconButton
          small
          label={words.exportChosen}
          onClick={() => void exportNotes(parts, model, [...chosen])}
        >
          <ExportIcon size={16} />
        </IconButton>
        <IconButton small label={common.delete} onClick={() => void deleteNotes(parts, model, [...chosen])}>
          <TrashIcon size={16} />
        </IconButton>
      </div>
    </div>
  );
}

/** In the place of the count while an action on many notes goes on; the buttons stay, so that the focus does. */
function BulkProgress({ done, total, isCancelled }: BulkAction): ReactElement {
  const words = useNotebookWords();
  const { common } = useMessages();
  const cancelBulk = useWindow((state) => state.cancelBulk);
  return (
    <>
      <div className={styles.bulkHead}>
        <span className={styles.bulkCount} role="status">
          {isCancelled ? words.takingBack : words.workingOn({ done, total })}
        </span>
        <Button className={styles.slim} disabled={isCancelled} onClick={cancelBulk}>
          {common.cancel}
        </Button>
      </div>
      <ProgressBar label={words.working} done={done} total={total} />
    </>
  );
}

interface TagActionProps {
  readonly onApply: (change: {
    readonly addTags: readonly string[];
    readonly removeTags: readonly string[];
  }) => void;
}

function TagAction({ onApply }: TagActionProps): ReactElement {
  const words = useNotebookWords();
  const known = useKnownTags();
  const [open, setOpen] = useState(false);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const apply = (): void => {
    setOpen(false);
    onApply({ addTags: added, removeTags: removed });
    setAdded([]);
    setRemoved([]);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={words.tagAction}
      side="top"
      align="start"
      className={styles.tagPanel}
      trigger={<Button className={styles.slim}>{words.tagAction}</Button>}
    >
      <p className={styles.tagPanelLabel}>{words.addTags}</p>
      <TagsInput label={words.addTags} tags={added} known={known} onChange={setAdded} />
      <p className={styles.tagPanelLabel}>{words.removeTags}</p>
      <TagsInput label={words.removeTags} tags={removed} known={known} onChange={setRemoved} />
      <Button
        look="primary"
        className={styles.slim}
        disabled={added.length + removed.length === 0}
        onClick={apply}
      >
        {words.apply}
      </Button>
    </Popover>
  );
}

function SettleAction({
  onSettle,
}: {
  readonly onSettle: (settle: 'here' | 'nowhere') => void;
}): ReactElement {
  const words = useNotebookWords();
  return (
    <Menu
      trigger={
        <IconButton small label={words.settle}>
          <PlaceIcon size={16} />
        </IconButton>
      }
    >
      <MenuItem onSelect={() => onSettle('here')}>{words.settleHere}</MenuItem>
      <MenuItem onSelect={() => onSettle('nowhere')}>{words.settleNowhere}</MenuItem>
    </Menu>
  );
}
