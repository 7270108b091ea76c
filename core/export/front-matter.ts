import { parseDocument, stringify, type Document } from 'yaml';

/** Keys of the front matter that Zhupi writes; every other key is the user's (DESIGN 9.22). */
export const OWN_KEYS = ['title', 'issuer', 'place', 'date', 'source', 'tags', 'zhupi-id'] as const;
export type OwnKey = (typeof OWN_KEYS)[number];

/** Values of our keys; a key that is left out is neither written nor changed. */
export interface FrontMatter extends Readonly<Partial<Record<Exclude<OwnKey, 'tags'>, string>>> {
  readonly 'zhupi-id': string;
  readonly tags?: readonly string[];
}

/** The YAML block at the head of a Markdown file. Offsets are UTF-16 units of the file without its byte order mark. */
interface FrontMatterBlock {
  /** The YAML between the two `---` lines. */
  readonly yaml: string;
  readonly start: number;
  readonly end: number;
}

/** The front matter of a new file, with its `---` lines and LF. */
export function writeFrontMatter(values: FrontMatter): string {
  return `---\n${OWN_KEYS.map((key) => writeEntry(key, values[key])).join('')}---\n`;
}

/**
 * The `zhupi-id` of a file, null where it has none. Front matter that the user has broken (a key twice, a quotation mark
 * that is not closed) still names its report in the line that we wrote.
 */
export function readReportId(text: string): string | null {
  const block = findFrontMatter(text);
  if (block === null) return null;
  const document = parseFrontMatter(block.yaml);
  if (document === null) return idInLines(block.yaml);
  const value = document.get('zhupi-id');
  return typeof value === 'string' ? value : null;
}

function idInLines(yaml: string): string | null {
  const lines = yaml.matchAll(/^zhupi-id:[ \t]+(["']?)([\w-]+)\1[ \t]*\r?$/gmu);
  const ids = new Set(Array.from(lines, (line) => line[2] ?? ''));
  const [id] = ids;
  return ids.size === 1 && id !== undefined ? id : null;
}

/** Where the text of a file begins: behind the line that closes its front matter, 0 where it has none. */
export function bodyStart(text: string): number {
  const block = findFrontMatter(text);
  if (block === null) return 0;
  const closing = /^[^\r\n]*(?:\r\n|\n|\r)?/u.exec(text.slice(block.end));
  return block.end + (closing?.[0].length ?? 0);
}

/** The front matter at the head of a file; null where it has none. */
export function findFrontMatter(text: string): FrontMatterBlock | null {
  const opening = /^---[ \t]*(?:\r\n|\n)/u.exec(text);
  if (opening === null) return null;
  const start = opening[0].length;
  const closing = /^---[ \t]*(?=\r?\n|$)/mu.exec(text.slice(start));
  if (closing === null) return null;
  return { yaml: text.slice(start, start + closing.index), start, end: start + closing.index };
}

/** YAML as a document that remembers how it is written; null where it cannot be read. */
export function parseFrontMatter(yaml: string): Document | null {
  const document = parseDocument(yaml, { logLevel: 'error' });
  return document.errors.length > 0 ? null : document;
}

/** A key and its value as lines of YAML. */
export function writeEntry(
  key: OwnKey,
  value: string | readonly string[] | undefined,
  { lineEnd = '\n', indent = '' }: { readonly lineEnd?: string; readonly indent?: string } = {},
): string {
  if (value === undefined) return '';
  return stringify({ [key]: value }, { lineWidth: 0 })
    .replaceAll(/^(?=[^\n])/gmu, indent)
    .replaceAll('\n', lineEnd);
}
