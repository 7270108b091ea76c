import type { ReactElement } from 'react';
import { EXPORT_FORMATS } from '#core/export/export-formats.ts';
import type { ExportTemplate } from '#core/export/export-template.ts';
import { VIEW_SCRIPTS } from '#core/report/script.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { ChoiceLine } from './ChoiceLine.tsx';
import { deletedNames, formatNames, placeNames, templateName } from './choice-names.ts';
import { isReferences, placesOf, type ChosenExport } from './use-export-choices.ts';
import styles from './export.module.css';

export type Scope = 'this' | 'all';

interface ExportFormProps {
  readonly chosen: ChosenExport;
  /** null where there is nothing to choose. */
  readonly scope: Scope | null;
  readonly onScope: (scope: Scope) => void;
  readonly templates: readonly ExportTemplate[];
}

/** What is written, in which form, and where. Choices that a format does not have are not shown. */
export function ExportForm({
  chosen: { choices, change },
  scope,
  onScope,
  templates,
}: ExportFormProps): ReactElement {
  const { exporting, reader } = useMessages();
  const { format, where, script } = choices;
  const formats = formatNames(exporting);
  const places = placeNames(exporting);
  const scripts = {
    ...{ source: exporting.noScript, cn: reader.scriptCnName, t: reader.scriptTName },
    ...{ tw: reader.scriptTwName, twp: reader.scriptTwpName, hk: reader.scriptHkName },
  };
  return (
    <div className={styles.form}>
      <ChoiceLine label={exporting.format}>
        {(id) => (
          <Select
            id={id}
            value={format}
            choices={EXPORT_FORMATS.map((value) => ({ value, label: formats[value] }))}
            onChange={(next) => change({ format: next })}
          />
        )}
      </ChoiceLine>
      {scope === null ? null : (
        <ChoiceLine label={exporting.which}>
          {() => (
            <SegmentedControl
              label={exporting.which}
              value={scope}
              choices={[
                { value: 'this', label: exporting.thisReport },
                { value: 'all', label: isReferences(format) ? exporting.wholeLibrary : exporting.allReports },
              ]}
              onChange={onScope}
            />
          )}
        </ChoiceLine>
      )}
      <ChoiceLine label={exporting.where}>
        {() => (
          <SegmentedControl
            label={exporting.where}
            value={where}
            choices={placesOf(format).map((value) => ({ value, label: places[value] }))}
            onChange={(next) => change({ where: next })}
          />
        )}
      </ChoiceLine>
      {isReferences(format) || format === 'json' ? null : (
        <ChoiceLine label={exporting.scriptBeside}>
          {(id) => (
            <Select
              id={id}
              value={script}
              choices={VIEW_SCRIPTS.map((value) => ({ value, label: scripts[value] }))}
              onChange={(next) => change({ script: next })}
            />
          )}
        </ChoiceLine>
      )}
      {format === 'markdown' ? <MarkdownChoices {...{ choices, change, templates }} /> : null}
    </div>
  );
}

interface MarkdownChoicesProps
  extends Pick<ChosenExport, 'choices' | 'change'>, Pick<ExportFormProps, 'templates'> {}

function MarkdownChoices(props: MarkdownChoicesProps): ReactElement {
  const { choices, change, templates } = props;
  const { exporting } = useMessages();
  const { where, template, deleted } = choices;
  const deletions = deletedNames(exporting);
  return (
    <>
      <ChoiceLine label={exporting.template}>
        {(id) => (
          <TemplateSelect
            id={id}
            value={template}
            templates={templates}
            onChange={(next) => change({ template: next })}
          />
        )}
      </ChoiceLine>
      {where === 'clipboard' ? null : (
        <ChoiceLine label={exporting.deletedNotes}>
          {() => (
            <SegmentedControl
              label={exporting.deletedNotes}
              value={deleted}
              choices={(['remove', 'strike'] as const).map((value) => ({ value, label: deletions[value] }))}
              onChange={(next) => change({ deleted: next })}
            />
          )}
        </ChoiceLine>
      )}
    </>
  );
}

interface TemplateSelectProps {
  readonly id: string;
  readonly value: string | null;
  readonly templates: readonly ExportTemplate[];
  readonly onChange: (template: string | null) => void;
}

/** A list of templates; the empty value is Zhupi's own form. */
export function TemplateSelect({ id, value, templates, onChange }: TemplateSelectProps): ReactElement {
  const { exporting } = useMessages();
  return (
    <Select
      id={id}
      value={value ?? ''}
      choices={[
        { value: '', label: exporting.templateOwn },
        ...templates.map((each) => ({ value: each.id, label: templateName(exporting, each) })),
      ]}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  );
}
