/**
 * What found a field of a report's metadata. `user`: she wrote it herself. `document`: what the file says of itself (the
 * head of a page, a book's own data). The others are rules of core/text/metadata.
 */
export type MetadataRule =
  | 'user'
  | 'front-matter'
  | 'document'
  | 'document-name'
  | 'file-name'
  | 'page-furniture'
  | 'heading'
  | 'headline'
  | 'first-sentence'
  | 'title'
  | 'red-head'
  | 'signature'
  | 'occasion-line'
  | 'most-mentioned'
  | 'change-line'
  | 'date-line'
  | 'event-line'
  | 'number-line'
  | 'organ-line'
  | 'speaker-line'
  | 'subject-line';

export const METADATA_FIELDS = [
  'title',
  'issuer',
  'region',
  'date',
  'documentNumber',
  'source',
  'url',
  'author',
  'editor',
] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** A value with the rule that found it; null for an empty value. */
export interface Found {
  readonly value: string;
  readonly rule: MetadataRule | null;
}

/** Nothing was found. */
export const NOT_FOUND: Found = { value: '', rule: null };

/** What a rule found; nothing when the value is empty or missing. */
export function foundBy(rule: MetadataRule, value: string | undefined): Found {
  return value === undefined || value === '' ? NOT_FOUND : { value, rule };
}

/** The first of several ways to find a field that found something. */
export function firstFound(...ways: readonly (() => Found)[]): Found {
  for (const way of ways) {
    const found = way();
    if (found.rule !== null) return found;
  }
  return NOT_FOUND;
}
