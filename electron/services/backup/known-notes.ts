import type { Connection } from '../store/connection.ts';
import { readAll } from './salvage-rows.ts';

const NOTE_ID = /^n[a-z0-9]{16}$/u;

/**
 * Notes that a damaged database names in its indexes, whose own rows may be lost, with the last revision that it names. A
 * spoilt name is no note: where the journal can be read, it must know the note too. Never throws.
 */
export function knownNotes(damaged: Connection): ReadonlyMap<string, number> {
  const named = readAll(damaged, 'SELECT id FROM annotation INDEXED BY sqlite_autoindex_annotation_1').rows;
  const journal = readAll(
    damaged,
    "SELECT record_id AS id, revision FROM journal INDEXED BY journal_record WHERE kind = 'annotation'",
  );
  const revisions = new Map<string, number>();
  for (const { id, revision } of journal.rows) {
    revisions.set(String(id), Math.max(revisions.get(String(id)) ?? 0, Number(revision)));
  }
  const known = new Map<string, number>();
  for (const { id } of named) {
    const name = String(id);
    const revision = revisions.get(name);
    if (NOTE_ID.test(name) && (revision !== undefined || !journal.isWhole)) known.set(name, revision ?? 0);
  }
  return known;
}
