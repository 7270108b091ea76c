import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import { LAYOUT_RULE, type Edit } from '#core/text/edit.ts';
import type { BlockStyle, WrittenBlock } from './document-writer.ts';
import { DocumentWriter } from './document-writer.ts';
import { leaveOut, removal } from './furniture-edits.ts';
import { plainBlocks } from './html-document.ts';
import type { ImportedDocument } from './imported-document.ts';
import type { PdfFile } from './pdf-library.ts';
import { openPdf } from './pdf-library.ts';
import type { PdfParagraph } from './pdf-pages.ts';
import { seam } from './pdf-lines.ts';
import { placedPictures } from './pdf-page-blocks.ts';
import { readPage, type ReadPage } from './pdf-page.ts';
import { pageFurniture, paragraphsOf, rankBySize } from './pdf-pages.ts';
import { PictureCount, TooManyPictures } from './pdf-picture-count.ts';
import type { PictureMarking } from './pdf-picture-marks.ts';
import { heightsBetween, placesAmong } from './pdf-picture-places.ts';
import { furniturePictures } from './pdf-seen-pictures.ts';

const MOST_PAGES = 10_000;
/** How often a file may draw pictures: each time takes twenty times as long as a run of text, and a map draws thousands. */
const MOST_DRAWN = 5_000;
/** Bytes in which a PDF says that it is one (ISO 32000-1, annex H). */
const HEAD_BYTES = 1_024;
/** Of lines that name what is no text. */
const CAPTION = { kind: 'caption', level: 0, furniture: false } as const;

/**
 * The document that a PDF with a text layer holds: lines joined to paragraphs, pages parted by form feeds, headers and
 * footers marked as furniture, pictures named where they stand, but for those of a file of thousands. A page without text, or with text that no one can read, leaves a line that says so. Throws `pdf-without-text`, `pdf-text-unreadable`, `file-damaged`,
 * `file-encrypted`, `file-too-complex`.
 */
export async function pdfDocument(bytes: Uint8Array): Promise<ImportedDocument> {
  // What is no PDF at all would be searched through for the parts of one.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).includes('%PDF-')) {
    throw new ZhupiError('file-damaged');
  }
  try {
    return await readDocument(bytes, true);
  } catch (thrown) {
    if (thrown instanceof TooManyPictures) return readDocument(bytes, false);
    throw thrown;
  }
}

async function readDocument(bytes: Uint8Array, withPictures: boolean): Promise<ImportedDocument> {
  const { task, marking } = await openPdf(bytes, withPictures);
  try {
    const file = await task.promise;
    const pages = await readPages(file, marking);
    if (pages.every(({ lines }) => lines.length === 0)) {
      throw new ZhupiError(pages.some((page) => page.isGarbled) ? 'pdf-text-unreadable' : 'pdf-without-text');
    }
    return { ...writePages(pages, withPictures), metadata: {}, name: await titleOf(file) };
  } catch (cause) {
    if (cause instanceof ZhupiError || cause instanceof TooManyPictures) throw cause;
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new ZhupiError(isLocked ? 'file-encrypted' : 'file-damaged', {}, { cause });
  } finally {
    await task.destroy();
  }
}

async function readPages(file: PdfFile, marking: PictureMarking): Promise<readonly ReadPage[]> {
  if (file.numPages > MOST_PAGES) throw new ZhupiError('file-too-complex');
  const pages: ReadPage[] = [];
  const drawn = new PictureCount(MOST_DRAWN);
  for (let number = 1; number <= file.numPages; number += 1) {
    await nextTurn();
    const page = await file.getPage(number);
    pages.push(await readPage(page, marking, drawn));
    page.cleanup();
  }
  return pages;
}

