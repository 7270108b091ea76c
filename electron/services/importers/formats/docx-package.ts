import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import { withWordPrefixes } from './docx-namespaces.ts';
import { decodeHtml } from './html-charset.ts';
import { walkXml } from './xml-walk.ts';
import type { ZipArchive } from './zip-archive.ts';

/** XML of a document that may be read; a report of a million characters has about 10 MB. */
const MOST_XML_BYTES = 48 * 1024 * 1024;
/** Tags in it: the parser needs about 5 seconds for a million. */
const MOST_TAGS = 1_000_000;
const MOST_DEPTH = 500;

type Parts = ReadonlyMap<string, Uint8Array>;

/** The parts of a Word file, all checked, their XML in UTF-8 with Word's own prefixes; other parts are empty. */
export class DocxPackage {
  readonly parts: Parts;
  /** The part that holds the text. */
  readonly main: string;

  constructor(parts: Parts) {
    this.parts = parts;
    const [main] = this.#targets('', 'officeDocument');
    this.main = main ?? 'word/document.xml';
  }

  /** The XML of a part; empty where there is none. */
  xml(name: string): string {
    const bytes = this.parts.get(name);
    return bytes === undefined ? '' : decodeHtml(bytes).text;
  }

  /** The part that the text names for something (numbering, footnotes); where it names none, the one of the usual name. */
  related(sort: string): string {
    return this.#targets(this.main, sort)[0] ?? `word/${sort}.xml`;
  }

  /** All parts of a sort (header, footer): those that the text names and those of the usual names, in the order of the file. */
  all(sort: string): readonly string[] {
    const named = new Set(this.#targets(this.main, sort));
    const usual = new RegExp(`^word/${sort}\\d*\\.xml$`, 'u');
    return [...this.parts.keys()].filter((name) => named.has(name) || usual.test(name));
  }

  /** What a part leads to, by the ids that it uses. */
  relationIds(part: string): ReadonlySet<string> {
    return new Set(this.#relations(part).map(({ id }) => id));
  }

  #targets(part: string, sort: string): readonly string[] {
    const found = this.#relations(part).filter(({ type }) => type.endsWith(`/${sort}`));
    return found.map(({ target }) => target).filter((target) => this.parts.has(target));
  }

  #relations(
    part: string,
  ): readonly { readonly id: string; readonly type: string; readonly target: string }[] {
    const { dir, base } = path.posix.parse(part);
    const found: { id: string; type: string; target: string }[] = [];
    walkXml(this.xml(path.posix.join(dir, '_rels', `${base}.rels`)), {
      open: (name, { Id = '', Type = '', Target = '' }) => {
        if (!/^(?:\w+:)?Relationship$/u.test(name)) return;
        const target = Target.startsWith('/') ? Target.slice(1) : path.posix.join(dir, Target);
        found.push({ id: Id, type: Type, target });
      },
    });
    return found;
  }
}

/** Opens a Word file. Throws `file-damaged`, `file-expands`, `file-encrypted`, `file-too-complex`. */
export async function openDocx(archive: ZipArchive): Promise<DocxPackage> {
  if (!archive.has('[Content_Types].xml')) throw new ZhupiError('file-damaged');
  const parts = new Map<string, Uint8Array>();
  let size = 0;
  for (const name of archive.names) {
    if (name.endsWith('/')) continue;
    if (!/\.(?:xml|rels)$/iu.test(name)) {
      parts.set(name, new Uint8Array());
      continue;
    }
    const part = await archive.read(name);
    if (part === undefined) continue;
    size += part.length;
    if (size > MOST_XML_BYTES) throw new ZhupiError('file-too-complex');
    const xml = inUtf8(part);
    requireSoundXml(xml);
    parts.set(name, name.endsWith('.xml') ? withOwnPrefixes(xml) : xml);
  }
  return new DocxPackage(parts);
}

/** XML may be written in UTF-16, which the checks below could not read. */
function inUtf8(xml: Uint8Array): Uint8Array {
  const isWide = (xml[0] === 0xff && xml[1] === 0xfe) || (xml[0] === 0xfe && xml[1] === 0xff);
  if (!isWide) return xml;
  return rewritten(decodeHtml(xml).text);
}

function withOwnPrefixes(xml: Uint8Array): Uint8Array {
  const text = decodeHtml(xml).text;
  const own = withWordPrefixes(text);
  return own === text ? xml : rewritten(own);
}

/** XML as bytes of UTF-8, whatever encoding its first line names. */
function rewritten(xml: string): Uint8Array {
  return Buffer.from(xml.replace(/^\s*<\?xml[^>]*\?>/u, '<?xml version="1.0"?>'));
}

/** Refuses XML with entities of its own (Word writes none), and such as would take minutes or exhaust the stack. */
function requireSoundXml(xml: Uint8Array): void {
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new ZhupiError('file-damaged');
  let tags = 0;
  let depth = 0;
  for (let at = text.indexOf(0x3c); at >= 0; at = text.indexOf(0x3c, at + 1)) {
    tags += 1;
    const next = text[at + 1];
    if (next === 0x2f) depth -= 1;
    else if (next !== 0x21 && next !== 0x3f) {
      const end = text.indexOf(0x3e, at);
      if (end > 0 && text[end - 1] !== 0x2f) depth += 1;
    }
    if (tags > MOST_TAGS || depth > MOST_DEPTH) throw new ZhupiError('file-too-complex');
  }
}
