import { Parser } from 'htmlparser2';
import type { MetadataField } from '#core/report/metadata-rules.ts';
import type { ReportMetadata } from '#core/report/report.ts';
import { dateIn } from '#core/text/metadata/written-date.ts';

/** What the head of a page says: fields that are certain, and a name for a page whose text has no title. */
export interface HtmlMetadata {
  readonly fields: Partial<ReportMetadata>;
  readonly name: string;
  /** All that it calls the page, the likeliest first, the names of site and column behind some. */
  readonly titles: readonly string[];
}

/** Names that government sites (《政府网站发展指引》), news pages (Open Graph, JSON-LD) and libraries (Dublin Core) use. */
const NAMES: Readonly<Record<Exclude<MetadataField, 'region' | 'documentNumber'>, readonly string[]>> = {
  title: ['articletitle', 'dc.title', 'citation_title'],
  date: [
    'pubdate',
    'publishdate',
    'article:published_time',
    'dc.date',
    'dc.date.issued',
    'date',
    'ld:datepublished',
  ],
  source: ['contentsource', 'dc.source', 'source', 'ld:publisher'],
  url: ['url', 'og:url', 'ld:url'],
  author: ['author', 'dc.creator', 'article:author', 'ld:author'],
  editor: ['editor', 'dc.contributor'],
  issuer: ['dc.publisher'],
};
const NAME_KEYS = ['og:title', 'twitter:title', 'ld:headline'];
const LONGEST_VALUE = 1000;
const LONGEST_SCRIPT = 100_000;

/** Reads `<meta>`, `<title>`, the canonical address and JSON-LD. Addresses are text; nothing is asked for. */
export function htmlMetadata(html: string): HtmlMetadata {
  const values = new Map<string, string>();
  const put = (key: string, value: string | undefined): void => {
    const text = (value ?? '').slice(0, LONGEST_VALUE).replace(/\s+/gu, ' ').trim();
    const name = key.toLowerCase();
    if (text !== '' && !values.has(name)) values.set(name, text);
  };
  let inside = '';
  let text = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'meta') put(attributes['name'] ?? attributes['property'] ?? '', attributes['content']);
      else if (name === 'link' && attributes['rel'] === 'canonical') put('og:url', attributes['href']);
      const isData = name === 'script' && attributes['type']?.toLowerCase() === 'application/ld+json';
      if (isData || (name === 'title' && !values.has('title'))) [inside, text] = [name, ''];
    },
    ontext(piece) {
      if (inside !== '' && text.length < LONGEST_SCRIPT) text += piece;
    },
    onclosetag(name) {
      if (name !== inside) return;
      if (name === 'title') put('title', text);
      else readLinkedData(text, put);
      inside = '';
    },
  });
  parser.write(html);
  parser.end();
  return fieldsOf(values);
}

function fieldsOf(values: ReadonlyMap<string, string>): HtmlMetadata {
  const first = (keys: readonly string[]): string =>
    keys.map((key) => values.get(key) ?? '').find((value) => value !== '') ?? '';
  const fields: { [Key in MetadataField]?: string } = {};
  for (const key of Object.keys(NAMES) as (keyof typeof NAMES)[]) {
    const clean = NAMES[key].map((name) => cleanValue(key, values.get(name) ?? ''));
    const value = clean.find((one) => one !== '');
    if (value !== undefined) fields[key] = value;
  }
  const title = values.get('title') ?? '';
  const name = first(NAME_KEYS) || title.replace(/(?<=.{6})\s*[-_|–—]+[^-_|–—]{2,40}$/u, '');
  return { fields, name, titles: [fields.title ?? '', name, title].filter((one) => one !== '') };
}

/** What a template writes where nobody wrote a name: numbers, its own program, a maker of web sites. */
const NO_NAME =
  /^(?:admin|administrator|webmaster|master|author|editor|root|null|undefined|本站|本站原创|佚名|未知)$|(?:科技|网络|软件|信息技术)(?:股份)?(?:有限)?公司$/iu;
/** A label that is written again in the value. */
const LABEL = /^(?:文章|信息|稿件)?(?:来源|來源|作者|编辑|編輯|责任编辑|责编)\s*[:：]\s*/u;
const NAMES_ONLY: ReadonlySet<string> = new Set(['source', 'author', 'editor', 'issuer']);

function cleanValue(key: string, value: string): string {
  if (key === 'date') return dateIn(value);
  if (key === 'url') return webAddress(value);
  if (!NAMES_ONLY.has(key)) return value;
  const name = value.replace(LABEL, '').trim();
  return /\p{L}/u.test(name) && !NO_NAME.test(name) && !/^https?:/iu.test(name) ? name : '';
}

/** Only addresses of the web: a page may call anything its address. */
function webAddress(value: string): string {
  return /^https?:\/\/[^\s"'<>]+$/iu.test(value) ? value : '';
}

function readLinkedData(json: string, put: (key: string, value: string | undefined) => void): void {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return;
  }
  const list: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  for (const one of list.slice(0, 20)) {
    if (typeof one !== 'object' || one === null) continue;
    const record = one as Readonly<Record<string, unknown>>;
    if (!/Article|Report|WebPage/u.test(String(record['@type'] ?? ''))) continue;
    put('ld:headline', nameOf(record['headline']));
    put('ld:datepublished', nameOf(record['datePublished']));
    put('ld:author', nameOf(record['author']));
    put('ld:publisher', nameOf(record['publisher']));
    put('ld:url', nameOf(record['url']));
  }
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.slice(0, 10).map(nameOf).filter(Boolean).join('、');
  if (typeof value !== 'object' || value === null) return '';
  const { name } = value as { readonly name?: unknown };
  return typeof name === 'string' ? name : '';
}
