import { decode, encode } from 'iconv-lite';
import { decodeLegacy } from './legacy-decoder.ts';

/** A text and what damage made of it. `places`: how many places were hurt. */
export interface Corrupted {
  readonly damaged: string;
  readonly places: number;
}

type Corruptor = (clean: string) => Corrupted;

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const han = /\p{Script=Han}/u;

function replaceEach(clean: string, pattern: RegExp, replace: (match: string) => string): Corrupted {
  let places = 0;
  const damaged = clean.replace(pattern, (match) => {
    places += 1;
    return replace(match);
  });
  return { damaged, places };
}

const whole =
  (misread: (clean: string) => string): Corruptor =>
  (clean) => ({ damaged: misread(clean), places: 1 });

/**
 * What the converter of pages with readings did around punctuation: a lead byte becomes `?`, and what follows is read one
 * byte out of step up to the next trail byte that is ASCII. The first place of each clause where that gives the row of
 * punctuation that real pages show.
 */
export function loseLeadBytes(clean: string): Corrupted {
  let places = 0;
  const damaged = clean.replace(/(?<=\p{Script=Han})[\p{Script=Han}。“”（]{2,16}/gu, (run) => {
    const bytes = encode(run, 'gbk');
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      const end = bytes.findIndex((byte, index) => index > at + 1 && index % 2 === 1 && byte < 0x80);
      if (end < 0) return run;
      const shifted = decodeLegacy(bytes.subarray(at + 1, end + 1), 'gbk');
      if (!/^[！。；？]/u.test(shifted) || /[\uFFFD\uE000-\uF8FF]/u.test(shifted)) continue;
      places += 1;
      return `${decodeLegacy(bytes.subarray(0, at), 'gbk')}?${shifted}${decodeLegacy(bytes.subarray(end + 1), 'gbk')}`;
    }
    return run;
  });
  return { damaged, places };
}

/** Wraps paragraphs at a width, as terminals and mail do; a mark does not begin a line. */
const wrapLines =
  (edge: number, indent = ''): Corruptor =>
  (clean) => {
    let places = 0;
    const damaged = clean
      .split('\n')
      .map((line) => {
        let wrapped = line.length > edge ? indent : '';
        let width = wrapped.length;
        for (const char of line) {
          if (width >= edge && han.test(char)) {
            wrapped += '\n';
            places += 1;
            width = 0;
          }
          wrapped += char;
          width += 1;
        }
        return wrapped;
      })
      .join('\n');
    return { damaged, places };
  };

/** Every so many-th place between Han characters gets a space, wherever words end. */
function straySpaces(clean: string): Corrupted {
  let seen = 0;
  let places = 0;
  const damaged = clean.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () => {
    seen += 1;
    if (seen % 37 !== 0) return '';
    places += 1;
    return ' ';
  });
  return { damaged, places };
}

/**
 * Each kind of damage, made from clean text by doing again what went wrong (bytes decoded wrongly, characters escaped),
 * not by what a rule looks for. Named by the rule that should mend it.
 */
export const CORRUPTORS: readonly (readonly [rule: string, name: string, corrupt: Corruptor])[] = [
  ['misread-encoding', 'UTF-8 as Latin-1', whole((clean) => latin1(encode(clean, 'utf8')))],
  [
    'misread-encoding',
    'UTF-8 as Latin-1, twice',
    whole((clean) => latin1(encode(latin1(encode(clean, 'utf8')), 'utf8'))),
  ],
  ['misread-encoding', 'GBK as Latin-1', whole((clean) => latin1(encode(clean, 'gbk')))],
  [
    'misread-encoding',
    'one paragraph UTF-8 as Latin-1',
    (clean) => {
      const lines = clean.split('\n');
      const at = lines.findIndex((line) => line.length > 40);
      return { damaged: lines.with(at, latin1(encode(lines[at] ?? '', 'utf8'))).join('\n'), places: 1 };
    },
  ],
  [
    'misread-encoding',
    'GBK as Latin-1, twice',
    whole((clean) => latin1(encode(latin1(encode(clean, 'gbk')), 'utf8'))),
  ],
  [
    'misread-encoding',
    'UTF-8 as Windows-1252, five bytes lost',
    whole((clean) => decode(encode(clean, 'utf8'), 'win1252')),
  ],
  ['misread-encoding', 'UTF-8 as GBK', whole((clean) => decodeLegacy(encode(clean, 'utf8'), 'gbk'))],
  ['byte-shift', 'lost lead byte', loseLeadBytes],
  [
    'html-entities-and-tags',
    'numeric references',
    (clean) => replaceEach(clean, /\p{Script=Han}/gu, (char) => `&#${char.codePointAt(0) ?? 0};`),
  ],
  [
    'html-entities-and-tags',
    'tags',
    (clean) => replaceEach(clean, /[^\n]+/gu, (line) => `<p class="x">${line}</p>`),
  ],
  [
    'unicode-escapes',
    'escapes',
    (clean) =>
      replaceEach(clean, /\p{Script=Han}/gu, (char) =>
        Array.from({ length: char.length }, (_none, at) => `\\u${char.charCodeAt(at).toString(16)}`).join(''),
      ),
  ],
  [
    'html-entities-and-tags',
    'escaped tags',
    (clean) => replaceEach(clean, /[^\n]+/gu, (line) => `&lt;p class=&quot;x&quot;&gt;${line}&lt;/p&gt;`),
  ],
  [
    'half-width-punctuation',
    'half-width marks',
    (clean) =>
      replaceEach(clean, /[，；：？！]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)),
  ],
  ['zero-width', 'zero-width spaces', (clean) => replaceEach(clean, /，/gu, (mark) => `${mark}\u200B`)],
  [
    'doubled-punctuation',
    'doubled commas',
    (clean) => replaceEach(clean, /(?<=\p{Script=Han})，(?=\p{Script=Han})/gu, (mark) => mark + mark),
  ],
  [
    'stray-spaces',
    'spaced out',
    (clean) => replaceEach(clean, /(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () => ' '),
  ],
  ['stray-spaces', 'one place of 37', straySpaces],
  ['line-joining', 'wrapped at 24', wrapLines(24)],
  ['line-joining', 'wrapped at 30, indented', wrapLines(30, '　　')],
  ['line-joining', 'wrapped at 38', wrapLines(38)],
];
