import { annotationSchema, type Annotation } from '#core/annotations/record.ts';
import { EMPTY_METADATA, reportMetadataSchema } from '#core/report/report.ts';
import { SOURCE_SCRIPTS } from '#core/report/script.ts';
import { findAnnotation, removeAnnotation, saveAnnotation } from '../store/annotation-table.ts';
import type { Connection, SqlValue } from '../store/connection.ts';
import { hashBytes } from '../store/hashes.ts';
import { decodeText, encodeText } from '../store/wtf8.ts';
import { salvageRows, type SalvagedRow } from './salvage-rows.ts';

/** Tables whose rows are taken as they are, parents before children. */
const PLAIN_TABLES = [
  'project',
  'project_report',
  'code',
  'tag',
  'script_override',
  'saved_search',
  'pack',
  'setting',
  'decision',
  'journal',
] as const;

/**
 * Puts what can be read of a damaged database into a whole one (the newest good backup, or a new one). A record that both
 * have stays as it is, unless the damaged one has a later revision of it; texts must have the hash that was stored with
 * them. A note whose own row is lost comes from the journal; a note whose report is lost gets a report without text, so
 * that its words are there. Answers the ids of such reports.
 */
export function mergeSalvaged(damaged: Connection, whole: Connection): readonly string[] {
  const notes = salvageRows(damaged, 'annotation').flatMap((row) => noteOf(row) ?? []);
  const versions = salvageRows(damaged, 'source_version').filter(isTrueText);
  const journal = salvageRows(damaged, 'journal');
  const named = [
    ...notes.map(({ reportId }) => reportId),
    ...versions.map((row) => String(row['report_id'])),
  ];
  const reports = salvageRows(damaged, 'report', new Set(named));
  return whole.write(() => {
    for (const row of reports) insert(whole, 'report', mendReport(row), 'id');
    for (const row of versions) insert(whole, 'source_version', mendVersion(row), null);
    for (const table of PLAIN_TABLES) {
      const rows = table === 'journal' ? journal : salvageRows(damaged, table);
      for (const row of rows) insert(whole, table, row, 'revision' in row && 'id' in row ? 'id' : null);
    }
    const lost: string[] = [];
    for (const note of [...notes, ...notesOfJournal(journal)]) {
      if ((findAnnotation(whole, note.id)?.revision ?? 0) >= note.revision) continue;
      if (standIn(whole, note)) lost.push(note.reportId);
      saveAnnotation(whole, note);
    }
    for (const id of deletedIn(journal, whole)) removeAnnotation(whole, id);
    whole.run(`UPDATE report SET current_version =
         coalesce((SELECT max(number) FROM source_version WHERE report_id = report.id), current_version)
       WHERE NOT EXISTS (SELECT 1 FROM source_version WHERE report_id = report.id AND number = current_version)`);
    return lost;
  });
}

/** Inserts a row, or brings the one that is there to a later revision. A row that does not fit is left out. */
function insert(whole: Connection, table: string, row: SalvagedRow, key: string | null): void {
  const names = Object.keys(row).filter((name) => name !== '#');
  const list = names.map((name) => `"${name}"`).join(', ');
  const changes = names
    .filter((name) => name !== key)
    .map((name) => `"${name}" = excluded."${name}"`)
    .join(', ');
  const update =
    key === null
      ? 'DO NOTHING'
      : `("${key}") DO UPDATE SET ${changes} WHERE excluded.revision > "${table}".revision`;
  const places = names.map(() => '?').join(', ');
  try {
    const values = names.map((name): SqlValue => row[name] ?? null);
    whole.run(`INSERT INTO "${table}" (${list}) VALUES (${places}) ON CONFLICT ${update}`, ...values);
  } catch {
    // Its parent is lost, or it is not what it was.
  }
}

/** What a report says about itself may be damaged like any text; then its id stands for its title. */
function mendReport(row: SalvagedRow): SalvagedRow {
  const metadata = reportMetadataSchema.safeParse(parsed(row['metadata']));
  const script = SOURCE_SCRIPTS.find((name) => name === row['script']) ?? 'none';
  if (metadata.success) return { ...row, script };
  return { ...row, script, metadata: JSON.stringify({ ...EMPTY_METADATA, title: String(row['id']) }) };
}

