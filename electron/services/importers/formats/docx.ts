import { setImmediate as nextTurn } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { convertToHtml, images } from 'mammoth';
import { ZhupiError } from '#core/base/app-error.ts';
import { DocumentWriter } from './document-writer.ts';
import { leaveOut } from './furniture-edits.ts';
import { writeHtml } from './html-blocks.ts';
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
];

/**
 * The document that a Word file (.docx) holds, with foot- and endnotes, without headers and footers of its pages. Pictures are
 * named and never opened. Throws `file-damaged`, `file-expands`, `file-encrypted`, `file-too-complex`.
 */
export async function docxDocument(bytes: Uint8Array): Promise<ImportedDocument> {
  const html = await convert(await repack(new ZipArchive(bytes)));
  await nextTurn();
  const scan = scanHtml(html, 'word');
  const writer = new DocumentWriter();
  writeHtml(html, scan, 'word', writer);
  const source = writer.text;
  const edits = leaveOut(source, writer.blocks, writer.hidden);
  return { source, blocks: plainBlocks(writer.blocks), edits, metadata: {}, name: '' };
}

/** A zip of the parts that have text, all checked: what the library opens is what was looked at here. */
async function repack(archive: ZipArchive): Promise<Buffer> {
  if (!archive.has('[Content_Types].xml')) throw new ZhupiError('file-damaged');
  const parts: Record<string, Uint8Array> = {};
  let size = 0;
  for (const name of archive.names) {
    if (name.endsWith('/')) continue;
    if (!/\.(?:xml|rels)$/iu.test(name)) {
      parts[name] = new Uint8Array();
      continue;
    }
    const part = await archive.read(name);
    if (part === undefined) continue;
    size += part.length;
    if (size > MOST_XML_BYTES) throw new ZhupiError('file-too-complex');
    requireSoundXml(part);
    parts[name] = part;
  }
  return Buffer.from(zipSync(parts, { level: 0 }));
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
    return value;
  } catch (cause) {
    throw new ZhupiError('file-damaged', {}, { cause });
  }
}
