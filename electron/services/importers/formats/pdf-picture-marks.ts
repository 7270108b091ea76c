import { createHash } from 'node:crypto';
import { contentStreams } from './pdf-content-streams.ts';
import { inlinePictures, type InlinePicture } from './pdf-inline-pictures.ts';
import { PictureCount } from './pdf-picture-count.ts';

/** The name of a mark: where its letter stands in the picture, in the middle or in the corner, and the picture's number. */
const MARK = /^Zhupi([MC])(\d{1,9})$/u;
/** Letters of a mark, as a share of its picture: the picture is so many times as large. */
const SCALE = 1_000;
/** Bytes before and behind the name of its kind in which the dictionary of a picture begins and ends. */
const MOST_DICTIONARY = 4_096;
/** Pictures of a file that are marked at most, and places that look like one and are none: more cost more time than text does. */
const MOST_PICTURES = 10_000;
const MOST_MISSES = 20_000;
/** What stands before an object, and in it before the name of its kind and behind it. */
const NUMBERED = /\d[\s\0]+\d+[\s\0]*$/u;
const HEAD = /^[\s\0]*<<[^]*\/Subtype[\s\0]*$/u;
const TAIL = /^[\s\0/>][^]*>>[\s\0]*$|^>>[\s\0]*$/u;

/** What became of the pictures of a file: each has its mark, or only what the pages draw tells of them, or there are none. */
export type PictureMarking = 'marked' | 'closed' | 'none';

/**
 * Puts a form that writes one letter in place of each picture of a PDF, in `bytes` themselves. What reads the text of a page then
 * meets every picture where it is drawn, with its place and size, and nothing decodes one: neither the time nor the memory that
 * a picture asks for is spent. A picture among a page's own operators gives way to the operators of such a letter. Equal
 * pictures have one number. What is written into an encrypted file would be decrypted: there pictures are closed only, so that
 * what draws a page meets them with their numbers, and stops before it decodes one. Throws {@link TooManyPictures}.
 */
export function markPictures(bytes: Buffer): PictureMarking {
  const numbers = new PictureNumbers();
  const isEncrypted = bytes.includes('/Encrypt');
  if (!isEncrypted) markInlinePictures(bytes, numbers);
  const misses = new PictureCount(MOST_MISSES);
  let at = nextKind(bytes, 0);
  while (at >= 0) {
    const room = roomOf(bytes, at);
    if (room === 'none behind') break;
    if (room === undefined) misses.add();
    else if (isEncrypted) {
      // What packed data is, is not known; but nearly no two pictures are of one kind and of one length to the byte.
      const dictionary = bytes.toString('latin1', room.start, room.data);
      const own = dictionary.includes('/Filter') ? room.end - room.data : room.start;
      writeClosed(bytes.subarray(room.start, room.end), numbers.of(`${dictionary}${own}`));
    } else {
      const number = numbers.of(bytes.subarray(room.data, room.end));
      writeForm(bytes.subarray(room.start, room.end), number);
    }
    at = nextKind(bytes, room?.end ?? at + 1);
  }
  if (isEncrypted) return 'closed';
  return numbers.isEmpty ? 'none' : 'marked';
}

/** Numbers the pictures of a file: equal ones alike. */
class PictureNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #count = new PictureCount(MOST_PICTURES);

  get isEmpty(): boolean {
    return this.#numbers.size === 0;
  }

  /** The number of the picture that is known by `data`, from 0. Throws {@link TooManyPictures}. */
  of(data: Buffer | string): number {
    this.#count.add();
    const key = createHash('sha1').update(data).digest('base64');
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}

function markInlinePictures(bytes: Buffer, numbers: PictureNumbers): void {
  for (const stream of contentStreams(bytes, 'BI')) {
    const pictures = inlinePictures(stream.content).map(({ start, end }) => ({
      start,
      end,
      number: numbers.of(Buffer.from(stream.content.slice(start, end), 'latin1')),
    }));
    if (pictures.length === 0) continue;
    const { content } = stream;
    const marked = (isMiddle: boolean): string => {
      let [text, from] = ['', 0];
      for (const { start, end, number } of pictures) {
        // A font that the page does not have is the library's own.
        const [set, letter] = letterOf({ number, isMiddle }, 'Zhu');
        const isEnded = !isMiddle && /^[\s\0]+Q[\s\0]/u.test(content.slice(end, end + 8));
        const mark = isEnded ? `${letter} ET` : `q ${isMiddle ? set : ''}${letter} ET Q`;
        text += content.slice(from, start) + mark;
        from = end;
      }
      return text + content.slice(from);
    };
    // There is no room for more where the data of a picture is a few bytes. Even those may hold letters that the library takes
    // for the end of a picture, and for others what stands behind: rather no picture than no text.
    if (!stream.write(marked(true)) && !stream.write(marked(false))) stream.write(without(pictures, content));
  }
}

function without(pictures: readonly InlinePicture[], content: string): string {
  const starts = [0, ...pictures.map(({ end }) => end)];
  return starts.map((start, at) => content.slice(start, pictures[at]?.start)).join(' ');
}

