import type { ReportMetadata } from '../../report/report.ts';

/** What a report is to a bibliography. `official` = a government document with a number of its own (国发〔2023〕1号). */
export const WORK_KINDS = ['report', 'official', 'web-page', 'newspaper', 'standard', 'law'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** A report as a bibliography sees it. Every field but the title may be empty. */
export interface CitedWork {
  readonly kind: WorkKind;
  readonly title: string;
  /** Who answers for it: the writer of a newspaper's article, else the office that issued it. */
  readonly responsible: string;
  /** Number of the document or standard. */
  readonly number: string;
  /** Where it was published: the newspaper. */
  readonly container: string;
  /** ISO 8601 date or its beginning. */
  readonly date: string;
  readonly url: string;
  /** ISO 8601 date on which it was looked at. */
  readonly accessed: string;
}

/** GB/T 25100—2010, NB/T 10386-2020, ISO 21378:2019 */
const STANDARD_NUMBER = /^(?:[A-Z]{2,6}(?:\/[A-Z]{1,6})?)\s*\d[\d.]*(?:\s*[-–—:]\s*\d{4})?$/u;
const LAW_TITLE = /^(?:中华人民共和国|中華人民共和國).*(?:法|条例|條例)$/u;
const NEWSPAPER = /(?:报|報)$/u;
const REPORT_TITLE =
  /报告|報告|公报|公報|白皮书|白皮書|规划|規劃|纲要|綱要|计划|計劃|意见|意見|方案|通知|决定|決定|讲话|講話/u;

/**
 * A report's metadata as a work, its kind told from number, title and source; `kind` overrules. `accessed` is an ISO date,
 * empty when unknown; it stands only beside an address.
 */
export function citedWork(metadata: ReportMetadata, accessed: string, kind?: WorkKind): CitedWork {
  const [title, issuer, author] = [metadata.title, metadata.issuer, metadata.author].map(oneLine);
  const number = oneLine(metadata.documentNumber);
  const source = oneLine(metadata.source);
  const url = metadata.url.trim();
  const told = kind ?? kindOf(title ?? '', number, source, url);
  const isArticle = told === 'newspaper' || told === 'web-page';
  return {
    kind: told,
    title: title ?? '',
    responsible: (isArticle ? author || issuer : issuer || author) ?? '',
    number,
    container: source,
    date: metadata.date.trim(),
    url,
    accessed: url === '' ? '' : accessed,
  };
}

function kindOf(title: string, number: string, source: string, url: string): WorkKind {
  if (STANDARD_NUMBER.test(number)) return 'standard';
  if (LAW_TITLE.test(title)) return 'law';
  if (number !== '') return 'official';
  if (NEWSPAPER.test(source)) return 'newspaper';
  return url === '' || REPORT_TITLE.test(title) ? 'report' : 'web-page';
}

/** White space and controls as one blank: a field of a bibliography is a line. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
