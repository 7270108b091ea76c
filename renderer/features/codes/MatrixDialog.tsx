import { useId, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { codeMatrix } from '#core/annotations/codes-matrix.ts';
import { codesOfProject, DEFAULT_PROJECT, inTreeOrder } from '#core/annotations/codes-tree.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { currentProject } from '#renderer/state/notes/codes-slice.ts';
import { useProjectName } from '#renderer/state/notes/project-names.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Toggle } from '#renderer/ui/Toggle.tsx';
import styles from './matrix.module.css';
import { MatrixGrid } from './MatrixGrid.tsx';
import { useCounts } from './use-counts.ts';

/** Codes × reports with counts, of a project or of everything. */
export function MatrixDialog(): ReactElement {
  const { codes: words } = useMessages();
  const { client, store } = useWindowParts();
  const close = useWindow((state) => state.closeDialog);
  const projects = useWindow((state) => state.projects);
  const nameOf = useProjectName();
  const current = useWindow(currentProject);
  const all = useWindow((state) => state.codes);
  const reports = useWindow((state) => state.reports);
  const [projectId, setProjectId] = useState(current?.id ?? DEFAULT_PROJECT);
  const usedId = useId();
  const [usedOnly, setUsedOnly] = useState(true);
  const cells = useCounts(projectId);
  const matrix = useMemo(() => {
    const codes = projectId === DEFAULT_PROJECT ? all : codesOfProject(all, projectId);
    const used = new Set((cells ?? []).map(({ code }) => code));
    const ids = inTreeOrder(codes).flatMap(({ code }) => (!usedOnly || used.has(code.id) ? code.id : []));
    return codeMatrix(
      ids,
      reports.map(({ reportId }) => reportId),
      cells ?? [],
    );
  }, [projectId, all, cells, usedOnly, reports]);
  const save = async (): Promise<void> => {
    const answer = await client.saveCodeTableWithDialog({ projectId });
    const { tell, tellError } = store.getState();
    if (!answer.ok) tellError(answer.error);
    else if (answer.value !== null) tell({ tone: 'good', text: (messages) => messages.codes.tableSaved });
  };
  return (
    <Dialog
      open
      wide
      title={words.matrix}
      intro={words.matrixIntro}
      onClose={close}
      foot={
        <Button disabled={matrix.total === 0} onClick={() => void save()}>
          {words.saveTable}
        </Button>
      }
    >
      <div className={styles.options}>
        {projects.length < 2 ? null : (
          <Select
            label={words.matrixOf}
            value={projectId}
            choices={projects.map((each) => ({ value: each.id, label: nameOf(each) }))}
            onChange={setProjectId}
          />
        )}
        <label className={styles.option} htmlFor={usedId}>
          {words.usedOnly}
          <Toggle id={usedId} checked={usedOnly} onChange={setUsedOnly} />
        </label>
      </div>
      {cells !== null && matrix.total === 0 ? (
        <EmptyState title={words.matrixEmpty} body={words.matrixEmptyBody} />
      ) : (
        <MatrixGrid matrix={matrix} projectId={projectId} />
      )}
    </Dialog>
  );
}
