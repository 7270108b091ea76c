import type { ReactElement } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { EncodingIcon, ExportIcon, InfoIcon, MoreIcon, ReplaceIcon, TrashIcon } from '#renderer/ui/icons.tsx';
import { Menu, MenuItem, MenuLine } from '#renderer/ui/Menu.tsx';

/** What can be done with the report that is open. */
export function ReportMenu({ content }: { readonly content: ReportContent }): ReactElement {
  const { report, library } = useMessages();
  const showDialog = useWindow((state) => state.showDialog);
  const replaceText = useWindow((state) => state.replaceText);
  const saveOriginal = useWindow((state) => state.saveOriginal);
  const deleteReports = useWindow((state) => state.deleteReports);
  const mac = useWindow((state) => state.about.platform === 'darwin');
  const { reportId, origin } = content.summary;
  const ours = origin === 'library';
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={report.actions}>
          <MoreIcon />
        </IconButton>
      }
    >
      <MenuItem
        icon={<InfoIcon size={16} />}
        keys={mac ? '⌘I' : 'Ctrl+I'}
        onSelect={() => showDialog('report-info')}
      >
        {report.info}
      </MenuItem>
      <MenuLine />
      <MenuItem
        icon={<EncodingIcon size={16} />}
        disabled={!content.hasOriginal}
        onSelect={() => showDialog('encoding')}
      >
        {report.reopen}
      </MenuItem>
      <MenuItem icon={<ReplaceIcon size={16} />} disabled={!ours} onSelect={() => void replaceText(reportId)}>
        {report.replace}
      </MenuItem>
      <MenuItem
        icon={<ExportIcon size={16} />}
        disabled={!content.hasOriginal}
        onSelect={() => void saveOriginal(reportId)}
      >
        {report.saveOriginal}
      </MenuItem>
      <MenuLine />
      <MenuItem
        icon={<TrashIcon size={16} />}
        dangerous
        disabled={!ours}
        onSelect={() => void deleteReports([reportId])}
      >
        {library.deleteReport}
      </MenuItem>
    </Menu>
  );
}
