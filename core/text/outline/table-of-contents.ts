import type { TextRange } from '../../base/text-range.ts';
import type { Block } from '../block.ts';

/** A table of contents stands near the top; its lines are short. */
const SEARCHED_BLOCKS = 300;
const LONGEST_ENTRY = 80;
const LEAST_ENTRIES = 2;
/** So many of the lines must stand again below; a heading may have been worded anew. */
const LEAST_REPEATED_SHARE = 0.7;

const NUMBERED =
  /^(?:第[〇零一二三四五六七八九十百\d]+[编編篇章节節部条條]|[〇零一二三四五六七八九十百]+[、．.]|[（(][〇零一二三四五六七八九十百\d]+[）)]|\d{1,3}[、．.])/u;
/** 目录, spread over its line or not. */
const HEADING = /^目\s*[录錄次]$/u;
/** A point that says something, or leads on to its own: no entry of a table. */
const SENTENCE = /[。；;：:，,]$/u;
/** What leads to a page number, and the number: ……12, \t3, （5）. */
const PAGE = /[\s.…·．—-]*[（(]?\d{0,4}[）)]?$/u;

function entryOf(line: string): string {
  return line.replace(PAGE, '').replaceAll(/[\s\u3000]/gu, '');
}

/**
 * The blocks of a table of contents: [start, end) as indices of blocks, start = end when there is none. It is a run of lines,
 * most of which stand again below in the same order: below the word 目录, with unnumbered ones among them (前言), or numbered ones
 * above all running text. It names the headings and is none itself.
 */
export function tableOfContents(reading: {
  readonly text: string;
  readonly blocks: readonly Block[];
}): TextRange {
  const { text, blocks } = reading;
  const entries = blocks.map(({ start, end }) => {
    const line = end - start > LONGEST_ENTRY ? '' : text.slice(start, end).trim();
    return SENTENCE.test(line) ? '' : entryOf(line);
  });
  const places = new Map<string, number[]>();
  for (const [index, entry] of entries.entries()) {
    if (entry === '') continue;
    const known = places.get(entry);
    if (known === undefined) places.set(entry, [index]);
    else known.push(index);
  }
  let untitledAllowed = true;
  for (let start = 0; start < Math.min(SEARCHED_BLOCKS, blocks.length); start += 1) {
    const titled = HEADING.test(entries[start] ?? '');
    const first = titled ? start + 1 : start;
    if (!titled && !NUMBERED.test(entries[first] ?? '')) {
      // Behind running text, numbered lines that stand again are two lists of one wording.
      if (isRunningText(text, blocks[start])) untitledAllowed = false;
      continue;
    }
    if (!titled && !untitledAllowed) continue;
    const end = contentsEnd(entries, places, { first, titled });
    if (end > first) return { start, end };
    // A run that is no table is not looked at again line by line.
    while (NUMBERED.test(entries[start + 1] ?? '')) start += 1;
  }
  return { start: 0, end: 0 };
}

/** A sentence, or a paragraph that is too long for anything else; 各位代表： is none. */
function isRunningText(text: string, block: Block | undefined): boolean {
  if (block === undefined) return false;
  return (
    block.end - block.start > LONGEST_ENTRY || /[。；]$/u.test(text.slice(block.start, block.end).trim())
  );
}

/** Where the run of entries from `first` ends if it is a table of contents, else `first`. */
function contentsEnd(
  entries: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  { first, titled }: { readonly first: number; readonly titled: boolean },
): number {
  // The first entry that stands again is where the text itself begins.
  const own = new Set<string>();
  const standsAgain = (entry: string): boolean => (places.get(entry)?.at(-1) ?? 0) > first + own.size;
  const isEntry = (entry: string): boolean =>
    entry !== '' && (NUMBERED.test(entry) || (titled && standsAgain(entry)));
  let end = first;
  while (isEntry(entries[end] ?? '') && !own.has(entries[end] ?? '')) {
    own.add(entries[end] ?? '');
    end += 1;
  }
  if (end - first < LEAST_ENTRIES) return first;
  let last = end - 1;
  let repeated = 0;
  for (const entry of own) {
    const again = places.get(entry)?.find((index) => index > last);
    if (again === undefined) continue;
    last = again;
    repeated += 1;
  }
  return repeated >= LEAST_ENTRIES && repeated >= LEAST_REPEATED_SHARE * own.size ? end : first;
}
