import * as z from 'zod';
import { ANNOTATION_SCHEMA_VERSION, annotationSchema, type Annotation } from './record.ts';

type Migration = (record: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** From version n to n + 1, by n. Version 1 is the first, so there is none yet. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {};

const versioned = z.looseObject({ schemaVersion: z.number().int().positive() });

/**
 * A record of any version that Zhupi ever wrote (in a journal row, a backup, a merge), as the current version.
 * Throws a ZodError for what is no record, or a record of a newer Zhupi.
 */
export function migrateAnnotation(raw: unknown): Annotation {
  let record = versioned.parse(raw);
  for (let version = record.schemaVersion; version < ANNOTATION_SCHEMA_VERSION; version += 1) {
    const migration = MIGRATIONS[version];
    if (migration === undefined) throw new Error(`no migration from annotation version ${String(version)}`);
    record = versioned.parse({ ...migration(record), schemaVersion: version + 1 });
  }
  return annotationSchema.parse(record);
}
