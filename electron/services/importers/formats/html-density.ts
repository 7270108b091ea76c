import type { WrittenBlock } from './document-writer.ts';

/** What a line that is no running text costs, so that a few do not part a text and many do not belong to it. */
const COST = 6;
const LEAST_SCORE = 100;
/** One long paragraph must not carry everything around it. */
const MOST_CHARS = 300;

const SENTENCE = /[。；！？]/u;

function scoreOf(block: WrittenBlock, source: string): number {
  const length = block.end - block.start;
  if (block.furniture) return 0;
  if (block.linked > length / 2) return -COST - Math.min(length, MOST_CHARS);
  const isProse = SENTENCE.test(source.slice(block.start, block.end));
  if (isProse) return Math.min(length, MOST_CHARS);
  // Tables, lists and headings are as often of the text as not.
  return block.kind === 'paragraph' ? -COST : 0;
}

/**
 * The run of blocks that holds most sentences and least links, as indexes [first, last]; undefined when there is none. It is
 * the run of the largest sum (Kadane), found in one pass over a page of any size.
 */
export function densestRun(
  blocks: readonly WrittenBlock[],
  source: string,
): readonly [number, number] | undefined {
  let best = LEAST_SCORE;
  let found: readonly [number, number] | undefined;
  let sum = 0;
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    if (sum < 0 || index === 0) [sum, start] = [0, index];
    sum += scoreOf(block, source);
    if (sum > best) [best, found] = [sum, [start, index]];
  }
  if (found === undefined) return undefined;
  // Pictures and tables behind the last sentence.
  let [first, last] = found;
  const isNeutral = (block: WrittenBlock | undefined): boolean =>
    block !== undefined && !block.furniture && scoreOf(block, source) === 0;
  // Lines of one element, parted by breaks, belong together.
  const isBeside = (block: WrittenBlock | undefined, owner: number | undefined): boolean =>
    isNeutral(block) || (block?.owner === owner && block?.furniture === false && block.linked === 0);
  while (isBeside(blocks[last + 1], blocks[last]?.owner)) last += 1;
  while (isBeside(blocks[first - 1], blocks[first]?.owner)) first -= 1;
  return [first, last];
}
