import type { CitedWork, WorkKind } from './cited-work.ts';
import { oneLine } from './cited-work.ts';

/** Entry types that BibTeX and biblatex both know. */
const ENTRY_TYPES: Readonly<Record<WorkKind, string>> = {
  report: 'techreport',
  official: 'techreport',
  law: 'misc',
  'web-page': 'misc',
  newspaper: 'article',
  standard: 'misc',
};

/** A BibTeX entry (UTF-8); `key` is the report's id. Empty fields are left out. */
export function bibtexEntry(key: string, work: CitedWork): string {
  const { kind, responsible, date } = work;
  const isReport = kind === 'report' || kind === 'official';
  const fields: readonly (readonly [name: string, value: string])[] = [
    // The outer braces keep an office from being taken for a family name and a first name.
    ['author', braced(responsible)],
    ['title', braced(work.title)],
    ['institution', isReport ? braced(responsible) : ''],
    ['journal', kind === 'newspaper' ? braced(work.container) : ''],
    ['howpublished', kind === 'newspaper' ? '' : braced(work.container)],
    ['number', braced(work.number)],
    ['year', braced(date.slice(0, 4))],
    ['date', braced(date)],
    ['url', work.url === '' ? '' : `{${bibtexUrl(work.url)}}`],
    ['urldate', braced(work.accessed)],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${ENTRY_TYPES[kind]}{${key},\n${lines.join('')}}\n`;
}

function braced(text: string): string {
  const escaped = bibtexText(text);
  return escaped === '' ? '' : `{{${escaped}}}`;
}

const MARKS: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  // BibTeX counts braces even behind a backslash, so these may not stand there as themselves.
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '^': String.raw`\textasciicircum{}`,
  '~': String.raw`\textasciitilde{}`,
  $: String.raw`\$`,
  '&': String.raw`\&`,
  '#': String.raw`\#`,
  _: String.raw`\_`,
  '%': String.raw`\%`,
};

/** A text on one line that TeX prints as it is: its marks escaped, its ligatures (`--`, `''`, `<<`) broken. */
export function bibtexText(text: string): string {
  return oneLine(text)
    .replace(/[\\{}^~$&#_%]/gu, (mark) => MARKS[mark] ?? mark)
    .replace(/([-'`<>,])(?=\1)|[?!](?=`)/gu, '$&{}');
}

/** An address as verbatim fields take it: nothing escaped, what would end the field or break it percent-encoded. */
function bibtexUrl(url: string): string {
  return url.replace(/[\s{}\\\p{Cc}]/gu, (mark) => encodeURIComponent(mark));
}
