import { setImmediate as nextTurn } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { convertToHtml, images } from 'mammoth';
import { ZhupiError } from '#core/base/app-error.ts';
import { detailBlocks } from './block-details.ts';
import { DocumentWriter } from './document-writer.ts';
import { commentsIn, diagramWords, partLines, withListNumbers } from './docx-body.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { READING_STYLE, readableXml } from './docx-readable.ts';
import { leaveOut } from './furniture-edits.ts';
import { writeHtml } from './html-blocks.ts';
import { decodeHtml } from './html-charset.ts';
import { plainBlocks } from './html-document.ts';
import { scanHtml } from './html-scan.ts';
import type { ImportedDocument } from './imported-document.ts';
import { ZipArchive } from './zip-archive.ts';

/** XML of a document that may be read; a report of a million characters has about 10 MB. */
const MOST_XML_BYTES = 48 * 1024 * 1024;
/** Tags in it: the parser needs about 5 seconds for a million. */
const MOST_TAGS = 1_000_000;
const MOST_DEPTH = 500;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='题注'] => figcaption:fresh",
  `r.${READING_STYLE} => rt`,
];

/**
 * The document that a Word file (.docx) holds: its text with the numbers of its lists, text boxes, foot- and endnotes with their
 * numbers, insertions but not deletions; formulas, charts and diagrams named; headers and footers of its pages and the
 * comments of reviewers as furniture. Pictures are named and never opened. Throws `file-damaged`, `file-expands`,
 * `file-encrypted`, `file-too-complex`.
 */
export async function docxDocument(bytes: Uint8Array): Promise<ImportedDocument> {
  const parts = await readParts(new ZipArchive(bytes));
  const html = await convert(repacked(parts));
  await nextTurn();
  const scan = scanHtml(html, 'word');
  const writer = new DocumentWriter();
  writePageParts(parts, /^word\/header\d*\.xml$/u, writer);
  writeHtml(html, scan, 'word', writer);
  writePageParts(parts, /^word\/footer\d*\.xml$/u, writer);
  writeComments(parts, writer);
  const source = writer.text;
  const blocks = detailBlocks(source, writer.blocks);
  const edits = leaveOut(source, blocks, writer.hidden);
  return { source, blocks: plainBlocks(blocks), edits, metadata: {}, name: '' };
}

const MAIN_PART = 'word/document.xml';

type Parts = ReadonlyMap<string, Uint8Array>;

/** Headers or footers, each line once: most files have three that are the same. */
function writePageParts(parts: Parts, names: RegExp, writer: DocumentWriter): void {
  const lines = [...parts].flatMap(([name, bytes]) => (names.test(name) ? partLines(xmlOf(bytes)) : []));
  writeFurniture(new Set(lines), writer);
}

function writeComments(parts: Parts, writer: DocumentWriter): void {
  const comments = commentsIn(xmlOf(parts.get('word/comments.xml')));
  const lines = comments.map(({ author, text }) => `[批注${author === '' ? '' : ` ${author}`}：${text}]`);
  writeFurniture(lines, writer);
}

function writeFurniture(lines: Iterable<string>, writer: DocumentWriter): void {
  for (const line of lines) {
    writer.begin({ kind: 'paragraph', level: 0, owner: 0, furniture: true });
    writer.exact(line);
  }
  writer.end();
}

function xmlOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : decodeHtml(bytes).text;
}

/** The parts that have text, all checked. */
async function readParts(archive: ZipArchive): Promise<Parts> {
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
    requireSoundXml(part);
    parts.set(name, part);
  }
  return parts;
}

/** A zip for the library, which opens what was looked at here; nothing that it would drop is left in it. */
function repacked(parts: Parts): Buffer {
  const files = Object.fromEntries(parts);
  const diagrams = [...parts.keys()]
    .filter((name) => /^word\/diagrams\/data\d*\.xml$/u.test(name))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((name) => diagramWords(xmlOf(parts.get(name))));
  for (const name of [MAIN_PART, 'word/footnotes.xml', 'word/endnotes.xml']) {
    const part = parts.get(name);
    if (part === undefined) continue;
    const xml = xmlOf(part);
    const readable = readableXml(xml, name === MAIN_PART ? diagrams : []);
    const numbered = name === MAIN_PART ? numberedXml(readable, parts) : readable;
    if (numbered !== xml) files[name] = Buffer.from(numbered);
  }
  return Buffer.from(zipSync(files, { level: 0 }));
}

/** The numbers of lists are written out. */
function numberedXml(xml: string, parts: Parts): string {
  const numbering = parts.get('word/numbering.xml');
  if (numbering === undefined) return xml;
  return withListNumbers(xml, new DocxNumbering(xmlOf(numbering), xmlOf(parts.get('word/styles.xml'))));
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

async function convert(buffer: Buffer): Promise<string> {
  const unread = images.imgElement(() => Promise.resolve({ src: '' }));
  try {
    const { value } = await convertToHtml(
      { buffer },
      { styleMap: STYLES, convertImage: unread, externalFileAccess: false },
    );
    return withNoteNumbers(value);
  } catch (cause) {
    throw new ZhupiError('file-damaged', {}, { cause });
  }
}

/** The library marks notes by a link back; here each begins with the number that it has in the text. */
function withNoteNumbers(html: string): string {
  let number = 0;
  return html
    .replace(/ ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/gu, '')
    .replace(/<li id="(?:foot|end)note-[^"]*">(?:<p>)?/gu, (begin) => `${begin}[${(number += 1)}] `);
}
