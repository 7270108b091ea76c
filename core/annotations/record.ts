import * as z from 'zod';

/** How sure a note's place is after its report's text changed (DESIGN 9.9). */
export const ANCHOR_STATES = ['exact', 'moved', 'doubtful', 'orphan'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

export const ANNOTATION_KINDS = ['highlight', 'underline', 'note', 'bookmark'] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/** Version of {@link annotationSchema}; raise it together with a migration in migrate-record.ts. */
export const ANNOTATION_SCHEMA_VERSION = 1;

/** UTF-16 offsets in the source text, and slices of it: TextPositionSelector and TextQuoteSelector in one. */
export const anchorSchema = z
  .object({
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
    exact: z.string(),
    /** Up to 32 UTF-16 units before and after, never cutting a surrogate pair. */
    prefix: z.string(),
    suffix: z.string(),
    /** Hex SHA-256 of the source text (UTF-8) that the offsets count in. */
    sourceHash: z.string(),
  })
  .refine((anchor) => anchor.start <= anchor.end, 'start is behind end');
export type Anchor = Readonly<z.infer<typeof anchorSchema>>;

/**
 * A note as it is stored. Nothing in it depends on the script or the repairs that were shown when it was made. How much one may
 * hold is asked where it is written (note-limits.ts): a note that is there must stay readable.
 */
export const annotationSchema = z.object({
  schemaVersion: z.literal(ANNOTATION_SCHEMA_VERSION),
  /** `n` + 16 random [a-z0-9]: an Obsidian block id. */
  id: z.string().regex(/^n[a-z0-9]{16}$/u),
  reportId: z.string(),
  kind: z.enum(ANNOTATION_KINDS),
  code: z.string(),
  anchor: anchorSchema,
  state: z.enum(ANCHOR_STATES),
  /** The user's own words, Markdown. */
  note: z.string(),
  tags: z.array(z.string()),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  updatedAt: z.number(),
  /** 1 when made, one more with each change. A write names the revision it saw. */
  revision: z.number().int().positive(),
});
export type Annotation = Readonly<z.infer<typeof annotationSchema>>;

/** What a user may change of a note, within the limits of note-limits.ts. */
export const annotationChangeSchema = z.object({
  code: z.string().optional(),
  note: z.string().optional(),
  tags: z.array(z.string()).optional(),
});
export type AnnotationChange = Readonly<z.infer<typeof annotationChangeSchema>>;
