import { useId, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { MetadataField } from '#core/report/metadata-rules.ts';
import type { ReportMetadata } from '#core/report/report.ts';
import { localize } from '#renderer/i18n/define-messages.ts';
import { foundBy } from '#renderer/i18n/messages/found-by.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { reportLanguage } from '#renderer/state/report/report-language.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { changedMetadata, checkMetadata } from './check-metadata.ts';
import type { FieldFault } from './check-metadata.ts';
import { ReportFacts } from './ReportFacts.tsx';
import styles from './report.module.css';

interface InfoDialogProps {
  readonly content: ReportContent;
  readonly onClose: () => void;
}

/** What a report says of itself, to be corrected, and what is known of its file. */
export function InfoDialog({ content, onClose }: InfoDialogProps): ReactElement {
  const { report, common, locale } = useMessages();
  const origins = localize(foundBy, locale);
  const changeMetadata = useWindow((state) => state.changeMetadata);
  const [before] = useState<ReportMetadata>(() => metadataOf(content));
  const [fields, setFields] = useState(before);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const formId = useId();
  const faults = checkMetadata(fields);
  const change = changedMetadata(before, fields);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) {
      const first = Object.keys(faults)[0] ?? '';
      document.getElementById(`${formId}-${first}`)?.focus();
      return;
    }
    if (Object.keys(change).length === 0) return onClose();
    setBusy(true);
    const stored = await changeMetadata(content, change);
    setBusy(false);
    if (stored) onClose();
  };

  const lang = reportLanguage('source', content);
  /** Nothing is said of a field that is empty or is being changed. */
  const originOf = (name: MetadataField): string | undefined => {
    const rule = before.foundBy?.[name];
    const isAsFound = fields[name] !== '' && fields[name] === before[name];
    return isAsFound && rule !== undefined && isKey(origins, rule) ? origins[rule] : undefined;
  };
  const field = (name: MetadataField, more: { readonly hint?: string } = {}): ReactElement => (
    <Field
      id={`${formId}-${name}`}
      label={report[name]}
      lang={lang}
      hint={more.hint}
      origin={originOf(name)}
      value={fields[name]}
      // A date is told to be wrong when the field is left or the form is sent, not while it is typed.
      fault={tried || fields[name] !== before[name] ? faults[name] : undefined}
      eager={tried}
      onChange={(value) => setFields({ ...fields, [name]: value })}
    />
  );
  return (
    <Dialog
      open
      wide
      title={report.infoTitle}
      intro={report.infoIntro}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" type="submit" form={formId} disabled={busy}>
            {common.save}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
        <div className={styles.wholeRow}>{field('title')}</div>
        {field('issuer')}
        {field('region')}
        {field('documentNumber')}
        {field('date', { hint: report.dateHint })}
        {field('source')}
        {field('url')}
        {field('author')}
        {field('editor')}
      </form>
      <ReportFacts content={content} />
    </Dialog>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly lang: string;
  readonly hint?: string | undefined;
  /** Where the value is from. */
  readonly origin: string | undefined;
  readonly value: string;
  readonly fault: FieldFault | undefined;
  /** Tell the fault while it is typed. */
  readonly eager: boolean;
  readonly onChange: (value: string) => void;
}

function Field({ id, label, lang, hint, origin, value, fault, eager, onChange }: FieldProps): ReactElement {
  const { report } = useMessages();
  const [left, setLeft] = useState(false);
  const told = fault !== undefined && (left || eager) ? fault : undefined;
  const sentences: Readonly<Record<FieldFault, string>> = {
    title: report.titleMissing,
    date: report.dateWrong,
    url: report.urlWrong,
    length: report.tooLong,
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.fieldLabel}>
        {label}
      </label>
      <TextField
        id={id}
        label={label}
        lang={lang}
        placeholder={hint}
        value={value}
        aria-invalid={told === undefined ? undefined : true}
        aria-describedby={
          told !== undefined ? `${id}-fault` : origin === undefined ? undefined : `${id}-origin`
        }
        onBlur={() => setLeft(true)}
        onChange={(event) => onChange(event.target.value)}
      />
      {told !== undefined ? (
        <p id={`${id}-fault`} className={styles.fault}>
          {sentences[told]}
        </p>
      ) : origin === undefined ? null : (
        <p id={`${id}-origin`} className={styles.origin}>
          {origin}
        </p>
      )}
    </div>
  );
}

/** What the list shows stands in the form even where it was taken from the text and not from metadata. */
function metadataOf({ metadata, summary }: ReportContent): ReportMetadata {
  return { ...metadata, title: metadata.title || summary.title };
}

/** Whether an object has a key of this name: a rule of another program has no sentence here. */
function isKey<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(object, key);
}
