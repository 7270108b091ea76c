import { DocumentWriter } from './document-writer.ts';
import { detailBlocks } from './block-details.ts';
import { leaveOut } from './furniture-edits.ts';
import { writeHtml } from './html-blocks.ts';
import { withoutSubset } from './html-doctype.ts';
import { markFurniture } from './html-main.ts';
import { htmlMetadata } from './html-metadata.ts';
import type { HtmlScan } from './html-scan.ts';
import { scanHtml } from './html-scan.ts';
import type { ImportedDocument } from './imported-document.ts';

/** When more than this share of a page is hidden, its scripts show it. */
const MOST_HIDDEN = 0.6;
const MUCH_CHARS = 200;
/** Such a page has no text but what it says to browsers without frames. */
const FRAMES = /<frameset[\s>]/iu;

/**
 * The document that a saved web page holds: its whole text, what is not the main text marked as furniture. Throws
 * `file-too-complex`.
 * @param hasFrames whether the pages of its frames are at hand; without them a page of frames is known by its own name only
 */
export function htmlDocument(page: string, hasFrames = false): ImportedDocument {
  const html = withoutSubset(page);
  const scan = scanHtml(html, 'html');
  const writer = writePage(html, scan);
  const source = writer.text;
  const { fields, name, titles } = htmlMetadata(html);
  const marked = markFurniture({
    html,
    scan,
    source,
    blocks: detailBlocks(source, writer.blocks),
    titles,
  });
  // What is left of a page that its scripts would write says why there is no more.
  const blocks = marked.some(({ furniture }) => !furniture)
    ? marked
    : marked.map((block) => ({ ...block, furniture: false }));
  const isFrameset = !hasFrames && source.length < MUCH_CHARS && FRAMES.test(html);
  return {
    source,
    blocks: plainBlocks(blocks),
    edits: leaveOut(source, blocks, writer.hidden),
    metadata: isFrameset && name !== '' ? { title: name, ...fields } : fields,
    name,
    titles,
  };
}

function writePage(html: string, scan: HtmlScan): DocumentWriter {
  const writer = new DocumentWriter();
  writeHtml(html, scan, 'html', writer);
  const hidden = writer.blocks.reduce(
    (sum, { furniture, start, end }) => sum + (furniture ? end - start : 0),
    0,
  );
  if (hidden < MUCH_CHARS || hidden < writer.length * MOST_HIDDEN) return writer;
  const shown = new DocumentWriter();
  writeHtml(html, scan, 'html', shown, true);
  return shown;
}

/** Blocks without what only this room needs. */
export function plainBlocks(
  blocks: DocumentWriter['blocks'] | readonly ImportedDocument['blocks'][number][],
) {
  return blocks.map(({ kind, level, start, end }) => ({ kind, level, start, end }));
}
