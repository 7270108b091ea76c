import { parsedJson } from '#core/base/parsed-json.ts';
import {
  ANCHOR_STATES,
  ANNOTATION_KINDS,
  ANNOTATION_SCHEMA_VERSION,
  annotationSchema,
  type Annotation,
} from '#core/annotations/record.ts';
import { decodeText } from '../store/wtf8.ts';
import type { SalvagedRow } from './salvage-rows.ts';

/** The note of a row that is still one. */
export function noteOf(row: SalvagedRow): Annotation | undefined {
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

/**
 * A note of a row that is none any more, where it still says which note of which report it is: what can be read of it, and
 * what stands for the rest. Undefined where not even that is there.
 */
export function mendedNoteOf(row: SalvagedRow): Annotation | undefined {
  // A spoilt row may hold a value of any type in any column.
  const words = (name: string): string => {
    const value = row[name];
    if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
    return typeof value === 'string' ? value : '';
  };
  const count = (name: string, least: number): number =>
    Number.isSafeInteger(row[name]) ? Math.max(least, Number(row[name])) : least;
  const start = count('start', 0);
  const createdAt = count('created_at', 0);
  const mended = annotationSchema.safeParse({
    schemaVersion: ANNOTATION_SCHEMA_VERSION,
    id: row['id'],
    reportId: row['report_id'],
    kind: ANNOTATION_KINDS.find((kind) => kind === row['kind']) ?? 'highlight',
    code: typeof row['code'] === 'string' && row['code'] !== '' ? row['code'] : 'yellow',
    anchor: {
      start,
      end: count('end', start),
      exact: words('exact'),
      prefix: words('prefix'),
      suffix: words('suffix'),
      sourceHash: String(row['source_hash'] ?? ''),
    },
    state: ANCHOR_STATES.find((state) => state === row['state']) ?? 'doubtful',
    note: words('note'),
    tags: tagsOf(row['tags']),
    createdAt,
    updatedAt: count('updated_at', createdAt),
    revision: count('revision', 1),
  });
  return mended.success ? mended.data : undefined;
}

function tagsOf(json: unknown): readonly string[] {
  const tags = parsedJson(String(json));
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}

/** What the journal says each note was last. */
export function notesOfJournal(journal: readonly SalvagedRow[]): readonly Annotation[] {
  return [...lastRows(journal).values()].flatMap(({ after }) => {
    if (!(after instanceof Uint8Array)) return [];
    try {
      return [annotationSchema.parse(JSON.parse(Buffer.from(after).toString('utf8')))];
    } catch {
      return [];
    }
  });
}

/** The last revision of each note that the journal takes away. */
export function deletedNotes(journal: readonly SalvagedRow[]): ReadonlyMap<string, number> {
  const deleted = new Map<string, number>();
  for (const [id, row] of lastRows(journal)) {
    if (row['after'] === null) deleted.set(id, Number(row['revision']));
  }
  return deleted;
}

function lastRows(journal: readonly SalvagedRow[]): ReadonlyMap<string, SalvagedRow> {
  const last = new Map<string, SalvagedRow>();
  for (const row of journal.toSorted((a, b) => Number(a['seq']) - Number(b['seq']))) {
    if (row['kind'] === 'annotation') last.set(String(row['record_id']), row);
  }
  return last;
}