/** Lists beside a text that is whole, each valid JSON or what stands for none. */
function mendVersion(row: SalvagedRow): SalvagedRow {
  const mended: Record<string, SqlValue> = { ...row };
  for (const name of ['edits', 'undecodable', 'blocks', 'shown_edits', 'repairs']) {
    const value = row[name];
    if (!(value instanceof Uint8Array) || Array.isArray(parsed(Buffer.from(value).toString('utf8')))) {
      continue;
    }
    mended[name] = name === 'edits' || name === 'undecodable' ? Buffer.from('[]') : null;
  }
  return mended;
}

function parsed(json: unknown): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    return undefined;
  }
}

function isTrueText(row: SalvagedRow): boolean {
  const { source, source_hash: hash } = row;
  return source instanceof Uint8Array && hashBytes(source) === hash;
}

/** The note of a row that is still one. */
function noteOf(row: SalvagedRow): Annotation | undefined {
  try {
    const text = (name: string): string => decodeText(row[name] as Uint8Array);
    return annotationSchema.parse({
      schemaVersion: row['schema_version'],
      id: row['id'],
      reportId: row['report_id'],
      kind: row['kind'],
      code: row['code'],
      anchor: {
        start: row['start'],
        end: row['end'],
        exact: text('exact'),
        prefix: text('prefix'),
        suffix: text('suffix'),
        sourceHash: row['source_hash'],
      },
      state: row['state'],
      note: text('note'),
      tags: JSON.parse(String(row['tags'])) as unknown,
      createdAt: row['created_at'],
      updatedAt: row['updated_at'],
      revision: row['revision'],
    });
  } catch {
    return undefined;
  }
}

/** What the journal says each note was last. */
function notesOfJournal(journal: readonly SalvagedRow[]): readonly Annotation[] {
  const last = lastRows(journal);
  return [...last.values()].flatMap(({ after }) => {
    if (!(after instanceof Uint8Array)) return [];
    try {
      return [annotationSchema.parse(JSON.parse(Buffer.from(after).toString('utf8')))];
    } catch {
      return [];
    }
  });
}

/** Notes that were taken away after what is known of them otherwise. */
function deletedIn(journal: readonly SalvagedRow[], whole: Connection): readonly string[] {
  return [...lastRows(journal)]
    .filter(
      ([id, row]) =>
        row['after'] === null && Number(row['revision']) >= (findAnnotation(whole, id)?.revision ?? 0),
    )
    .map(([id]) => id);
}

function lastRows(journal: readonly SalvagedRow[]): ReadonlyMap<string, SalvagedRow> {
  const last = new Map<string, SalvagedRow>();
  for (const row of journal.toSorted((a, b) => Number(a['seq']) - Number(b['seq']))) {
    if (row['kind'] === 'annotation') last.set(String(row['record_id']), row);
  }
  return last;
}

/** Makes an empty report for a note whose own is lost; true when it had to. */
function standIn(whole: Connection, { reportId, anchor, createdAt }: Annotation): boolean {
  const text = whole.get('SELECT 1 FROM source_version WHERE report_id = ?', reportId);
  if (text !== undefined && whole.get('SELECT 1 FROM report WHERE id = ?', reportId) !== undefined) {
    return false;
  }
  const source = encodeText('');
  const metadata = JSON.stringify({ ...EMPTY_METADATA, title: anchor.exact.slice(0, 40) });
  whole.run(
    `INSERT OR IGNORE INTO report (id, origin, imported_at, current_version, script, chars, metadata)
     VALUES (?, 'library', ?, 1, 'none', 0, ?)`,
    ...[reportId, createdAt, metadata],
  );
  whole.run(
    `INSERT OR IGNORE INTO source_version (report_id, number, bytes_hash, bytes_length, source_hash, format, adapter, encoding,
       encoding_confidence, time, rule_set_version, edits, undecodable, source)
     VALUES (?, 1, ?, 0, ?, 'txt', 'pack', 'UTF-8', 0, ?, 0, CAST('[]' AS BLOB), CAST('[]' AS BLOB), ?)`,
    ...[reportId, hashBytes(source), hashBytes(source), createdAt, source],
  );
  return true;
}
