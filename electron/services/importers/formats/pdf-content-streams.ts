import { deflateSync, inflateSync, constants } from 'node:zlib';

/** Bytes that the dictionary of content takes at most, and unpacked content that is looked through: of one stream, of a file. */
const MOST_DICTIONARY = 4_096;
const MOST_UNPACKED = 16 * 1_024 * 1_024;
const MOST_OF_FILE = 128 * 1_024 * 1_024;
/** Places that say that they are a stream and are none. */
const MOST_MISSES = 100_000;
/** How well content is packed anew, and up to how many bytes of a file in all: what is made to be hard takes a second a megabyte. */
const LEVELS = [
  { level: 9, most: 1_024 * 1_024 },
  { level: 6, most: 16 * 1_024 * 1_024 },
  { level: 1, most: Infinity },
] as const;

/** The last letter of what stands before the word at the end of a stream: d. */
const LAST_OF_END = 0x64;

/** What stands before the dictionary of a stream, and between it and the data. */
const NUMBERED = /\d[\s\0]+obj[\s\0]*$/u;
const OPENED = />>[\s\0]*$/u;
/** Of a form; of streams that hold no operators of a page: fonts, pictures, tables; of those that stand or are packed otherwise. */
const FORM = /\/Subtype[\s\0]*\/Form(?!\w)/u;
const OTHER = /\/(?:Length[123]|Type|Subtype|FunctionType|ShadingType|N|F)(?!\w)/u;
const OTHERWISE = /\/(?:PatternType|DecodeParms|DP)(?!\w)/u;
const PACKED = /\/Filter[\s\0]*(?:\/FlateDecode|\[[\s\0]*\/FlateDecode[\s\0]*\])/u;

/** A stream of operators, in a file. */
export interface ContentStream {
  /** The operators, a byte a character. */
  readonly content: string;
  /** Writes others in their place, where there is room for them. Says whether there was. */
  write(content: string): boolean;
}

/**
 * The streams of a file that may hold the operators of a page or of a form and whose operators hold `word`. They are found by
 * their own words, not by the file's tables, which may be damaged; what is packed in another way than all programs pack is left out.
 */
export function* contentStreams(bytes: Buffer, word: string): Generator<ContentStream> {
  let left = MOST_OF_FILE;
  let misses = 0;
  const packer = new Packer();
  for (let at = bytes.indexOf('stream'); at >= 0 && left > 0 && misses < MOST_MISSES;) {
    const dictionary = dictionaryBefore(bytes, at);
    if (dictionary === undefined) {
      // The end of a stream says the word, too.
      if (bytes[at - 1] !== LAST_OF_END) misses += 1;
      at = bytes.indexOf('stream', at + 1);
      continue;
    }
    const from = behindLine(bytes, at + 'stream'.length);
    const end = endOf(bytes, from, dictionary);
    if (end < 0) return;
    at = bytes.indexOf('stream', end + 'endstream'.length);
    if (OTHERWISE.test(dictionary) || (OTHER.test(dictionary) && !FORM.test(dictionary))) continue;
    const data = bytes.subarray(from, end);
    const isPacked = PACKED.test(dictionary);
    if (!isPacked && dictionary.includes('/Filter')) continue;
    const unpacked = isPacked ? unpackedFrom(data, Math.min(left, MOST_UNPACKED)) : data;
    left -= unpacked?.length ?? MOST_UNPACKED;
    if (unpacked?.includes(word) !== true) continue;
    const write = (content: string): boolean => writeOver(data, content, isPacked ? packer : undefined);
    yield { content: unpacked.toString('latin1'), write };
  }
}

function dictionaryBefore(bytes: Buffer, at: number): string | undefined {
  // Most places are the end of a stream.
  if (bytes[at - 1] === LAST_OF_END) return undefined;
  const from = Math.max(0, at - MOST_DICTIONARY);
  const start = from + bytes.subarray(from, at).lastIndexOf('obj') + 'obj'.length;
  if (!NUMBERED.test(bytes.toString('latin1', Math.max(0, start - 24), start))) return undefined;
  const dictionary = bytes.toString('latin1', start, at);
  return OPENED.test(dictionary) ? dictionary : undefined;
}

function behindLine(bytes: Buffer, at: number): number {
  const behind = bytes[at] === 0x0d ? at + 1 : at;
  return bytes[behind] === 0x0a ? behind + 1 : behind;
}

/** Where the data of a stream ends, by what its dictionary says, or else by the word that ends it; -1 when nothing does. */
function endOf(bytes: Buffer, from: number, dictionary: string): number {
  const length = /\/Length[\s\0]+(\d{1,10})(?!\d|[\s\0]+\d+[\s\0]+R)/u.exec(dictionary)?.[1];
  const said = from + Number(length ?? Number.NaN);
  const isTrue = said <= bytes.length && /^[\s\0]*endstream/u.test(bytes.toString('latin1', said, said + 16));
  return isTrue ? said : bytes.indexOf('endstream', from);
}

/** Undefined for what is damaged or too large. */
function unpackedFrom(data: Buffer, maxOutputLength: number): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}

/** Packs the contents of a file, the less well the more there are. */
class Packer {
  #done = 0;

  pack(plain: Buffer): Buffer {
    this.#done += plain.length;
    return deflateSync(plain, { level: LEVELS.find(({ most }) => this.#done <= most)?.level ?? 1 });
  }
}

/** Behind packed data, zeros are no part of it; behind operators, spaces say nothing. */
function writeOver(data: Buffer, content: string, packer: Packer | undefined): boolean {
  const plain = Buffer.from(content, 'latin1');
  const written = packer?.pack(plain) ?? plain;
  if (written.length > data.length) return false;
  data.fill(packer === undefined ? 0x20 : 0);
  written.copy(data);
  return true;
}
