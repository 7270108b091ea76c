import { DocumentWriter } from './document-writer.ts';
import { leaveOut } from './furniture-edits.ts';
import { writeHtml } from './html-blocks.ts';
import { markFurniture } from './html-main.ts';
import { htmlMetadata } from './html-metadata.ts';
import { scanHtml } from './html-scan.ts';
import type { ImportedDocument } from './imported-document.ts';

/**
 * The document that a saved web page holds: its whole text, what is not the main text marked as furniture. Throws
 * `file-too-complex`.
 */
export function htmlDocument(html: string): ImportedDocument {
  const scan = scanHtml(html, 'html');
  const writer = new DocumentWriter();
  writeHtml(html, scan, 'html', writer);
  const blocks = markFurniture(html, scan, writer.blocks);
  const { fields, name } = htmlMetadata(html);
  const source = writer.text;
  return {
    source,
    blocks: plainBlocks(blocks),
    edits: leaveOut(source, blocks, writer.hidden),
    metadata: fields,
    name,
  };
}

/** Blocks without what only this room needs. */
export function plainBlocks(
  blocks: DocumentWriter['blocks'] | readonly ImportedDocument['blocks'][number][],
) {
  return blocks.map(({ kind, level, start, end }) => ({ kind, level, start, end }));
}
