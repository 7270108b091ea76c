import { createHash } from 'node:crypto';

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

/** What became of the pictures of a file: each has its mark, or they are closed and unmarked, or there are none. */
export type PictureMarking = 'marked' | 'closed' | 'none';

/**
 * Puts a form that writes one letter in place of each picture of a PDF, in `bytes` themselves. What reads the text of a page then
 * meets every picture where it is drawn, with its place and size, and nothing decodes one: neither the time nor the memory that
 * a picture asks for is spent. Pictures inside of a page's own operators stay; writers put only small ones there. Equal
 * pictures have one number. The forms of an encrypted file would be decrypted: there pictures are closed only, so that
 * what draws a page meets them, and stops before it decodes one.
 */
export function markPictures(bytes: Buffer): PictureMarking {
  const isEncrypted = bytes.includes('/Encrypt');
  const numbers = new Map<string, number>();
  let [pictures, misses] = [0, 0];
  let at = nextKind(bytes, 0);
  while (at >= 0 && pictures < MOST_PICTURES && misses < MOST_MISSES) {
    const room = roomOf(bytes, at);
    if (room === 'none behind') break;
    if (room === undefined) misses += 1;
    else {
      pictures += 1;
      if (isEncrypted) closePicture(bytes.subarray(room.start, room.data));
      else {
        const key = keyOf(bytes.subarray(room.data, room.end));
        const number = numbers.get(key) ?? numbers.size;
        numbers.set(key, number);
        writeForm(bytes.subarray(room.start, room.end), number);
      }
    }
    at = nextKind(bytes, room?.end ?? at + 1);
  }
  return pictures === 0 ? 'none' : isEncrypted ? 'closed' : 'marked';
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

/** Names without which the library does not decode a picture; kinds of pictures that say by themselves what those would say. */
const OPENING = ['/BitsPerComponent', '/BPC', '/ImageMask', '/IM', '/JBIG2Decode', '/JPXDecode'];

function closePicture(dictionary: Buffer): void {
  for (const name of OPENING) {
    const at = dictionary.indexOf(name);
    if (at >= 0) dictionary.write('_', at + 1, 'latin1');
  }
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

function keyOf(data: Buffer): string {
  return createHash('sha1').update(data).digest('base64');
}

/** Writes the longest form that there is room for: the smallest pictures have hardly any. */
function writeForm(room: Buffer, number: number): void {
  const letter = 'BT/F .001 Tf';
  const middle = `/ZhupiM${number} BMC ${letter} .5 .5 Td(o)Tj EMC`;
  // What the page set for its text before it drew the picture holds in a form too.
  const contents = [`0 Tc 100 Tz 0 Ts ${middle}`, middle, `/ZhupiC${number} BMC ${letter}(o)Tj EMC`];
  const font = '<</Font<</F<</Subtype/Type1/BaseFont/A>>>>>>';
  const form = contents
    .map((text) => `<</Subtype/Form/Resources${font}/Length ${text.length}>>stream\n${text}\nendstream`)
    .find((text) => text.length <= room.length);
  if (form === undefined) return;
  room.fill(0x20);
  // The library reads two words ahead: never through all the room of a large picture.
  const ending = ' endobj endobj';
  room.write(form.length + ending.length < room.length ? form + ending : form, 'latin1');
}
