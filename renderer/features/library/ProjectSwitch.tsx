import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { currentProject } from '#renderer/state/notes/codes-slice.ts';
import { useProjectName } from '#renderer/state/notes/project-names.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { ChevronDownIcon, FolderIcon } from '#renderer/ui/icons.tsx';
import { Menu, MenuChoices, MenuItem, MenuLine } from '#renderer/ui/Menu.tsx';
import styles from './library.module.css';

/** The project whose reports are listed; there from the second project on. */
export function ProjectSwitch(): ReactElement | null {
  const { codes } = useMessages();
  const projects = useWindow((state) => state.projects);
  const current = useWindow(currentProject);
  const openProject = useWindow((state) => state.openProject);
  const nameOf = useProjectName();
  const showDialog = useWindow((state) => state.showDialog);
  if (current === null || projects.length < 2) return null;
  const name = nameOf(current);
  return (
    <Menu
      trigger={
        <button type="button" className={styles.project} aria-label={codes.projectIs({ name })}>
          <FolderIcon size={15} />
          <span className={styles.projectName}>{name}</span>
          <ChevronDownIcon size={13} />
        </button>
      }
    >
      <MenuChoices
        label={codes.project}
        value={current.id}
        choices={projects.map((each) => ({ value: each.id, label: nameOf(each) }))}
        onChange={openProject}
      />
      <MenuLine />
      <MenuItem onSelect={() => showDialog('projects')}>{codes.manageProjects}</MenuItem>
    </Menu>
  );
}
