import type { ReactElement } from 'react';
import { LIBRARY_SORTS } from '#core/ipc/settings-values.ts';
import type { Settings } from '#core/ipc/settings.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { runCommand } from '#renderer/state/window/commands.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import {
  BackupIcon,
  ClipboardIcon,
  CodesIcon,
  ExportIcon,
  FolderIcon,
  ImportIcon,
  KeyboardIcon,
  MoreIcon,
  PackIcon,
  SortIcon,
  TableIcon,
  TagIcon,
  TrashIcon,
} from '#renderer/ui/icons.tsx';
import { Menu, MenuChoices, MenuItem, MenuLine } from '#renderer/ui/Menu.tsx';

/** Order of the list, and what is done with the whole library. */
export function LibraryMenu(): ReactElement {
  const messages = useMessages();
  const { library, app } = messages;
  const sort = useWindow((state) => state.settings.librarySort);
  const changeSettings = useWindow((state) => state.changeSettings);
  const showDialog = useWindow((state) => state.showDialog);
  const importWithDialog = useWindow((state) => state.importWithDialog);
  const importClipboard = useWindow((state) => state.importClipboard);
  const mac = useWindow((state) => state.about.platform === 'darwin');
  const current = sortName(sort, library);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={`${library.sort}: ${current}`}>
            <SortIcon />
          </IconButton>
        }
      >
        <MenuChoices
          label={library.sort}
          value={sort}
          choices={LIBRARY_SORTS.map((value) => ({ value, label: sortName(value, library) }))}
          onChange={(librarySort) => changeSettings({ librarySort })}
        />
      </Menu>
      <Menu
        align="end"
        trigger={
          <IconButton label={library.libraryActions}>
            <MoreIcon />
          </IconButton>
        }
      >
        <MenuItem
          icon={<ImportIcon size={16} />}
          keys={mac ? '⌘O' : 'Ctrl+O'}
          onSelect={() => void importWithDialog()}
        >
          {library.importReports}
        </MenuItem>
        {mac ? null : (
          <MenuItem icon={<FolderIcon size={16} />} onSelect={() => void importWithDialog('folders')}>
            {library.importFolder}
          </MenuItem>
        )}
        <MenuItem
          icon={<ClipboardIcon size={16} />}
          keys={mac ? '⇧⌘V' : 'Ctrl+Shift+V'}
          onSelect={() => void importClipboard()}
        >
          {library.importClipboard}
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<ExportIcon size={16} />} onSelect={() => showDialog('export-all')}>
          {app.keyExportAll}…
        </MenuItem>
        <MenuItem icon={<ImportIcon size={16} />} onSelect={() => void runCommand('import-notes')}>
          {messages.exporting.importNotes}
        </MenuItem>
        <MenuItem icon={<PackIcon size={16} />} onSelect={() => showDialog('packs')}>
          {library.packs}
        </MenuItem>
        <MenuItem icon={<TrashIcon size={16} />} onSelect={() => showDialog('trash')}>
          {library.trash}
        </MenuItem>
        <MenuItem icon={<BackupIcon size={16} />} onSelect={() => showDialog('backups')}>
          {library.backups}
        </MenuItem>
        <MenuLine />
        <CodeItems />
        <MenuLine />
        <MenuItem icon={<KeyboardIcon size={16} />} keys="?" onSelect={() => showDialog('shortcuts')}>
          {app.shortcuts}
        </MenuItem>
      </Menu>
    </>
  );
}

/** What notes and reports are sorted by. */
function CodeItems(): ReactElement {
  const { codes } = useMessages();
  const showDialog = useWindow((state) => state.showDialog);
  return (
    <>
      <MenuItem icon={<CodesIcon size={16} />} onSelect={() => showDialog('codes')}>
        {codes.manage}
      </MenuItem>
      <MenuItem icon={<TableIcon size={16} />} onSelect={() => showDialog('matrix')}>
        {codes.matrixMenu}
      </MenuItem>
      <MenuItem icon={<TagIcon size={16} />} onSelect={() => showDialog('tags')}>
        {codes.manageTags}
      </MenuItem>
      <MenuItem icon={<FolderIcon size={16} />} onSelect={() => showDialog('projects')}>
        {codes.manageProjects}
      </MenuItem>
    </>
  );
}

function sortName(sort: Settings['librarySort'], library: Messages['library']): string {
  switch (sort) {
    case 'imported':
      return library.sortImported;
    case 'date':
      return library.sortDate;
    case 'title':
      return library.sortTitle;
    case 'issuer':
      return library.sortIssuer;
  }
}
