import type { ReactElement } from 'react';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import styles from './export.module.css';

type ExportedFile = ExportAnswer['files'][number];

/** What became of each file; refused ones first, with the reason. */
export function ExportResults({ files }: { readonly files: readonly ExportedFile[] }): ReactElement {
  const { exporting } = useMessages();
  if (files.length === 0) return <p className={styles.nothing}>{exporting.nothing}</p>;
  const sorted = [...files].sort((a, b) => Number(b.status === 'refused') - Number(a.status === 'refused'));
  return (
    <ul className={styles.files}>
      {sorted.map((file) => (
        <FileRow key={file.path} file={file} />
      ))}
    </ul>
  );
}

function FileRow({ file }: { readonly file: ExportedFile }): ReactElement {
  const { exporting, common, locale } = useMessages();
  const { client, store } = useWindowParts();
  const name = nameOf(file.path);
  const refused = file.status === 'refused';
  const show = async (): Promise<void> => {
    const answer = await client.showExported({ path: file.path });
    if (!answer.ok) store.getState().tellError(answer.error);
  };
  return (
    <li className={styles.result}>
      <div className={styles.file}>
        <span className={styles.name} title={file.path}>
          {name}
        </span>
        {refused ? null : (
          <span className={styles.quiet}>{common.noteCount({ count: file.annotations })}</span>
        )}
        <span className={classes(styles.status, refused && styles.refused)}>{exporting[file.status]}</span>
        {refused ? null : (
          <Button look="quiet" aria-label={exporting.showNamed({ name })} onClick={() => void show()}>
            {exporting.show}
          </Button>
        )}
      </div>
      {file.conflicts === undefined ? null : (
        <p className={styles.conflicts}>{exporting.conflicts({ count: file.conflicts })}</p>
      )}
      {file.copies === undefined ? null : (
        <p className={styles.conflicts}>{exporting.copies({ names: file.copies.map(nameOf).join(', ') })}</p>
      )}
      {file.error === null ? null : <p className={styles.refused}>{errorSentence(file.error, locale)}</p>}
    </li>
  );
}

function nameOf(place: string): string {
  return place.split(/[\\/]/u).at(-1) ?? place;
}
