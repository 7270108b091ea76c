import { parsedJson } from '#core/base/parsed-json.ts';
import type { LostRecord } from '#core/ipc/calls/backup-calls.ts';
import { EMPTY_METADATA, reportMetadataSchema } from '#core/report/report.ts';
import { SOURCE_SCRIPTS } from '#core/report/script.ts';
import { findAnnotation, removeAnnotation, saveAnnotation } from '../store/annotation-table.ts';
import type { Connection, SqlValue } from '../store/connection.ts';
import { hashBytes } from '../store/hashes.ts';
import { plainTables } from '../store/plain-tables.ts';
import { titleOf } from '../store/report-table.ts';
import { knownNotes } from './known-notes.ts';
import type { RereadText } from './reread-text.ts';
import { salvageRows, type SalvagedRow } from './salvage-rows.ts';
import { deletedNotes, mendedNoteOf, noteOf, notesOfJournal } from './salvaged-notes.ts';
import { standInForDetails, standInForReport, standInForTexts } from './stand-in.ts';

/**
 * Puts what can be read of a damaged database into a whole one (the newest good backup, or a new one). A record that both
 * have stays as it is, unless the damaged one has a later revision of it; texts must have the hash that was stored with
 * them, or are read once more from their files. A note whose own row is lost comes from the journal; a note or a text whose report is lost gets one of its own, so
 * that its words are there. Answers what is known to be lost, by report.
 */
export async function mergeSalvaged(
  damaged: Connection,
  whole: Connection,
  reread: RereadText,
): Promise<readonly LostRecord[]> {
  const rows = salvageRows(damaged, 'annotation');
  const notes = rows.flatMap((row) => noteOf(row) ?? []);
  const mended = rows.flatMap((row) => (noteOf(row) === undefined ? (mendedNoteOf(row) ?? []) : []));
  const versions: SalvagedRow[] = [];
  for (const row of salvageRows(damaged, 'source_version')) {
    const version = await trueText(row, reread);
    if (version !== null) versions.push(version);
  }
  const journal = salvageRows(damaged, 'journal');
  const known = knownNotes(damaged);
  const named = [
    ...[...notes, ...mended].map(({ reportId }) => reportId),
    ...versions.map((row) => String(row['report_id'])),
  ];
  const reports = salvageRows(damaged, 'report', new Set(named));
  return whole.write(() => {
    for (const row of reports) insert(whole, 'report', mendReport(row), 'id');
    const nameless: string[] = [];
    for (const row of versions) {
      if (standInForDetails(whole, row)) nameless.push(String(row['report_id']));
      insert(whole, 'source_version', mendVersion(row), null);
    }
    for (const table of plainTables(whole)) {
      for (const row of salvageRows(damaged, table)) {
        insert(whole, table, row, 'revision' in row && 'id' in row ? 'id' : null);
      }
    }
    for (const row of journal) insert(whole, 'journal', row, null);
    for (const note of [...notes, ...notesOfJournal(journal)]) {
      if ((findAnnotation(whole, note.id)?.revision ?? 0) >= note.revision) continue;
      standInForReport(whole, note);
      saveAnnotation(whole, note);
    }
    for (const note of mended) {
      // What the backup or the journal has of it is whole.
      if (findAnnotation(whole, note.id) !== null) continue;
      standInForReport(whole, note);
      saveAnnotation(whole, note);
    }
    // A row whose end is spoilt reads like a removal; a note that still stands somewhere was not taken away.
    const standing = new Set([...[...notes, ...mended].map(({ id }) => id), ...known.keys()]);
    const deleted = new Map([...deletedNotes(journal)].filter(([id]) => !standing.has(id)));
    for (const [id, revision] of deleted) {
      if (revision >= (findAnnotation(whole, id)?.revision ?? 0)) removeAnnotation(whole, id);
    }
    const textless = standInForTexts(whole);
    whole.run(`UPDATE report SET current_version =
         coalesce((SELECT max(number) FROM source_version WHERE report_id = report.id), current_version)
       WHERE NOT EXISTS (SELECT 1 FROM source_version WHERE report_id = report.id AND number = current_version)`);
    return whatIsLost(whole, { textless, nameless, known, deleted, journal });
  });
}

interface Losses {
  readonly textless: readonly string[];
  readonly nameless: readonly string[];
  /** Notes that the damaged database names, with the last revision that it names. */
  readonly known: ReadonlyMap<string, number>;
  readonly deleted: ReadonlyMap<string, number>;
  readonly journal: readonly SalvagedRow[];
}

function whatIsLost(
  whole: Connection,
  { textless, nameless, known, deleted, journal }: Losses,
): readonly LostRecord[] {
  const lost = new Map<string, LostRecord>();
  const tell = (reportId: string, change: (record: LostRecord) => Partial<LostRecord>): void => {
    const row = whole.get<{ metadata: string }>('SELECT metadata FROM report WHERE id = ?', reportId);
    const title = row === undefined ? '' : titleOf(row.metadata);
    const none = { reportId, title, text: false, details: false, notes: 0, olderNotes: 0 };
    const record = lost.get(reportId) ?? none;
    lost.set(reportId, { ...record, ...change(record) });
  };
  for (const id of textless) tell(id, () => ({ text: true }));
  for (const id of nameless) tell(id, () => ({ details: true }));
  const reportOf = new Map(journal.map((row) => [String(row['record_id']), String(row['report_id'] ?? '')]));
  for (const [id, revision] of known) {
    const note = findAnnotation(whole, id);
    if (note !== null && note.revision < revision) {
      tell(note.reportId, ({ olderNotes }) => ({ olderNotes: olderNotes + 1 }));
    } else if (note === null && !deleted.has(id)) {
      tell(reportOf.get(id) ?? '', ({ notes }) => ({ notes: notes + 1 }));
    }
  }
  return [...lost.values()];
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
  const metadata = reportMetadataSchema.safeParse(parsedJson(String(row['metadata'])));
  const script = SOURCE_SCRIPTS.find((name) => name === row['script']) ?? 'none';
  if (metadata.success) return { ...row, script };
  return { ...row, script, metadata: JSON.stringify({ ...EMPTY_METADATA, title: String(row['id']) }) };
}

/** Lists beside a text that is whole, each valid JSON or what stands for none. */
function mendVersion(row: SalvagedRow): SalvagedRow {
  const mended: Record<string, SqlValue> = { ...row };
  for (const name of ['edits', 'undecodable', 'blocks', 'shown_edits', 'repairs']) {
    const value = row[name];
    if (!(value instanceof Uint8Array) || Array.isArray(parsedJson(Buffer.from(value).toString('utf8')))) {
      continue;
    }
    mended[name] = name === 'edits' || name === 'undecodable' ? Buffer.from('[]') : null;
  }
  return mended;
}

/** The version with its text, which is read once more where it is damaged; null where it is lost. */
async function trueText(row: SalvagedRow, reread: RereadText): Promise<SalvagedRow | null> {
  const { source, source_hash: hash } = row;
  if (source instanceof Uint8Array && hashBytes(source) === hash) return row;
  const again = await reread(row);
  return again === null ? null : { ...row, source: again };
}
