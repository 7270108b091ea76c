import { isMap, isScalar, isSeq, parseDocument, stringify, type Document } from 'yaml';

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
  return `---\n${OWN_KEYS.map((key) => entry(key, values[key], '\n')).join('')}---\n`;
}

/** The `zhupi-id` of a file, null where it has none or its front matter is no YAML. */
export function readReportId(text: string): string | null {
  const block = findFrontMatter(text);
  if (block === null) return null;
  const value = parsed(block.yaml)?.get('zhupi-id');
  return typeof value === 'string' ? value : null;
}

/**
 * A file with our keys brought up to date. Other keys, comments, order and line ends stay byte for byte; tags that the user
 * added stay beside ours. A file without readable front matter comes back as it is.
 */
export function updateFrontMatter(text: string, values: FrontMatter): string {
  const block = findFrontMatter(text);
  const document = block === null ? null : parsed(block.yaml);
  if (block === null || document === null || !isMap(document.contents)) return text;
  const lineEnd = block.yaml.includes('\r\n') ? '\r\n' : '\n';
  let yaml = block.yaml;
  const missing: string[] = [];
  const changes: { start: number; end: number; text: string }[] = [];
  for (const key of OWN_KEYS) {
    const own = values[key];
    if (own === undefined) continue;
    const value = typeof own === 'string' ? own : union(own, document.get('tags'));
    const pair = document.contents.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (pair === undefined) {
      missing.push(entry(key, value, lineEnd));
    } else if (!sameValue(pair.value, value)) {
      const start = rangeOf(pair.key)?.[0];
      const end = rangeOf(pair.value)?.[1] ?? rangeOf(pair.key)?.[1];
      if (start === undefined || end === undefined) continue;
      const after = yaml.slice(0, end).endsWith('\n') ? '' : lineEnd;
      changes.push({
        start,
        end,
        text: entry(key, value, lineEnd).slice(0, after === '' ? undefined : -lineEnd.length),
      });
    }
  }
  for (const change of changes.toSorted((a, b) => b.start - a.start)) {
    yaml = yaml.slice(0, change.start) + change.text + yaml.slice(change.end);
  }
  if (missing.length > 0 && yaml !== '' && !yaml.endsWith('\n')) yaml += lineEnd;
  return text.slice(0, block.start) + yaml + missing.join('') + text.slice(block.end);
}

/** Where the text of a file begins: behind the line that closes its front matter, 0 where it has none. */
export function bodyStart(text: string): number {
  const block = findFrontMatter(text);
  if (block === null) return 0;
  const closing = /^[^\r\n]*(?:\r\n|\n|\r)?/u.exec(text.slice(block.end));
  return block.end + (closing?.[0].length ?? 0);
}

function findFrontMatter(text: string): FrontMatterBlock | null {
  const opening = /^---[ \t]*(?:\r\n|\n)/u.exec(text);
  if (opening === null) return null;
  const start = opening[0].length;
  const closing = /^---[ \t]*(?=\r?\n|$)/mu.exec(text.slice(start));
  if (closing === null) return null;
  return { yaml: text.slice(start, start + closing.index), start, end: start + closing.index };
}

function parsed(yaml: string): Document | null {
  const document = parseDocument(yaml);
  return document.errors.length > 0 ? null : document;
}

function entry(key: string, value: string | readonly string[] | undefined, lineEnd: string): string {
  if (value === undefined) return '';
  return stringify({ [key]: value }, { lineWidth: 0 }).replaceAll('\n', lineEnd);
}

function union(own: readonly string[], written: unknown): readonly string[] {
  const theirs = isSeq(written)
    ? written.items.map((item) => (isScalar(item) ? item.value : item))
    : [written];
  const strings = theirs.filter((tag): tag is string => typeof tag === 'string' && tag !== '');
  return [...new Set([...strings, ...own])];
}

function sameValue(node: unknown, value: string | readonly string[]): boolean {
  if (typeof value === 'string') return isScalar(node) && node.value === value;
  if (!isSeq(node) || node.items.length !== value.length) return false;
  return node.items.every((item, at) => isScalar(item) && item.value === value[at]);
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
  return range ?? undefined;
}
