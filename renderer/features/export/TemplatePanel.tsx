import { useState } from 'react';
import type { ReactElement } from 'react';
import { TEMPLATE_NAMES, type ExportTemplate } from '#core/export/export-template.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { Toggle } from '#renderer/ui/Toggle.tsx';
import { ChoiceLine } from './ChoiceLine.tsx';
import { templateName } from './choice-names.ts';
import { useTemplatePreview } from './use-template-preview.ts';
import styles from './export.module.css';

interface TemplatePanelProps {
  readonly templates: readonly ExportTemplate[];
  /** The report whose notes the preview shows; null = any. */
  readonly reportId: string | null;
  readonly onChanged: () => void;
}

/** The user's templates, with what each makes of her own notes beside it. One that comes with the program is copied to be changed. */
export function TemplatePanel({ templates, reportId, onChanged }: TemplatePanelProps): ReactElement | null {
  const { exporting } = useMessages();
  const [id, setId] = useState<string | null>(null);
  const chosen = templates.find((each) => each.id === id) ?? templates[0];
  if (chosen === undefined) return null;
  return (
    <div className={styles.form}>
      <ChoiceLine label={exporting.template}>
        {(fieldId) => (
          <Select
            id={fieldId}
            value={chosen.id}
            choices={templates.map((each) => ({ value: each.id, label: templateName(exporting, each) }))}
            onChange={setId}
          />
        )}
      </ChoiceLine>
      <TemplateEditor
        key={chosen.id}
        template={chosen}
        reportId={reportId}
        onChanged={(saved) => {
          setId(saved);
          onChanged();
        }}
      />
    </div>
  );
}

interface TemplateEditorProps {
  readonly template: ExportTemplate;
  readonly reportId: string | null;
  /** With the id that is shown from now on; null = the first. */
  readonly onChanged: (id: string | null) => void;
}

function TemplateEditor({ template, reportId, onChanged }: TemplateEditorProps): ReactElement {
  const { exporting, common, locale } = useMessages();
  const [draft, setDraft] = useState(template);
  const isOurs = template.name === '';
  const preview = useTemplatePreview(draft, reportId);
  const { save, remove } = useTemplateActions(draft, onChanged);
  return (
    <div className={styles.template}>
      <div className={styles.parts}>
        <TemplateFields draft={draft} isOurs={isOurs} onDraft={setDraft} />
        <TemplateNames />
        <span className={styles.pair}>
          <Button onClick={() => void save(true)}>{exporting.templateCopy}</Button>
          {isOurs ? null : (
            <>
              <Button look="danger" onClick={() => void remove(template)}>
                {common.delete}
              </Button>
              <Button look="primary" disabled={draft.name.trim() === ''} onClick={() => void save(false)}>
                {common.save}
              </Button>
            </>
          )}
        </span>
      </div>
      <div className={styles.previewSide}>
        <span className={styles.quiet}>{exporting.preview}</span>
        {preview.error === null ? null : (
          <p className={styles.refused} role="alert">
            {errorSentence(preview.error, locale)}
          </p>
        )}
        {/* It scrolls, and must do so by keys. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={styles.preview} tabIndex={0} role="region" aria-label={exporting.preview}>
          {preview.text}
        </pre>
      </div>
    </div>
  );
}

/** Keeps a draft, or takes a template away, which can be taken back. */
function useTemplateActions(draft: ExportTemplate, onChanged: TemplateEditorProps['onChanged']) {
  const { exporting } = useMessages();
  const { client, store } = useWindowParts();
  const { tell, tellError, undo, loadHistory, closeRevertingToasts } = store.getState();
  const save = async (asNew: boolean): Promise<void> => {
    const { file, note, hasSections } = draft;
    closeRevertingToasts();
    const name = asNew ? exporting.copyOf({ name: templateName(exporting, draft) }) : draft.name;
    const answer = await client.saveTemplate({ id: asNew ? null : draft.id, name, file, note, hasSections });
    if (!answer.ok) return tellError(answer.error);
    tell({ tone: 'good', text: (messages) => messages.exporting.templateSaved });
    void loadHistory();
    onChanged(answer.value.id);
  };
  const remove = async ({ id, name }: ExportTemplate): Promise<void> => {
    closeRevertingToasts();
    const answer = await client.deleteTemplate({ id });
    if (!answer.ok) return tellError(answer.error);
    tell({
      text: (messages) => messages.exporting.templateDeleted({ name }),
      action: {
        label: (messages) => messages.common.undo,
        run: () => void undo().then(() => onChanged(null)),
      },
      revertsLastChange: true,
    });
    void loadHistory();
    onChanged(null);
  };
  return { save, remove };
}

interface TemplateFieldsProps {
  readonly draft: ExportTemplate;
  /** Of the program: it is shown, not changed. */
  readonly isOurs: boolean;
  readonly onDraft: (draft: ExportTemplate) => void;
}

function TemplateFields({ draft, isOurs, onDraft }: TemplateFieldsProps): ReactElement {
  const { exporting } = useMessages();
  const change = (values: Partial<ExportTemplate>): void => onDraft({ ...draft, ...values });
  return (
    <>
      {isOurs ? (
        <p className={styles.quiet}>{exporting.templateOurs}</p>
      ) : (
        <TextField
          label={exporting.templateName}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      )}
      <span className={styles.quiet}>{exporting.templateFile}</span>
      <TextArea
        label={exporting.templateFile}
        className={styles.code}
        rows={7}
        readOnly={isOurs}
        value={draft.file}
        onChange={(event) => change({ file: event.target.value })}
      />
      <span className={styles.quiet}>{exporting.templateNote}</span>
      <TextArea
        label={exporting.templateNote}
        className={styles.code}
        rows={7}
        readOnly={isOurs}
        value={draft.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      {isOurs ? null : (
        <ChoiceLine label={exporting.templateSections}>
          {(id) => (
            <Toggle id={id} checked={draft.hasSections} onChange={(hasSections) => change({ hasSections })} />
          )}
        </ChoiceLine>
      )}
    </>
  );
}

function TemplateNames(): ReactElement {
  const { exporting } = useMessages();
  const names = [...TEMPLATE_NAMES.note, ...TEMPLATE_NAMES.report].map((name) => `{{ ${name} }}`);
  return (
    <details className={styles.names}>
      <summary>{exporting.templateNames}</summary>
      <p>{names.join(' ')}</p>
      <p>{'{{ notes }} {{ count }} · | md | json | date | join'}</p>
    </details>
  );
}