function writePages(
  pages: readonly ReadPage[],
  withPictures: boolean,
): Pick<ImportedDocument, 'source' | 'blocks' | 'edits'> {
  const linesOfPages = pages.map(({ lines }) => lines);
  const furniture = pageFurniture(linesOfPages);
  const furnishing = furniturePictures(pages.map(({ pictures }) => pictures));
  const rankOf = rankBySize(linesOfPages);
  const places = pages.map(({ lines, pictures }) => placesAmong(lines, pictures));
  const paragraphs = linesOfPages.map((lines, index) =>
    paragraphsOf(lines, furniture, rankOf, heightsBetween(lines, places[index] ?? [])),
  );
  const writer = new DocumentWriter();
  /** Pairs of blocks, by their index, that are one paragraph over a page break. */
  const joined: number[] = [];
  let open = -1;
  pages.forEach(({ lines, isGarbled }, index) => {
    if (index > 0) writer.page();
    if (lines.length === 0) {
      const why = isGarbled ? '字体没有编码，文字无法读出' : '没有文字层';
      writeLine(writer, `[第${index + 1}页：${why}]`, CAPTION);
      open = -1;
    }
    const ofPage = paragraphs[index] ?? [];
    const joins = { before: open >= 0 && goesOn(ofPage), behind: goesOn(paragraphs[index + 1] ?? []) };
    const placed = placedPictures(places[index] ?? [], ofPage, furnishing, joins);
    const writePictures = (place: number): void => {
      for (const picture of placed) {
        if (picture.place !== place) continue;
        writeLine(writer, picture.text, { ...CAPTION, furniture: picture.furniture });
        if (!picture.furniture) open = -1;
      }
    };
    for (const [place, paragraph] of ofPage.entries()) {
      writePictures(place);
      writeLine(writer, paragraph.text, styleOf(paragraph));
      if (paragraph.furniture) continue;
      const written = writer.blocks.length - 1;
      if (paragraph.continues && open >= 0) joined.push(open, written);
      open = paragraph.isOpen ? written : -1;
    }
    writePictures(ofPage.length);
  });
  if (!withPictures) writeLine(writer, '[图太多，没有逐一标出]', CAPTION);
  const source = writer.text;
  const joins = joinEdits(source, writer.blocks, joined);
  const kept = leaveOut(source, writer.blocks, writer.hidden).filter(
    (edit) => !joins.some((join) => join.start <= edit.start && edit.end <= join.end),
  );
  const edits = [...kept, ...joins].sort((a, b) => a.start - b.start);
  return { source, blocks: plainBlocks(writer.blocks), edits };
}

/** Whether the text of a page goes on with a paragraph of the page before. */
function goesOn(paragraphs: readonly PdfParagraph[]): boolean {
  return paragraphs.find((paragraph) => !paragraph.furniture)?.continues === true;
}

function styleOf({ text, furniture, rank }: PdfParagraph): Omit<BlockStyle, 'owner'> {
  if (text.includes('\t')) return { kind: 'table-row', level: 0, furniture };
  return rank > 0 ? { kind: 'heading', level: rank, furniture } : { kind: 'paragraph', level: 0, furniture };
}

function writeLine(writer: DocumentWriter, text: string, style: Omit<BlockStyle, 'owner'>): void {
  writer.begin({ ...style, owner: 0 });
  writer.exact(text);
  writer.end();
}

/** Takes out what stands between the halves of a paragraph that a page break cut. */
function joinEdits(
  source: string,
  blocks: readonly WrittenBlock[],
  joined: readonly number[],
): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at + 1 < joined.length; at += 2) {
    const [before, after] = [blocks[joined[at] ?? -1], blocks[joined[at + 1] ?? -1]];
    if (before === undefined || after === undefined) continue;
    const range = { start: before.end, end: after.start };
    const isBare = /^[\n\f]*$/u.test(source.slice(range.start, range.end));
    const edit = removal(source, range, isBare ? LAYOUT_RULE : 'page-furniture', 0.8);
    edits.push({
      ...edit,
      after: seam(source.slice(before.start, before.end), source.slice(after.start, after.end)),
    });
  }
  return edits;
}

/** The title in the file's properties; many hold the name of a template or a Word file. */
async function titleOf(file: PdfFile): Promise<string> {
  const { info } = await file.getMetadata();
  const title =
    'Title' in info && typeof info.Title === 'string' ? info.Title.replace(/[\s\0]+/gu, ' ').trim() : '';
  return /^(?:Microsoft|untitled|无标题|文档|about:|\w{3,8}:\/\/)|\.\w{2,4}$/iu.test(title) ? '' : title;
}
