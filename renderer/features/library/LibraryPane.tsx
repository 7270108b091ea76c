import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { currentProject } from '#renderer/state/notes/codes-slice.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { CloseIcon, ImportIcon } from '#renderer/ui/icons.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import styles from './library.module.css';
import { LibraryMenu } from './LibraryMenu.tsx';
import { LibraryMessage } from './LibraryMessage.tsx';
import { useFold } from '#renderer/state/search/use-fold.ts';
import { inProject, visibleReports } from './model/visible-reports.ts';
import { ProjectSwitch } from './ProjectSwitch.tsx';
import { ReportList } from './ReportList.tsx';

/** Left pane: the reports, with their import, filter, order, trash and packs. */
export function LibraryPane(): ReactElement {
  const { library, common, codes } = useMessages();
  const all = useWindow((state) => state.reports);
  const stretch = useWindow((state) => state.stretch);
  const project = useWindow(currentProject);
  const filed = project?.reportIds ?? null;
  const reports = useMemo(() => inProject(all, filed), [all, filed]);
  const sort = useWindow((state) => state.settings.librarySort);
  const importWithDialog = useWindow((state) => state.importWithDialog);
  const [filter, setFilter] = useState('');
  const fold = useFold(filter.trim() !== '');
  const visible = useMemo(() => visibleReports(reports, filter, sort, fold), [reports, filter, sort, fold]);
  /** Nothing but the order decides which rows there are: the stretch stands in its place. */
  const rows = filter.trim() === '' && filed === null ? stretch : null;
  const isPart = stretch !== null && rows === null;
  const clear = (
    <IconButton small label={library.clearFilter} onClick={() => setFilter('')}>
      <CloseIcon size={14} />
    </IconButton>
  );
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <h2 className="visually-hidden">{library.title}</h2>
        <span className={styles.count}>
          {reports.length > 0 && !isPart
            ? common.reportCount({ count: rows?.count ?? visible.length })
            : null}
        </span>
        <Button className={styles.import} onClick={() => void importWithDialog()}>
          <ImportIcon size={16} />
          {library.import}
        </Button>
        <LibraryMenu />
      </div>
      <ProjectSwitch />
      {reports.length > 0 ? (
        <div className={styles.filter}>
          <SearchField
            label={library.filter}
            placeholder={library.filterHint}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && filter !== '') setFilter('');
            }}
            end={filter === '' ? null : clear}
          />
        </div>
      ) : null}
      <div className={styles.body}>
        {visible.length > 0 ? (
          <ReportList reports={visible} stretch={rows} />
        ) : reports.length > 0 ? (
          <EmptyState title={library.noMatchTitle} body={library.noMatchBody} />
        ) : all.length > 0 ? (
          <EmptyState title={codes.emptyProject} body={codes.emptyProjectBody} />
        ) : (
          <LibraryMessage />
        )}
      </div>
      <ImportProgress />
    </div>
  );
}