/** Where the next object says that it is a picture, from `from` on. */
function nextKind(bytes: Buffer, from: number): number {
  let at = bytes.indexOf('/Image', from);
  while (at >= 0) {
    if (/\/Subtype[\s\0]*$/u.test(bytes.toString('latin1', Math.max(0, at - 16), at))) return at;
    at = bytes.indexOf('/Image', at + 1);
  }
  return -1;
}

/** What a mark says: the number of the picture that it stands for, and where in it its letter stands. */
export interface PictureMark {
  readonly number: number;
  readonly isMiddle: boolean;
}

/** Reads a mark; undefined for what else is marked in a page. */
export function pictureMark(tag: string | null | undefined): PictureMark | undefined {
  const [, place, number] = MARK.exec(tag ?? '') ?? [];
  return number === undefined ? undefined : { number: Number(number), isMiddle: place === 'M' };
}

/** The part of the page that a picture takes, from where its mark's letter stands, in a font of a thousandth of its size. */
export function markedBox(transform: readonly number[], { isMiddle }: PictureMark): PdfBox {
  const [a = 0, b = 0, c = 0, d = 0] = transform.slice(0, 4).map((value) => value * SCALE);
  const [x = 0, y = 0] = transform.slice(4);
  return boxOf(isMiddle ? [a, b, c, d, x - (a + c) / 2, y - (b + d) / 2] : [a, b, c, d, x, y]);
}

/** The part of the page that the square of one point by one takes under a matrix. */
export function boxOf([a = 0, b = 0, c = 0, d = 0, x = 0, y = 0]: readonly number[]): PdfBox {
  return {
    left: x + Math.min(a, 0) + Math.min(c, 0),
    right: x + Math.max(a, 0) + Math.max(c, 0),
    bottom: y + Math.min(b, 0) + Math.min(d, 0),
    top: y + Math.max(b, 0) + Math.max(d, 0),
  };
}

/** A part of a page; distances in points, y upwards. */
export interface PdfBox {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

interface Room {
  /** Of the dictionary, of the picture's bytes, and of what ends the object. */
  readonly start: number;
  readonly data: number;
  readonly end: number;
}

/** Where the object of a picture stands whose kind is named at `at`. */
function roomOf(bytes: Buffer, at: number): Room | undefined | 'none behind' {
  const from = Math.max(0, at - MOST_DICTIONARY);
  const before = bytes.toString('latin1', from, at);
  const object = before.lastIndexOf('obj');
  const head = before.slice(object + 3);
  const isObject = object >= 0 && NUMBERED.test(before.slice(Math.max(0, object - 24), object));
  if (!isObject || !HEAD.test(head) || head.includes('stream')) return undefined;
  const behind = bytes.toString('latin1', at + '/Image'.length, at + MOST_DICTIONARY);
  const stream = behind.indexOf('stream');
  const tail = behind.slice(0, stream);
  if (stream < 0 || !TAIL.test(tail) || tail.includes('obj')) return undefined;
  const data = at + '/Image'.length + stream + 'stream'.length;
  const ending = bytes.indexOf('endstream', data);
  if (ending < 0) return 'none behind';
  return { start: from + object + 3, data, end: ending + 'endstream'.length };
}

/** Operators that set what the page set otherwise for its text, which holds inside of a form too, and that write a mark's letter. */
function letterOf({ number, isMiddle }: PictureMark, font: string): readonly [set: string, letter: string] {
  const letter = `BT/${font} .001 Tf${isMiddle ? ' .5 .5 Td' : ''}(o)Tj`;
  return ['0 Tc 100 Tz 0 Ts ', `/Zhupi${isMiddle ? 'M' : 'C'}${number} BMC ${letter} EMC`];
}

/** Writes the longest form that there is room for: the smallest pictures have hardly any. */
function writeForm(room: Buffer, number: number): void {
  const [set, middle] = letterOf({ number, isMiddle: true }, 'F');
  const [, corner] = letterOf({ number, isMiddle: false }, 'F');
  const font = '<</Font<</F<</Subtype/Type1/BaseFont/A>>>>>>';
  const forms = [set + middle, middle, corner].map(
    (text) => `<</Subtype/Form/Resources${font}/Length ${text.length}>>stream\n${text}\nendstream`,
  );
  writeObject(room, forms);
}

/** Writes a picture that is never decoded, for it does not say how; its width tells its number, and its height that it does. */
function writeClosed(room: Buffer, number: number): void {
  writeObject(room, [`<</Subtype/Image/Width ${number + 1}/Height 1/Length 0>>stream\nendstream`]);
}

/** The number of a picture that was closed, by its width and height. */
export function closedNumber(width: unknown, height: unknown): number | undefined {
  return typeof width === 'number' && height === 1 ? width - 1 : undefined;
}

/** Writes the first of some objects that there is room for. */
function writeObject(room: Buffer, objects: readonly string[]): void {
  const object = objects.find((text) => text.length <= room.length);
  if (object === undefined) return;
  room.fill(0x20);
  // The library reads two words ahead: never through all the room of a large picture.
  const ending = ' endobj endobj';
  room.write(object.length + ending.length < room.length ? object + ending : object, 'latin1');
}
