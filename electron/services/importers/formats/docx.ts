import { setImmediate as nextTurn } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { convertToHtml, images } from 'mammoth';
import { ZhupiError } from '#core/base/app-error.ts';
import { detailBlocks } from './block-details.ts';
import { DocumentWriter } from './document-writer.ts';
import { commentsIn, diagramWords, partLines, withListNumbers } from './docx-body.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { DEEPEST_OUTLINE, OUTLINE_STYLE, withOutlineHeadings } from './docx-outline.ts';
import { openDocx, type DocxPackage } from './docx-package.ts';
import { HIDDEN_STYLE, READING_STYLE, readableXml } from './docx-readable.ts';
import { leaveOut } from './furniture-edits.ts';
import { writeHtml } from './html-blocks.ts';
import { plainBlocks } from './html-document.ts';
import { scanHtml } from './html-scan.ts';
import type { ImportedDocument } from './imported-document.ts';
import { ZipArchive } from './zip-archive.ts';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='题注'] => figcaption:fresh",
  `r.${READING_STYLE} => rt`,
  // What a page shows struck out is left out of the reading.
  `r.${HIDDEN_STYLE} => del`,
  ...Array.from({ length: DEEPEST_OUTLINE }, (_, at) => `p.${OUTLINE_STYLE}${at + 1} => h${at + 1}:fresh`),
];

/**
 * The document that a Word file (.docx) holds: its text with the numbers of its lists, text boxes, foot- and endnotes with their
 * numbers, insertions but not deletions; formulas, charts and diagrams named; headers and footers of its pages and the
 * comments of reviewers as furniture. Pictures are named and never opened. Throws `file-damaged`, `file-expands`,
 * `file-encrypted`, `file-too-complex`.
 */
export async function docxDocument(bytes: Uint8Array): Promise<ImportedDocument> {
  const file = await openDocx(new ZipArchive(bytes));
  const html = await convert(repacked(file));
  await nextTurn();
  const scan = scanHtml(html, 'word');
  const writer = new DocumentWriter();
  writePageParts(file, 'header', writer);
  writeHtml(html, scan, 'word', writer);
  writePageParts(file, 'footer', writer);
  writeComments(file, writer);
  const source = writer.text;
  const blocks = detailBlocks(source, writer.blocks);
  const edits = leaveOut(source, blocks, writer.hidden);
  return { source, blocks: plainBlocks(blocks), edits, metadata: {}, name: '' };
}

/** Headers or footers, each line once: most files have three that are the same. */
function writePageParts(file: DocxPackage, sort: 'header' | 'footer', writer: DocumentWriter): void {
  const lines = file.all(sort).flatMap((name) => partLines(file.xml(name)));
  writeFurniture(new Set(lines), writer);
}

function writeComments(file: DocxPackage, writer: DocumentWriter): void {
  const comments = commentsIn(file.xml(file.related('comments')));
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

/** A zip for the library, which opens what was looked at here; nothing that it would drop is left in it. */
function repacked(file: DocxPackage): Buffer {
  const files = Object.fromEntries(file.parts);
  const diagrams = [...file.parts.keys()]
    .filter((name) => /^word\/diagrams\/data\d*\.xml$/u.test(name))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((name) => diagramWords(file.xml(name)));
  for (const name of [file.main, file.related('footnotes'), file.related('endnotes')]) {
    if (!file.parts.has(name)) continue;
    const xml = file.xml(name);
    const isMain = name === file.main;
    const readable = readableXml(xml, { diagrams: isMain ? diagrams : [], known: file.relationIds(name) });
    const changed = isMain ? structuredXml(readable, file) : readable;
    if (changed !== xml) files[name] = Buffer.from(changed);
  }
  return Buffer.from(zipSync(files, { level: 0 }));
}

/** The numbers of lists are written out, paragraphs with an outline level are headings. */
function structuredXml(xml: string, file: DocxPackage): string {
  const numbering = file.xml(file.related('numbering'));
  const styles = file.xml(file.related('styles'));
  const numbered = numbering === '' ? xml : withListNumbers(xml, new DocxNumbering(numbering, styles));
  return withOutlineHeadings(numbered, styles);
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
