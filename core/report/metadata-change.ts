import { ZhupiError } from '../base/app-error.ts';
import type { MetadataField } from './metadata-rules.ts';

/** Fields that a user may change; what is left out, or undefined, stays. */
export type MetadataChange = { readonly [Field in MetadataField]?: string | undefined };

/** UTF-16 units that a field can hold. */
const LONGEST = 2000;

/** A year, a month or a day. */
const DATE = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/u;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The fields of a change as they are stored: white space at the ends off, on one line, without characters that turn or
 * break the line. Throws `metadata-invalid` for a title that is empty, a date or a web address that is none, and a field
 * that is too long.
 */
export function cleanMetadata(change: MetadataChange): Partial<Record<MetadataField, string>> {
  const clean: Partial<Record<MetadataField, string>> = {};
  for (const [name, given] of Object.entries(change)) {
    if (given === undefined) continue;
    const field = name as MetadataField;
    const value = given
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
      .trim();
    requireField(field, value);
    clean[field] = value;
  }
  return clean;
}

function requireField(field: MetadataField, value: string): void {
  const refuse = (reason: string): never => {
    throw new ZhupiError('metadata-invalid', { field, value: value.slice(0, 100), reason });
  };
  if (value.length > LONGEST) refuse('length');
  if (field === 'title' && value === '') refuse('title');
  if (field === 'date' && value !== '' && !isReportDate(value)) refuse('date');
  if (field === 'url' && value !== '' && !/^https?:\/\/[^\s/]/iu.test(value)) refuse('url');
}

/** Whether a text is a day of the calendar, a month or a year as ISO 8601 writes them. */
export function isReportDate(value: string): boolean {
  const groups = DATE.exec(value)?.groups;
  if (groups === undefined) return false;
  const [year, month, day] = [groups['year'], groups['month'], groups['day']].map((part) =>
    Number(part ?? 1),
  );
  if (year === undefined || month === undefined || day === undefined) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}
