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
    const known = connection.get<{ name: Uint8Array }>(
      'SELECT name FROM tag WHERE fold = ?',
      encodeText(fold),
    );
    spelled.set(fold, known === undefined ? tag : decodeText(known.name));
  }
  return [...spelled.values()];
}

/** Tags of notes out of the trash, the most used first, then by code point. */
export function listTags(connection: Connection): string[] {
  return connection
    .all<{ name: Uint8Array; uses: number }>(
      `SELECT name, count(*) AS uses FROM tag JOIN tag_use USING (fold)
         JOIN annotation ON annotation.id = annotation_id JOIN report ON report.id = report_id
       WHERE deleted_at IS NULL GROUP BY fold ORDER BY uses DESC, fold`,
    )
    .map((row) => decodeText(row.name));
}
