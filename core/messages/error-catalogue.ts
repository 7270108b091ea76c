import type { ErrorCode } from '../base/app-error.ts';

/**
 * Kinds of an error that need a sentence of their own: the code, a point, and the value of the parameter `reason`.
 * An error of such a code whose reason is not listed takes the sentence of the code.
 */
export const ERROR_VARIANTS = [
  'usage.command-missing',
  'usage.command-unknown',
  'usage.option-unknown',
  'usage.option-value-missing',
  'usage.option-value-wrong',
  'usage.argument-missing',
  'usage.argument-surplus',
  'pack-report-invalid.front-matter-missing',
  'pack-report-invalid.front-matter-broken',
  'pack-report-invalid.field-missing',
  'pack-report-invalid.field-wrong',
  'pack-report-invalid.field-unknown',
  'pack-report-invalid.text-empty',
  'pack-report-invalid.encoding',
  'pack-report-invalid.name',
  'pack-invalid.id',
  'pack-invalid.no-reports',
  'metadata-invalid.title',
  'metadata-invalid.date',
  'metadata-invalid.url',
  'query-bad.nothing',
  'query-bad.quote-open',
  'query-bad.or-side',
  'query-bad.too-many',
  'query-bad.too-deep',
  'query-bad.bracket-open',
  'query-bad.bracket-close',
  'query-bad.bracket-empty',
  'query-bad.value-missing',
  'query-bad.date-wrong',
  'query-bad.script-wrong',
  'query-bad.color-wrong',
  'query-bad.has-wrong',
  'query-bad.in-wrong',
  'query-bad.in-place',
  'query-bad.pattern-empty',
  'query-bad.near-side',
  'query-bad.near-distance',
  'query-bad.regex-open',
  'query-bad.regex-wrong',
  'query-bad.regex-unsupported',
  'query-bad.regex-empty',
  'query-bad.regex-large',
  'query-bad.slow',
  'report-duplicate.trash',
  'template-invalid.file',
  'template-invalid.note',
  'template-invalid.notes-missing',
  'store-locked.holder',
  'store-damaged.backup',
  'backup-invalid.expands',
] as const;
export type ErrorVariant = (typeof ERROR_VARIANTS)[number];

/** A sentence for every code and variant: what is wrong, with which file, what to do. `{name}` is a parameter. */
export type ErrorCatalogue = Readonly<Record<ErrorCode | ErrorVariant, string>>;
