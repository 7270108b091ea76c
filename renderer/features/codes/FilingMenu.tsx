import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useProjectName } from '#renderer/state/notes/project-names.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { CheckIcon } from '#renderer/ui/icons.tsx';
import surface from '#renderer/ui/surface.module.css';
import styles from './codes.module.css';

/** The menu of reports in the list: which projects they are in, and what else is done with them. */
export function FilingMenu(): ReactElement | null {
  const { codes: words, library } = useMessages();
  const filing = useWindow((state) => state.filing);
  const projects = useWindow((state) => state.projects);
  const nameOf = useProjectName();
  const fileReports = useWindow((state) => state.fileReports);
  const openReport = useWindow((state) => state.openReport);
  const deleteReports = useWindow((state) => state.deleteReports);
  const showDialog = useWindow((state) => state.showDialog);
  const close = useWindow((state) => state.closeDialog);
  if (filing === null) return null;
  const { reportIds, x, y, opener } = filing;
  const [first = ''] = reportIds;
  const title = reportIds.length === 1 ? words.fileInto : words.fileMany({ count: reportIds.length });
  return (
    <Radix.Root open modal={false} onOpenChange={(open) => (open ? undefined : close())}>
      <Radix.Trigger asChild>
        <span className={styles.point} style={{ left: x, top: y }} aria-hidden="true" tabIndex={-1} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={surface.menu}
          align="start"
          collisionPadding={8}
          aria-label={title}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            opener?.focus();
          }}
        >
          {reportIds.length > 1 ? null : (
            <Radix.Item className={surface.menuItem} onSelect={() => openReport(first)}>
              <span className={surface.menuMark} />
              {words.openReport}
            </Radix.Item>
          )}
          <Radix.Group aria-label={title}>
            <Radix.Label className={styles.menuTitle}>{title}</Radix.Label>
            {projects.map((project) => {
              const isFixed = project.id === DEFAULT_PROJECT;
              const isIn = isFixed || reportIds.every((id) => project.reportIds?.includes(id) === true);
              return (
                <Radix.CheckboxItem
                  key={project.id}
                  className={surface.menuItem}
                  checked={isIn}
                  disabled={isFixed}
                  onCheckedChange={(next) => void fileReports(project.id, reportIds, next)}
                >
                  <span className={surface.menuMark}>
                    <Radix.ItemIndicator>
                      <CheckIcon size={16} />
                    </Radix.ItemIndicator>
                  </span>
                  {nameOf(project)}
                </Radix.CheckboxItem>
              );
            })}
          </Radix.Group>
          <Radix.Item
            className={surface.menuItem}
            onSelect={() => queueMicrotask(() => showDialog('projects'))}
          >
            <span className={surface.menuMark} />
            {words.manageProjects}
          </Radix.Item>
          <Radix.Separator className={surface.menuLine} />
          <Radix.Item
            className={`${surface.menuItem ?? ''} ${surface.dangerous ?? ''}`}
            onSelect={() => void deleteReports(reportIds)}
          >
            <span className={surface.menuMark} />
            {library.deleteReport}
          </Radix.Item>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
