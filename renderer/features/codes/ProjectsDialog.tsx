import type { ReactElement } from 'react';
import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import type { FilledProject } from '#core/ipc/calls/project-calls.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { currentProject } from '#renderer/state/notes/codes-slice.ts';
import { useProjectName } from '#renderer/state/notes/project-names.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { CheckIcon, TrashIcon } from '#renderer/ui/icons.tsx';
import { AddRow } from './AddRow.tsx';
import styles from './codes.module.css';
import { NameField } from './NameField.tsx';
import { useChange } from './use-change.ts';

/** The projects: names, which one is open, which go. */
export function ProjectsDialog(): ReactElement {
  const { codes: words } = useMessages();
  const close = useWindow((state) => state.closeDialog);
  const projects = useWindow((state) => state.projects);
  const openProject = useWindow((state) => state.openProject);
  const run = useChange();
  const add = async (name: string): Promise<boolean> => {
    const made = await run((client) => client.createProject({ name }));
    if (made !== null) openProject(made.id);
    return made !== null;
  };
  return (
    <Dialog
      open
      title={words.projects}
      intro={words.projectsIntro}
      onClose={close}
      foot={<AddRow label={words.addProject} hint={words.addProjectHint} onAdd={add} />}
    >
      <ul className={styles.list} aria-label={words.projectList}>
        {projects.map((project) => (
          <ProjectRow key={project.id} project={project} />
        ))}
      </ul>
    </Dialog>
  );
}

function ProjectRow({ project }: { readonly project: FilledProject }): ReactElement {
  const { codes: words, common } = useMessages();
  const current = useWindow((state) => currentProject(state)?.id === project.id);
  const openProject = useWindow((state) => state.openProject);
  const tell = useWindow((state) => state.tell);
  const undo = useWindow((state) => state.undo);
  const run = useChange();
  const { id, revision, reportIds } = project;
  const name = useProjectName()(project);
  const remove = async (): Promise<void> => {
    const answer = await run((client) => client.deleteProject({ id }));
    if (answer === null) return;
    tell({
      text: (messages) => messages.codes.projectDeleted({ name }),
      action: { label: (messages) => messages.common.undo, run: () => void undo() },
      revertsLastChange: true,
    });
  };
  return (
    <li className={styles.row}>
      <IconButton
        small
        label={words.openProject({ name })}
        aria-pressed={current}
        className={styles.open}
        onClick={() => openProject(id)}
      >
        {current ? <CheckIcon size={16} /> : <span className={styles.ring} />}
      </IconButton>
      <NameField
        label={words.nameOf({ name })}
        value={name}
        onCommit={(next) => void run((client) => client.renameProject({ id, revision, name: next }))}
      />
      <span className={styles.about}>
        {reportIds === null ? words.allReports : common.reportCount({ count: reportIds.length })}
      </span>
      {id === DEFAULT_PROJECT ? (
        <span className={styles.noAction} />
      ) : (
        <IconButton small label={words.deleteProject({ name })} onClick={() => void remove()}>
          <TrashIcon size={15} />
        </IconButton>
      )}
    </li>
  );
}
