import * as z from 'zod';

/** Version of the layout of a backup file. */
export const ARCHIVE_SCHEMA_VERSION = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const size = z.number().int().nonnegative();

/**
 * What a backup file (a zip) holds beside its manifest: the database, and each file as it was imported under its SHA-256.
 * Nothing else may stand in it.
 */
export const archiveManifestSchema = z.object({
  zhupi: z.literal('backup'),
  schema: z.number().int().positive(),
  /** Milliseconds since 1970. */
  madeAt: z.number(),
  database: z.object({ hash, size, schemaVersion: z.number().int().positive() }),
  reports: size,
  notes: size,
  originals: z.array(z.object({ hash, size })),
  /** Originals that the library should have had and had not, or had damaged, when the backup was made. */
  missing: z.array(hash),
});
export type ArchiveManifest = Readonly<z.infer<typeof archiveManifestSchema>>;

export const ARCHIVE_PARTS = {
  manifest: 'manifest.json',
  database: 'zhupi.db',
  original: (bytesHash: string) => `originals/${bytesHash.slice(0, 2)}/${bytesHash}`,
} as const;

/** Limits against a file that swells when it is unpacked: what a manifest takes, and how far the rest may shrink. */
export const ARCHIVE_LIMITS = {
  manifestBytes: 64 * 1024 * 1024,
  /** Texts and pages of a database shrink to a tenth, hardly to a hundredth. */
  ratio: 200,
  /** A small library is mostly empty pages. */
  freeBytes: 64 * 1024 * 1024,
} as const;
