import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { CODE_COLOURS } from '#core/annotations/codes.ts';
import type { CodeColour } from '#core/annotations/codes.ts';
import { codesOfProject, DEFAULT_PROJECT, inTreeOrder } from '#core/annotations/codes-tree.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { currentProject } from '#renderer/state/notes/codes-slice.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { AddRow } from './AddRow.tsx';
import { CodeRow } from './CodeRow.tsx';
import { ColourMenu } from './ColourMenu.tsx';
import styles from './codes.module.css';
import { useChange } from './use-change.ts';
import { useCounts } from './use-counts.ts';

/** As many as there are digits. */
const DIGITS = 9;

/** The codes of the open project and of all projects: names, colours, order, nesting. */
export function CodesDialog(): ReactElement {
  const { codes: words } = useMessages();
  const close = useWindow((state) => state.closeDialog);
  const all = useWindow((state) => state.codes);
  const open = useWindow(currentProject);
  const project = open === null || open.id === DEFAULT_PROJECT ? null : open;
  const codes = useMemo(() => codesOfProject(all, open?.id ?? DEFAULT_PROJECT), [all, open]);
  const placed = useMemo(() => inTreeOrder(codes), [codes]);
  const counts = useCounts(null);
  const notesOf = (id: string): number =>
    (counts ?? []).reduce((sum, { code, notes }) => (code === id ? sum + notes : sum), 0);
  return (
    <Dialog open title={words.title} intro={words.intro} onClose={close} foot={<Add project={project} />}>
      <ul className={styles.list} aria-label={words.list}>
        {placed.map(({ code, depth }, index) => (
          <CodeRow
            key={code.id}
            code={code}
            depth={depth}
            codes={codes}
            digit={index < DIGITS ? index + 1 : null}
            notes={notesOf(code.id)}
            project={project}
          />
        ))}
      </ul>
      <p className={styles.hint}>{words.keys}</p>
    </Dialog>
  );
}

function Add({
  project,
}: {
  readonly project: { readonly id: string; readonly name: string } | null;
}): ReactElement {
  const { codes: words } = useMessages();
  const codes = useWindow((state) => state.codes);
  const run = useChange();
  const [taken, setTaken] = useState<CodeColour | null>(null);
  const [isOwn, setIsOwn] = useState(false);
  const free = CODE_COLOURS.find((each) => codes.every(({ color }) => color !== each)) ?? 'orange';
  const color = taken ?? free;
  const projectId = isOwn && project !== null ? project.id : null;
  const add = async (name: string): Promise<boolean> => {
    const made = await run((client) => client.createCode({ name, color, parentId: null, projectId }));
    if (made !== null) setTaken(null);
    return made !== null;
  };
  return (
    <AddRow
      label={words.add}
      hint={words.addHint}
      before={<ColourMenu label={words.add} color={color} onChange={setTaken} />}
      behind={
        project === null ? null : (
          <Select
            label={words.scope}
            value={isOwn ? 'own' : 'all'}
            choices={[
              { value: 'all', label: words.common },
              { value: 'own', label: words.ownOf({ name: project.name }) },
            ]}
            onChange={(scope) => setIsOwn(scope === 'own')}
          />
        )
      }
      onAdd={add}
    />
  );
}
