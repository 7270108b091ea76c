import { EMPTY_METADATA } from '../../report/report.ts';
import type { ReportMetadata, SourceFormat } from '../../report/report.ts';
import type { Block } from '../block.ts';
import { filledLines } from '../repair/lines.ts';
import { creditsOf } from './credits.ts';
import { documentNumberOf } from './document-number.ts';
import { frontMatterOf } from './front-matter.ts';
import { issuerOf } from './issuer.ts';
import { regionOf } from './region.ts';
import { dateIn, reportDate } from './report-date.ts';
import { reportTitle } from './report-title.ts';

const HEAD_LINES = 5;

/** What the metadata need of a reading text; see reading.ts. */
interface ReadText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** What page and text say: furniture first, since it was made to say it; else the head of the text. */
function fromText(source: string, reading: ReadText, format: SourceFormat): ReportMetadata {
  const credits = format === 'txt' ? creditsOf(source) : new Map<never, never>();
  const first = (field: 'source' | 'issuer' | 'documentNumber' | 'url'): string =>
    credits.get(field)?.[0] ?? '';
  const lines = filledLines(reading.text).map((line) => line.text);
  const head = lines.slice(0, HEAD_LINES);
  const title = reportTitle(reading.text, reading.blocks, format === 'md');
  return {
    title,
    issuer: first('issuer') === '' ? issuerOf(title, lines, reading.text) : first('issuer'),
    region: regionOf(title, head, reading.text),
    date: reportDate(credits.get('date') ?? [], lines, title),
    documentNumber: documentNumberOf(first('documentNumber'), lines),
    source: first('source'),
    url: first('url'),
    author: (credits.get('author') ?? []).join('、'),
    editor: (credits.get('editor') ?? []).join('、'),
  };
}

/**
 * What a report says about itself. Front matter of Markdown (title, issuer, place, date, source, url, author, editor,
 * documentNumber) goes before what is found in the text. Unknown fields are empty. Title and region stand as in the reading
 * text; without a reading (or with an empty one) only front matter and furniture are read.
 */
export function extractMetadata(
  source: string,
  reading: ReadText | undefined,
  format: SourceFormat,
): ReportMetadata {
  const found = fromText(source, reading ?? { text: '', blocks: [] }, format);
  if (format !== 'md') return found;
  const given = frontMatterOf(source);
  const pick = (key: string, fallback: string): string => given.get(key) ?? fallback;
  const date = given.get('date');
  return {
    ...EMPTY_METADATA,
    title: pick('title', found.title),
    issuer: pick('issuer', found.issuer),
    region: pick('place', pick('region', found.region)),
    date: date === undefined ? found.date : isoBeginning(date),
    documentNumber: pick('documentNumber', found.documentNumber),
    source: pick('source', pick('sourceNote', found.source)),
    url: pick('url', found.url),
    author: pick('author', found.author),
    editor: pick('editor', found.editor),
  };
}

/** A date of front matter as ISO 8601 or its beginning; empty when it is neither. */
function isoBeginning(written: string): string {
  const text = written.trim();
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(text)) return text;
  return dateIn(text) || (/^\d{4}年?$/u.exec(text)?.[0].slice(0, 4) ?? '');
}
