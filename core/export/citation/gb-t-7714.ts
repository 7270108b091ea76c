import { assertNever } from '../../base/assert-never.ts';
import type { CitedWork } from './cited-work.ts';

/** GB/T 7714—2025 is in force since 2026-07-01; journals and theses that began before keep to 2015. */
export const GB_T_7714_EDITIONS = ['2025', '2015'] as const;
export type GbT7714Edition = (typeof GB_T_7714_EDITIONS)[number];

/**
 * An entry of a list of references by GB/T 7714, numeric style, without its number. What a work does not say is left out
 * with its punctuation. 2015: half-width marks, date of access behind every address. 2025: full-width marks, date of
 * access on web pages only, standards by their number and without an author.
 *
 * Made after the examples that both editions' users publish (the tests of the styles at zotero-chinese), since the text of
 * the standard may not be copied.
 */
export function gbT7714(work: CitedWork, edition: GbT7714Edition): string {
  const { kind } = work;
  switch (kind) {
    case 'standard':
      return edition === '2025' ? standard2025(work) : standard2015(work);
    case 'newspaper':
      return newspaper(work, edition);
    case 'report':
    case 'official':
    case 'law':
    case 'web-page':
      return document(work, edition);
    default:
      return assertNever(kind);
  }
}

/** Types of documents; official documents and laws are among the archives, as in the example of the edition of 2015. */
const TYPES: Readonly<Record<CitedWork['kind'], string>> = {
  report: 'R',
  official: 'A',
  law: 'A',
  'web-page': 'EB',
  newspaper: 'N',
  standard: 'S',
};

/** [R] on paper, [R/OL] with an address; a web page is nowhere else. */
function typeOf({ kind, url }: CitedWork): string {
  return `[${TYPES[kind]}${url === '' && kind !== 'web-page' ? '' : '/OL'}]`;
}

function document(work: CitedWork, edition: GbT7714Edition): string {
  const { date, url } = work;
  const title = `${titled(work, edition)}${typeOf(work)}`;
  if (edition === '2025' && work.kind !== 'web-page') return entry(work.responsible, title, date, url);
  const published = url === '' || date === '' ? date : edition === '2025' ? `（${date}）` : `(${date})`;
  return entry(work.responsible, title, published + accessed(work), url);
}

function newspaper(work: CitedWork, edition: GbT7714Edition): string {
  const comma = edition === '2025' ? '，' : ', ';
  const place = [work.container, work.date].filter((part) => part !== '').join(comma);
  const seen = edition === '2025' ? '' : accessed(work);
  return entry(work.responsible, `${work.title}${typeOf(work)}`, place + seen, work.url);
}

function standard2015(work: CitedWork): string {
  const title = `${titled(work, '2015')}${typeOf(work)}`;
  return entry(work.responsible, title, work.date.slice(0, 4) + accessed(work), work.url);
}

function standard2025(work: CitedWork): string {
  const title = [work.number, work.title].filter((part) => part !== '').join(' ');
  return entry('', `${title}${typeOf(work)}`, work.date.slice(0, 4), work.url);
}

function titled({ title, number }: CitedWork, edition: GbT7714Edition): string {
  if (number === '') return title;
  return `${title}${edition === '2025' ? '：' : ': '}${number}`;
}

function accessed({ accessed: date }: CitedWork): string {
  return date === '' ? '' : `[${date}]`;
}

/** Elements joined by a full stop and a blank; one that ends in a full stop of its own gets no other. */
function entry(...elements: readonly string[]): string {
  const parts = elements.filter((element) => element !== '').map((element) => element.replace(/\.+$/u, ''));
  return `${parts.join('. ')}.`;
}
