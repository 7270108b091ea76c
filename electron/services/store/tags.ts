import type { Connection } from './connection.ts';
import { foldTag } from './fold-tag.ts';
import { decodeText, encodeText } from './wtf8.ts';

/**
 * Tags as the library spells them: trimmed, without empty ones and repetitions, each in the spelling in which it was
 * first used.
 */
export function spellTags(connection: Connection, tags: readonly string[]): string[] {
  const spelled = new Map<string, string>();
  for (const tag of tags.map((given) => given.trim())) {
    const fold = foldTag(tag);
    if (fold === '' || spelled.has(fold)) continue;
    spelled.set(fold, spellingOf(connection, fold) ?? tag);
  }
  return [...spelled.values()];
}

/** Tags of notes out of the trash, the most used first, then by code point. */
export function listTags(connection: Connection): string[] {
  return countTags(connection).map(({ name }) => name);
}

/** How the library spells the tag of a fold; undefined when nobody ever used it. */
export function spellingOf(connection: Connection, fold: string): string | undefined {
  const row = connection.get<{ name: Uint8Array }>('SELECT name FROM tag WHERE fold = ?', encodeText(fold));
  return row && decodeText(row.name);
}

/** From now on the tag of a fold is spelled so. */
export function respellTag(connection: Connection, fold: string, name: string): void {
  connection.run('UPDATE tag SET name = ? WHERE fold = ?', encodeText(name), encodeText(fold));
}

/** Tags of notes out of the trash with the number of their notes, the most used first, then by code point. */
export function countTags(connection: Connection): { name: string; notes: number }[] {
  return connection
    .all<{ name: Uint8Array; notes: number }>(
      `SELECT name, count(*) AS notes FROM tag JOIN tag_use USING (fold)
         JOIN annotation ON annotation.id = annotation_id JOIN report ON report.id = report_id
       WHERE deleted_at IS NULL GROUP BY fold ORDER BY notes DESC, fold`,
    )
    .map(({ name, notes }) => ({ name: decodeText(name), notes }));
}

/** Ids of the notes out of the trash that have any of these tags, given by their folds. */
export function notesWithTags(connection: Connection, folds: readonly string[]): readonly string[] {
  const ids = folds.flatMap((fold) =>
    connection
      .all<{ id: string }>(
        `SELECT annotation_id AS id FROM tag_use JOIN annotation ON annotation.id = annotation_id
           JOIN report ON report.id = report_id WHERE fold = ? AND deleted_at IS NULL`,
        encodeText(fold),
      )
      .map(({ id }) => id),
  );
  return [...new Set(ids)];
}
