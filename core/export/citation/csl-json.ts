import type { SourceScript } from '../../report/script.ts';
import { languageTag } from '../../report/script.ts';
import type { CitedWork, WorkKind } from './cited-work.ts';

const TYPES: Readonly<Record<WorkKind, string>> = {
  report: 'report',
  official: 'report',
  law: 'legislation',
  'web-page': 'webpage',
  newspaper: 'article-newspaper',
  standard: 'standard',
};

/** An item of CSL-JSON (https://docs.citationstyles.org), as Zotero, Pandoc and citation processors take it. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly language: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly publisher?: string;
  readonly number?: string;
  readonly 'container-title'?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
}

interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

/** `id` is the report's id. Fields that are empty, and dates that are none, are left out. */
export function cslItem(id: string, work: CitedWork, script: SourceScript): CslItem {
  const { kind, responsible, number, container, url } = work;
  const issued = cslDate(work.date);
  const accessed = cslDate(work.accessed);
  return {
    id,
    type: TYPES[kind],
    title: work.title,
    language: languageTag('source', script),
    ...(responsible === '' ? {} : { author: [{ literal: responsible }] }),
    ...(responsible === '' || (kind !== 'report' && kind !== 'official') ? {} : { publisher: responsible }),
    ...(number === '' ? {} : { number }),
    ...(container === '' ? {} : { 'container-title': container }),
    ...(issued === null ? {} : { issued }),
    ...(accessed === null ? {} : { accessed }),
    ...(url === '' ? {} : { URL: url }),
  };
}

function cslDate(date: string): CslDate | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(date);
  if (match === null) return null;
  return { 'date-parts': [match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]))] };
}
