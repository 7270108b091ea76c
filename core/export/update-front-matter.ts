import { isAlias, isMap, isScalar, isSeq, stringify, type Document, type Pair, type YAMLMap } from 'yaml';
import { findFrontMatter, OWN_KEYS, parseFrontMatter, writeEntry } from './front-matter.ts';
import type { FrontMatter, OwnKey } from './front-matter.ts';

/** A piece of YAML in the place of another; offsets are UTF-16 units of the YAML. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The YAML as it stands. */
interface Written {
  readonly yaml: string;
  readonly document: Document;
  readonly map: YAMLMap;
  readonly lineEnd: string;
  /** White space before each key of the map. */
  readonly indent: string;
}

/** Of a node: its value from, to, and where what follows it begins. */
type NodeRange = readonly [start: number, end: number, next: number];

/**
 * A file with our keys brought up to date. Other keys, comments, order and line ends stay byte for byte; tags that the user
 * added stay beside ours. What was made is read again: where it would not hold our values and all that the user wrote
 * (another key is an alias of one of ours, say), and where the front matter cannot be read, the file comes back as it is.
 */
export function updateFrontMatter(text: string, values: FrontMatter): string {
  const block = findFrontMatter(text);
  const document = block === null ? null : parseFrontMatter(block.yaml);
  if (block === null || document === null || !isMap(document.contents)) return text;
  const { yaml } = block;
  const map = document.contents;
  const lineEnd = yaml.includes('\r\n') ? '\r\n' : '\n';
  const written: Written = { yaml, document, map, lineEnd, indent: indentOf(yaml, map) };
  const updated = applied(yaml, changesOf(written, values));
  if (updated === yaml) return text;
  const whole = text.slice(0, block.start) + updated + text.slice(block.end);
  const isKept = findFrontMatter(whole)?.yaml === updated && holds(updated, values, written);
  return isKept ? whole : text;
}

function changesOf(written: Written, values: FrontMatter): readonly Change[] {
  const changes: Change[] = [];
  const missing: OwnKey[] = [];
  for (const key of OWN_KEYS) {
    const value = values[key];
    if (value === undefined) continue;
    const pair = written.map.items.find((item) => nameOf(item) === key);
    if (pair === undefined) missing.push(key);
    else if (typeof value === 'string') changes.push(...changeOfText(written, pair, value));
    else changes.push(...changeOfTags(written, pair, value));
  }
  return missing.length === 0 ? changes : [...changes, insertion(written, missing, values)];
}

/** From the last to the first; of two at one place the first given ends up in front. */
function applied(yaml: string, changes: readonly Change[]): string {
  return changes
    .toReversed()
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, text }) => result.slice(0, start) + text + result.slice(end), yaml);
}

/** A value that is one text. */
function changeOfText(written: Written, { value: node }: Pair, value: string): readonly Change[] {
  const present = resolved(node, written);
  const range = rangeOf(node);
  if (range === undefined || (isScalar(present) && present.value === value)) return [];
  return [inPlaceOf(written, range, isFlow(written.map) ? JSON.stringify(value) : oneLine(value))];
}

/** The tags: the user's stay as they are written, ours that are missing are added. */
function changeOfTags(written: Written, { value: node }: Pair, own: readonly string[]): readonly Change[] {
  const present = resolved(node, written);
  const tags = (isSeq(present) ? present.items : [present]).flatMap((item) => {
    const tag = resolved(item, written);
    return isScalar(tag) && tag.value !== null && tag.value !== '' ? [String(tag.value)] : [];
  });
  const missing = own.filter((tag) => !tags.includes(tag));
  const range = rangeOf(node);
  const isReadable = isSeq(present) || isScalar(present);
  if (missing.length === 0 || range === undefined || !isReadable) return [];
  const last = isSeq(node) ? rangeOf(node.items.at(-1)) : undefined;
  if (!isSeq(node) || last === undefined) {
    return [inPlaceOf(written, range, listOf(written, [...tags, ...missing]))];
  }
  if (isFlow(node)) {
    const texts = missing.map((tag) => `, ${JSON.stringify(tag)}`).join('');
    return [{ start: last[1], end: last[1], text: texts }];
  }
  const { yaml, lineEnd } = written;
  const lineFeed = yaml.indexOf('\n', Math.max(0, last[1] - 1));
  const start = lineFeed < 0 ? yaml.length : lineFeed + 1;
  const dash = /[^\S\r\n]*$/u.exec(yaml.slice(0, range[0]))?.[0] ?? '';
  const lines = missing.map((tag) => `${dash}- ${oneLine(tag)}${lineEnd}`).join('');
  return [{ start, end: start, text: lines }];
}

