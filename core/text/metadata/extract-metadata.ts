import {
  firstFound,
  foundBy,
  METADATA_FIELDS,
  NOT_FOUND,
  type Found,
  type MetadataField,
} from '../../report/metadata-rules.ts';
import { EMPTY_METADATA } from '../../report/report.ts';
import type { ReportMetadata, SourceFormat } from '../../report/report.ts';
import type { Block } from '../block.ts';
import type { Edit } from '../edit.ts';
import { filledLines } from '../repair/lines.ts';
import { creditsOf } from './credits.ts';
import { documentNumberOf } from './document-number.ts';
import { frontMatterOf } from './front-matter.ts';
import { FRONT_MATTER_KEYS, plainKey } from './front-matter-keys.ts';
import { issuerOf } from './issuer.ts';
import { regionOf } from './region.ts';
import { reportDate } from './report-date.ts';
import { reportTitle } from './report-title.ts';
import { speakerIn } from './speaker.ts';
import { dateIn } from './written-date.ts';

const HEAD_LINES = 5;
const ADDRESS = /^https?:\/\/\S+$/iu;

/** What the metadata need of a reading text; see reading.ts. */
interface ReadText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** 新华社北京3月12日电（记者 张三、李四）, 本报讯（记者张三 通讯员李四）: how news begin. */
const DATELINE =
  /^.{0,20}(?:电|電|讯|訊)\s*[（(](?:本[报報]|通[讯訊]社)?(?:[记記]者)[\s：:]*([^（()）]{2,30})[）)]/u;

/** The authors that the first line of news names, labels between them left out. */
function datelineAuthor(head: readonly string[]): string {
  const named = head.map((line) => DATELINE.exec(line.trim())?.[1]).find((found) => found !== undefined);
  const words = (named ?? '').split(/(?:通[讯訊][员員]|[记記]者)|[\s、，,]+/u);
  return words.filter((word) => word !== '').join('、');
}

/** The labelled issuer, but with its region where the text has it: 市人民政府办公室 on a page of its own site. */
function wholeName(labelled: Found, inText: Found): Found {
  return labelled.rule === null || inText.value.endsWith(labelled.value) ? inText : labelled;
}

type FoundFields = Readonly<Record<MetadataField, Found>>;

/** What page and text say: furniture first, since it was made to say it; else the head of the text. */
function fromText(
  source: string,
  reading: ReadText,
  format: SourceFormat,
  left: readonly Edit[],
): FoundFields {
  const credits = creditsOf(source, format, left);
  const all = (field: 'date' | 'author' | 'editor'): readonly string[] => credits.get(field) ?? [];
  const first = (field: 'source' | 'issuer' | 'documentNumber' | 'url'): Found =>
    foundBy('page-furniture', credits.get(field)?.[0]);
  const lines = filledLines(reading.text).map((line) => line.text);
  const head = lines.slice(0, HEAD_LINES);
  const title = reportTitle(reading.text, reading.blocks, format === 'md');
  const speaker = speakerIn(lines);
  const issuer = wholeName(
    first('issuer'),
    issuerOf({ title: title.value, text: reading.text, speaker }, lines),
  );
  return {
    title,
    issuer,
    region: regionOf(
      { title: title.value, isSentence: title.rule === 'first-sentence', issuer, text: reading.text },
      head,
    ),
    date: reportDate(all('date'), lines, title.value),
    documentNumber: documentNumberOf(first('documentNumber').value, lines),
    source: first('source'),
    url: first('url'),
    author: firstFound(
      () => foundBy('page-furniture', all('author').join('、')),
      () => foundBy('speaker-line', speaker?.name),
      () => foundBy('first-sentence', datelineAuthor(head)),
    ),
    editor: foundBy('page-furniture', all('editor').join('、')),
  };
}

/**
 * What a report says about itself, and which rule found it. Front matter of Markdown (title, issuer, place, date, source,
 * url, author, editor, documentNumber) goes before what is found in the text. Unknown fields are empty. Title and region stand
 * as in the reading text; without a reading (or with an empty one) only front matter and furniture are read.
 * @param left what the adapter of a document leaves out of its text; it may say who issued the text, and when
 */
export function extractMetadata(
  source: string,
  reading: ReadText | undefined,
  format: SourceFormat,
  left: readonly Edit[] = [],
): ReportMetadata {
  const found = fromText(source, reading ?? { text: '', blocks: [] }, format, left);
  if (format !== 'md') return metadataOf(found);
  const given = new Map([...frontMatterOf(source)].map(([key, value]) => [plainKey(key), value]));
  return metadataOf(withFrontMatter(found, given));
}

/** The fields, those that the front matter names as it says them: a key that is there counts even where it says nothing. */
function withFrontMatter(found: FoundFields, given: ReadonlyMap<string, string>): FoundFields {
  const pick = (field: MetadataField): Found => {
    const key = FRONT_MATTER_KEYS[field].find((one) => given.has(one));
    if (key === undefined) return found[field];
    const value = (given.get(key) ?? '').replaceAll(/\[\[([^[\]]*)\]\]/gu, '$1');
    return foundBy('front-matter', field === 'date' ? isoBeginning(value) : value);
  };
  const picked = Object.fromEntries(METADATA_FIELDS.map((field) => [field, pick(field)])) as {
    [Field in MetadataField]: Found;
  };
  // Clippers of web pages call the address the source.
  const { source, url } = picked;
  return url.value === '' && ADDRESS.test(source.value)
    ? { ...picked, source: NOT_FOUND, url: source }
    : picked;
}

/** The values, and beside them the rules of those that are known. */
function metadataOf(found: FoundFields): ReportMetadata {
  const rules = METADATA_FIELDS.flatMap((field) => {
    const { rule } = found[field];
    return rule === null ? [] : [[field, rule] as const];
  });
  const values = METADATA_FIELDS.map((field) => [field, found[field].value] as const);
  return { ...EMPTY_METADATA, ...Object.fromEntries(values), foundBy: Object.fromEntries(rules) };
}

/** A date of front matter as ISO 8601 or its beginning; empty when it is neither. */
function isoBeginning(written: string): string {
  const text = written.trim();
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(text)) return text;
  return dateIn(text) || (/^\d{4}年?$/u.exec(text)?.[0].slice(0, 4) ?? '');
}
