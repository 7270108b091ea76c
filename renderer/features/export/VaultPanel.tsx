import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import type { Result } from '#core/base/result.ts';
import type { ExportTemplate } from '#core/export/export-template.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { VaultState } from '#core/ipc/calls/export-calls.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { currentProject } from '#renderer/state/notes/codes-slice.ts';
import { useProjectName } from '#renderer/state/notes/project-names.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { FolderIcon } from '#renderer/ui/icons.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Toggle } from '#renderer/ui/Toggle.tsx';
import { ChoiceLine } from './ChoiceLine.tsx';
import { deletedNames } from './choice-names.ts';
import { TemplateSelect } from './ExportForm.tsx';
import styles from './export.module.css';

interface VaultPanelProps {
  readonly templates: readonly ExportTemplate[];
  readonly onWritten: (answer: ExportAnswer) => void;
}

/** The folder of a project into which every change of a note is written; that of the project that is open at first. */
export function VaultPanel({ templates, onWritten }: VaultPanelProps): ReactElement {
  const current = useWindow(currentProject);
  const projects = useWindow((state) => state.projects);
  const [chosen, setChosen] = useState<string | null>(null);
  const projectId = chosen ?? current?.id ?? DEFAULT_PROJECT;
  return (
    <div className={styles.form}>
      <p className={styles.quiet}>
        <VaultIntro projectId={projectId} />
      </p>
      {projects.length < 2 ? null : (
        <ProjectLine projects={projects} value={projectId} onChange={setChosen} />
      )}
      <ProjectVault key={projectId} {...{ projectId, templates, onWritten }} />
    </div>
  );
}

function VaultIntro({ projectId }: { readonly projectId: string }): string {
  const { exporting } = useMessages();
  return projectId === DEFAULT_PROJECT ? exporting.vaultIntro : exporting.vaultIntroProject;
}

interface ProjectLineProps {
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly onChange: (projectId: string) => void;
}

function ProjectLine({ projects, value, onChange }: ProjectLineProps): ReactElement {
  const { codes } = useMessages();
  const nameOf = useProjectName();
  return (
    <ChoiceLine label={codes.project}>
      {(id) => (
        <Select
          id={id}
          value={value}
          choices={projects.map((project) => ({ value: project.id, label: nameOf(project) }))}
          onChange={onChange}
        />
      )}
    </ChoiceLine>
  );
}

function ProjectVault({
  projectId,
  templates,
  onWritten,
}: VaultPanelProps & { readonly projectId: string }): ReactElement | null {
  const { vault, busy, choose, change, forget, update } = useVault(projectId, onWritten);
  if (vault === null) return null;
  return <VaultChoices {...{ vault, busy, choose, change, forget, update, templates }} />;
}

interface VaultChoicesProps extends VaultActions {
  readonly vault: VaultState;
  readonly templates: readonly ExportTemplate[];
}

function VaultChoices(props: VaultChoicesProps): ReactElement {
  const { vault, busy, choose, change, forget, update, templates } = props;
  const { exporting } = useMessages();
  const deletions = deletedNames(exporting);
  return (
    <>
      <div className={styles.line}>
        <span className={styles.path}>{vault.folder ?? exporting.vaultNone}</span>
        <Button onClick={() => void choose()}>
          <FolderIcon size={16} />
          {vault.folder === null ? exporting.vaultChoose : exporting.vaultChange}
        </Button>
      </div>
      <ChoiceLine label={exporting.vaultKeep}>
        {(id) => (
          <Toggle
            id={id}
            checked={vault.keepsUpToDate}
            onChange={(keepsUpToDate) => void change({ keepsUpToDate })}
          />
        )}
      </ChoiceLine>
      <ChoiceLine label={exporting.template}>
        {(id) => (
          <TemplateSelect
            id={id}
            value={templates.some((each) => each.id === vault.template) ? vault.template : null}
            templates={templates}
            onChange={(template) => void change({ template })}
          />
        )}
      </ChoiceLine>
      <ChoiceLine label={exporting.deletedNotes}>
        {() => (
          <SegmentedControl
            label={exporting.deletedNotes}
            value={vault.deleted}
            choices={(['remove', 'strike'] as const).map((value) => ({ value, label: deletions[value] }))}
            onChange={(deleted) => void change({ deleted })}
          />
        )}
      </ChoiceLine>
      {vault.folder === null ? null : (
        <div className={styles.line}>
          <VaultResult vault={vault} />
          <span className={styles.pair}>
            <Button look="quiet" onClick={() => void forget()}>
              {exporting.vaultForget}
            </Button>
            <Button disabled={busy} onClick={() => void update()}>
              {exporting.vaultUpdate}
            </Button>
          </span>
        </div>
      )}
    </>
  );
}

type VaultChange = Omit<Parameters<ZhupiApi['changeVault']>[0], 'projectId'>;

interface VaultActions {
  readonly busy: boolean;
  readonly choose: () => Promise<void>;
  readonly change: (values: VaultChange) => Promise<void>;
  readonly forget: () => Promise<void>;
  readonly update: () => Promise<void>;
}

/** The vault as the library keeps it; null until it is there. */
function useVault(
  projectId: string,
  onWritten: VaultPanelProps['onWritten'],
): VaultActions & { readonly vault: VaultState | null } {
  const { client } = useWindowParts();
  const tellError = useWindow((state) => state.tellError);
  const [vault, setVault] = useState<VaultState | null>(null);
  const [busy, setBusy] = useState(false);
  const take = (answer: Result<VaultState | null>): void => {
    if (!answer.ok) tellError(answer.error);
    else if (answer.value !== null) setVault(answer.value);
  };
  useEffect(() => {
    let isWanted = true;
    void client.vaultState({ projectId }).then((answer) => {
      if (isWanted && answer.ok) setVault(answer.value);
    });
    return () => {
      isWanted = false;
    };
  }, [client, projectId]);
  const update = async (): Promise<void> => {
    setBusy(true);
    const answer = await client.updateVault({ projectId });
    take(await client.vaultState({ projectId }));
    setBusy(false);
    // What failed is told beside the button, by the vault's own last result.
    if (answer.ok && answer.value.files.length > 0) onWritten(answer.value);
  };
  const choose = async (): Promise<void> => take(await client.chooseVaultWithDialog({ projectId }));
  const change = async (values: VaultChange): Promise<void> =>
    take(await client.changeVault({ ...values, projectId }));
  const forget = async (): Promise<void> => take(await client.forgetVault({ projectId }));
  return { vault, busy, choose, change, forget, update };
}

function VaultResult({ vault: { last } }: { readonly vault: VaultState }): ReactElement {
  const { exporting, locale } = useMessages();
  if (last === null) return <span className={styles.quiet}>{exporting.vaultNever}</span>;
  if (last.error !== null) {
    return (
      <span className={styles.refused} role="status">
        {errorSentence(last.error, locale)}
      </span>
    );
  }
  const time = new Date(last.time).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <span className={styles.quiet} role="status">
      {exporting.vaultLast({ time, written: last.written, unchanged: last.unchanged })}
    </span>
  );
}
