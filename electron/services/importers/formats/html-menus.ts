import type { WrittenBlock } from './document-writer.ts';

/** So many lines of links in a row are a menu. */
const LEAST_LINKS = 3;
/** What a menu is called has no more characters than this. */
const LONGEST_NAME = 12;
/** A line of the text: a sentence of some length. */
const LEAST_PROSE = 30;
const SENTENCE = /[。；！？]/u;

/**
 * The menus that stand in a text before its first sentence, with the names above them: where a page is laid out by a table, the
 * search for its text takes the columns beside the text for a part of it.
 * @param isLinks whether a block is mostly links that lead out of the page
 * @param title where its title stands among them; what stands before it is before the text
 */
export function menusBefore(
  blocks: readonly WrittenBlock[],
  source: string,
  isLinks: (block: WrittenBlock) => boolean,
  title = -1,
): ReadonlySet<WrittenBlock> {
  const isProse = (block: WrittenBlock): boolean =>
    block.end - block.start >= LEAST_PROSE &&
    !isLinks(block) &&
    SENTENCE.test(source.slice(block.start, block.end));
  const prose = Math.max(blocks.findIndex(isProse), title);
  const menus = new Set<WrittenBlock>();
  let run = 0;
  for (let at = 0; at <= prose; at += 1) {
    const block = blocks[at];
    if (block !== undefined && at < prose && isLinks(block)) run += 1;
    else {
      if (run >= LEAST_LINKS) {
        const name = blocks[at - run - 1];
        const isName = name !== undefined && name.end - name.start <= LONGEST_NAME;
        for (const one of blocks.slice(isName ? at - run - 1 : at - run, at)) menus.add(one);
      }
      run = 0;
    }
  }
  return menus;
}
