import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { ExportTemplate } from '#core/export/export-template.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Spinner } from '#renderer/ui/Progress.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { ExportForm, type Scope } from './ExportForm.tsx';
import { ExportPlan } from './ExportPlan.tsx';
import { ExportResults } from './ExportResults.tsx';
import { TemplatePanel } from './TemplatePanel.tsx';
import { isReferences, isText, useExportChoices } from './use-export-choices.ts';
import { VaultPanel } from './VaultPanel.tsx';
import styles from './export.module.css';

interface ExportDialogProps {
  /** null = every report that has notes. */
  readonly reportIds: readonly string[] | null;
  /** Left out = every note of these reports. */
  readonly noteIds?: readonly string[];
  readonly onClose: () => void;
}

type View = 'export' | 'templates' | 'vault';

/** Writes notes out: the choices of one export, the templates of Markdown, and the vault that is kept up to date. */
export function ExportDialog({ reportIds, noteIds, onClose }: ExportDialogProps): ReactElement {
  const { exporting, common } = useMessages();
  const [view, setView] = useState<View>('export');
  const [answer, setAnswer] = useState<ExportAnswer | null>(null);
  const { templates, reload } = useTemplates();
  if (answer !== null) {
    const foot = (
      <Button look="primary" onClick={onClose}>
        {common.done}
      </Button>
    );
    return (
      <Dialog open wide title={exporting.results} onClose={onClose} foot={foot}>
        <ExportResults files={answer.files} />
      </Dialog>
    );
  }
  const tabs = (
    <SegmentedControl
      label={exporting.title}
      className={styles.tabs}
      value={view}
      choices={[
        { value: 'export', label: exporting.tabExport },
        { value: 'templates', label: exporting.tabTemplates },
        { value: 'vault', label: exporting.tabVault },
      ]}
      onChange={setView}
    />
  );
  if (view !== 'export') {
    return (
      <Dialog open wide title={exporting.title} onClose={onClose}>
        {tabs}
        {view === 'vault' ? (
          <VaultPanel templates={templates} onWritten={setAnswer} />
        ) : (
          <TemplatePanel templates={templates} reportId={reportIds?.[0] ?? null} onChanged={reload} />
        )}
      </Dialog>
    );
  }
  return (
    <OneExport {...{ reportIds, templates, tabs, onClose }} noteIds={noteIds ?? null} onAnswer={setAnswer} />
  );
}

interface OneExportProps {
  readonly reportIds: readonly string[] | null;
  readonly noteIds: readonly string[] | null;
  readonly templates: readonly ExportTemplate[];
  readonly tabs: ReactElement;
  readonly onAnswer: (answer: ExportAnswer) => void;
  readonly onClose: () => void;
}

function OneExport(props: OneExportProps): ReactElement {
  const { reportIds, noteIds, templates, tabs, onAnswer, onClose } = props;
  const { exporting, common } = useMessages();
  const { client, store } = useWindowParts();
  const reports = useWindow((state) => state.reports);
  const edition = useWindow((state) => state.settings.citationEdition);
  const chosen = useExportChoices();
  const [scope, setScope] = useState<Scope>(reportIds === null ? 'all' : 'this');
  const [busy, setBusy] = useState(false);
  const { choices } = chosen;
  const { format, where } = choices;
  const wanted = scope === 'all' && noteIds === null ? null : reportIds;
  const planned = reports.filter(
    ({ reportId, notes }) =>
      (wanted?.includes(reportId) ?? true) && (notes > 0 || isReferences(format) || noteIds !== null),
  );
  // A template that has gone since is Zhupi's own form again.
  const template = templates.some(({ id }) => id === choices.template) ? choices.template : null;

  const run = async (): Promise<void> => {
    setBusy(true);
    const request = {
      ...{ script: choices.script, deleted: choices.deleted, template, edition },
      reportIds: wanted === null ? null : [...wanted],
      noteIds: noteIds === null ? null : [...noteIds],
    };
    const { tell, tellError } = store.getState();
    if (where === 'clipboard' && isText(format)) {
      const result = await client.exportText({ ...request, format });
      const copied = result.ok ? await client.copyText({ text: result.value.text }) : result;
      setBusy(false);
      if (!copied.ok) return tellError(copied.error);
      chosen.remember();
      tell({ tone: 'good', text: (messages) => messages.exporting.copied });
      return onClose();
    }
    const place = where === 'file' ? 'file' : 'folder';
    const result = await client.exportWithDialog({ ...request, format, where: place });
    setBusy(false);
    if (!result.ok) return tellError(result.error);
    // Null: the user closed the system's dialog; nothing was written.
    if (result.value === null) return;
    chosen.remember();
    onAnswer(result.value);
  };

  const go = { folder: exporting.choose, file: exporting.chooseFile, clipboard: exporting.copy }[where];
  const foot = (
    <>
      {busy ? <Spinner label={exporting.exporting} /> : null}
      <Button onClick={onClose}>{common.cancel}</Button>
      <Button look="primary" disabled={busy || planned.length === 0} onClick={() => void run()}>
        {go}
      </Button>
    </>
  );
  return (
    <Dialog open wide title={exporting.title} onClose={onClose} foot={foot}>
      {tabs}
      <ExportForm
        {...{ chosen: { ...chosen, choices: { ...choices, template } }, templates }}
        scope={reportIds === null || noteIds !== null ? null : scope}
        onScope={setScope}
      />
      {planned.length === 0 ? (
        <p className={styles.nothing}>{exporting.nothing}</p>
      ) : (
        <ExportPlan reports={planned} notes={noteIds?.length ?? null} choices={choices} />
      )}
    </Dialog>
  );
}

/** Templates as the library has them; empty until they are there. */
function useTemplates(): { readonly templates: readonly ExportTemplate[]; readonly reload: () => void } {
  const { client } = useWindowParts();
  const tellError = useWindow((state) => state.tellError);
  const [templates, setTemplates] = useState<readonly ExportTemplate[]>([]);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void client.listTemplates({}).then((answer) => {
      if (!isWanted) return;
      if (answer.ok) setTemplates(answer.value);
      else tellError(answer.error);
    });
    return () => {
      isWanted = false;
    };
  }, [client, tellError, round]);
  return { templates, reload: () => setRound((before) => before + 1) };
}
