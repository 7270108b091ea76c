import type { ReportMetadata } from '#core/report/report.ts';

/** What is wrong with a field as it was typed. */
export type FieldFault = 'title-missing' | 'date-wrong';

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** The faults of typed metadata, by field: a title must be there, a date is an ISO date or its beginning, or nothing. */
export function checkMetadata(
  metadata: ReportMetadata,
): Readonly<Partial<Record<keyof ReportMetadata, FieldFault>>> {
  return {
    ...(metadata.title.trim() === '' ? { title: 'title-missing' as const } : {}),
    ...(isDate(metadata.date.trim()) ? {} : { date: 'date-wrong' as const }),
  };
}

/** The fields that were changed, without space around them. */
export function changedMetadata(before: ReportMetadata, after: ReportMetadata): Partial<ReportMetadata> {
  const fields = Object.keys(before) as (keyof ReportMetadata)[];
  return Object.fromEntries(
    fields
      .filter((field) => after[field].trim() !== before[field])
      .map((field) => [field, after[field].trim()]),
  );
}

function isDate(written: string): boolean {
  if (written === '') return true;
  const [, year, month, day] = DATE.exec(written) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysOf(Number(year), monthNumber));
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
