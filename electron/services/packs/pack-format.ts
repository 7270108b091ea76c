import * as z from 'zod';
import type { PackText } from '#core/search/pack-index.ts';
import { editSchema } from '#core/text/edit.ts';

/** Version of the layout of a pack file. A pack of another version is refused. */
export const PACK_SCHEMA_VERSION = 1;

export const PACK_EXTENSION = '.zhupipack';

/** DESIGN 9.14. Characters are UTF-16 units of the source texts. */
export const PACK_LIMITS = { reports: 200, chars: 1_000_000 } as const;

/** A pack id and the slug of a report in it: parts of report ids, file names and links. */
const name = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);

/** Whether a word can name a pack or a report in it. */
export function isPackName(word: string): boolean {
  return name.safeParse(word).success;
}

export const packManifestSchema = z.object({
  schema: z.literal(PACK_SCHEMA_VERSION),
  packId: name,
  version: z.string().min(1).max(80),
  title: z.string().min(1).max(400),
  /** The repair rules that reading texts, edits and index were made with. */
  ruleSetVersion: z.number().int().nonnegative(),
  /** In the order of their slugs. */
  reports: z
    .array(
      z.object({
        slug: name,
        /** UTF-16 units of the reading text. */
        chars: z.number().int().nonnegative(),
        /** Hex SHA-256 of the source text. */
        sourceHash: z.string().regex(/^[0-9a-f]{64}$/u),
      }),
    )
    .min(1)
    .max(PACK_LIMITS.reports),
});
export type PackManifest = Readonly<z.infer<typeof packManifestSchema>>;

/** Edits of every report, by slug: they belong to the rule set of the manifest, whatever the program's own is. */
export const packEditsSchema = z.record(z.string(), z.array(editSchema));

const tokenCount = z.number().int().nonnegative();

/** Tokens in each report by field, by report id: lunr keeps none, and ranking needs them. */
export const packLengthsSchema = z.record(
  z.string(),
  z.object({ title: tokenCount, headings: tokenCount, text: tokenCount }),
);
export type PackLengths = Readonly<z.infer<typeof packLengthsSchema>>;

/** Names of a pack's parts. */
export const PACK_PARTS = {
  manifest: 'manifest.json',
  edits: 'edits.json',
  index: 'index.json',
  lengths: 'lengths.json',
  report: (slug: string) => `reports/${slug}.md`,
} as const;

/** The id that a report of a pack has on every machine and in every version of the pack. */
export function packReportId(packId: string, slug: string): string {
  return `p-${packId}-${slug}`;
}

/** The serialised index as core/search makes and loads it, and the length of each report in tokens. */
export interface BuiltPackIndex {
  /** Plain JSON data. */
  readonly index: unknown;
  readonly lengths: PackLengths;
}

/** The port of the search room. Must give equal data for equal texts, in any process. */
export type BuildPackIndex = (texts: readonly PackText[]) => Promise<BuiltPackIndex>;
