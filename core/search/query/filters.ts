import { BUILT_IN_CODES } from '../../annotations/codes.ts';
import type { SourceScript } from '../../report/script.ts';
import type { Filter, QueryProblem, Term } from './ast.ts';

/** What may stand before a colon. */
export const FILTER_NAMES = [
  'title',
  'issuer',
  'place',
  'date',
  'script',
  'tag',
  'color',
  'has',
  'in',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

const FIELD_BEFORE_COLON = /([a-z]+)[:：]/iuy;

/** The filter whose name and colon stand at an offset; where its value begins. */
export function filterNameAt(
  query: string,
  at: number,
): { readonly name: FilterName; readonly end: number } | null {
  FIELD_BEFORE_COLON.lastIndex = at;
  const written = FIELD_BEFORE_COLON.exec(query)?.[1]?.toLowerCase();
  const name = FILTER_NAMES.find((field) => field === (written === 'colour' ? 'color' : written));
  return name === undefined ? null : { name, end: FIELD_BEFORE_COLON.lastIndex };
}

/** The filters whose value is looked for in a text as words of the query are. */
export function textFilter(name: FilterName, term: Term): Filter | null {
  switch (name) {
    case 'title':
    case 'issuer':
      return { kind: 'metadata', field: name, term };
    case 'place':
      return { kind: 'metadata', field: 'region', term };
    case 'tag':
      return { kind: 'tag', term };
    default:
      return null;
  }
}

const HANT: readonly SourceScript[] = ['Hant', 'Hant-TW', 'Hant-HK'];

const SCRIPTS: Readonly<Record<string, readonly SourceScript[]>> = {
  hans: ['Hans'],
  hant: HANT,
  'hant-tw': ['Hant-TW'],
  'hant-hk': ['Hant-HK'],
  mixed: ['mixed'],
  none: ['none'],
  简: ['Hans'],
  簡: ['Hans'],
  繁: HANT,
};

/** Ids of the codes that the user has given a name, whatever its script, or of the code with this id. */
export type CodesNamed = (written: string) => readonly string[];

const COLORS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(BUILT_IN_CODES.map((code) => [code, code])),
  ...{ 黄: 'yellow', 黃: 'yellow', 红: 'red', 紅: 'red', 绿: 'green', 綠: 'green' },
  ...{ 蓝: 'blue', 藍: 'blue', 紫: 'purple' },
};

/** The filters whose value is one of few; what is wrong where it is none of them. */
export function valueFilter(
  name: Exclude<FilterName, 'title' | 'issuer' | 'place' | 'tag'>,
  written: string,
  codesNamed: CodesNamed,
): Filter | QueryProblem {
  const value = written.normalize('NFKC').toLowerCase();
  switch (name) {
    case 'date':
      return dateFilter(value) ?? 'date-wrong';
    case 'script': {
      const scripts = Object.hasOwn(SCRIPTS, value) ? SCRIPTS[value] : undefined;
      return scripts === undefined ? 'script-wrong' : { kind: 'script', scripts };
    }
    case 'color': {
      const builtIn = Object.hasOwn(COLORS, value) ? COLORS[value] : undefined;
      const codes = [...new Set([...(builtIn === undefined ? [] : [builtIn]), ...codesNamed(written)])];
      return codes.length === 0 ? 'color-wrong' : { kind: 'color', codes };
    }
    case 'has':
      if (value === 'note' || value === 'notes') return { kind: 'has', what: 'note' };
      return value === 'tag' || value === 'tags' ? { kind: 'has', what: 'tag' } : 'has-wrong';
    case 'in':
      return value === 'notes' || value === 'note' ? { kind: 'has', what: 'note' } : 'in-wrong';
  }
}

function dateFilter(value: string): Filter | null {
  const dots = value.indexOf('..');
  const from = dots < 0 ? isoDate(value) : isoDateOrOpen(value.slice(0, dots));
  const to = dots < 0 ? from : isoDateOrOpen(value.slice(dots + 2));
  if (from === null || to === null || (from === '' && to === '')) return null;
  const length = Math.min(from.length, to.length);
  return from.slice(0, length) > to.slice(0, length) ? null : { kind: 'date', from, to };
}

function isoDateOrOpen(written: string): string | null {
  return written === '' ? '' : isoDate(written);
}

/** `2023`, `2023-7`, `2023-07-18`, also with `/`, as ISO 8601 writes them. */
function isoDate(written: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/u.exec(written) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  const upToMonth = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return upToMonth;
  const isDay = Number(day) >= 1 && Number(day) <= new Date(Number(year), Number(month), 0).getDate();
  return isDay ? `${upToMonth}-${day.padStart(2, '0')}` : null;
}