/** Keys that are not there yet, behind those that are. */
function insertion(
  { yaml, map, lineEnd, indent }: Written,
  keys: readonly OwnKey[],
  values: FrontMatter,
): Change {
  if (!isFlow(map)) {
    const entries = keys.map((key) => writeEntry(key, values[key], { lineEnd, indent })).join('');
    return { start: yaml.length, end: yaml.length, text: entries };
  }
  const last = map.items.at(-1);
  const end = rangeOf(last?.value)?.[1] ?? rangeOf(last?.key)?.[1];
  const texts = keys.map((key) => `${key}: ${JSON.stringify(values[key])}`).join(', ');
  const start = end ?? (rangeOf(map)?.[0] ?? 0) + 1;
  return { start, end: start, text: end === undefined ? texts : `, ${texts}` };
}

/** A value in the place of the one that stands there; a list of lines begins behind the colon. */
function inPlaceOf({ yaml }: Written, [from, end]: NodeRange, text: string): Change {
  const isLines = /^[\r\n]/u.test(text);
  const start = isLines ? yaml.slice(0, from).trimEnd().length : from;
  const before = isLines || /[\s[{]$/u.test(yaml.slice(0, start)) ? '' : ' ';
  // The text of a block ends with its line.
  const after = /\r?\n$/u.exec(yaml.slice(start, end))?.[0] ?? (yaml[end] === '#' ? ' ' : '');
  return { start, end, text: before + text + after };
}

/** A text as one line of YAML. */
function oneLine(value: string): string {
  const text = stringify(value, { lineWidth: 0 }).trimEnd();
  return /[\r\n]/u.test(text) ? JSON.stringify(value) : text;
}

function listOf({ map, lineEnd, indent }: Written, tags: readonly string[]): string {
  if (isFlow(map)) return JSON.stringify(tags);
  return tags.map((tag) => `${lineEnd}${indent}  - ${oneLine(tag)}`).join('');
}

/** Whether YAML can be read, has our values, and has all else as it was. */
function holds(yaml: string, values: FrontMatter, before: Written): boolean {
  const document = parseFrontMatter(yaml);
  if (document === null || !isMap(document.contents)) return false;
  const [now, was] = [plainOf(document), plainOf(before.document)];
  if (now === null || was === null) return false;
  const isOurs = OWN_KEYS.every((key) => {
    const [value, present] = [values[key], now[key]];
    if (value === undefined) return JSON.stringify(present) === JSON.stringify(was[key]);
    if (typeof value === 'string') return present === value;
    const tags = (Array.isArray(present) ? present : [present]).map(String);
    return value.every((tag) => tags.includes(tag));
  });
  return isOurs && othersOf(document.contents, yaml, now) === othersOf(before.map, before.yaml, was);
}

/** The keys that are not ours: what is written, and what it says. */
function othersOf(map: YAMLMap, yaml: string, plain: Readonly<Record<string, unknown>>): string {
  const others = map.items.filter((pair) => !isOwn(nameOf(pair)));
  const texts = others.map(({ key, value }) => {
    const [start, end] = [rangeOf(key)?.[0], rangeOf(value)?.[1] ?? rangeOf(key)?.[1]];
    return yaml.slice(start, end).trimEnd();
  });
  return JSON.stringify([texts, Object.entries(plain).filter(([key]) => !isOwn(key))]);
}

/** What the YAML says; null where that has no end (an alias of what it stands in, or very many). */
function plainOf(document: Document): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(JSON.stringify(document.toJS())) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

function isOwn(key: unknown): boolean {
  return OWN_KEYS.some((own) => own === key);
}

function nameOf({ key }: Pair): unknown {
  return isScalar(key) ? key.value : undefined;
}

function resolved(node: unknown, { document }: Written): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function isFlow(node: { readonly flow?: boolean | undefined }): boolean {
  return node.flow === true;
}

function indentOf(yaml: string, map: YAMLMap): string {
  const start = rangeOf(map)?.[0] ?? 0;
  return /(?<=^|\n)[^\S\r\n]*$/u.exec(yaml.slice(0, start))?.[0] ?? '';
}

function rangeOf(node: unknown): NodeRange | undefined {
  return (node as { readonly range?: NodeRange | null } | null | undefined)?.range ?? undefined;
}
