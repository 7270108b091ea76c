/** A picture among the operators of a page, from its first letter to behind its last, in characters of a byte. */
export interface InlinePicture {
  readonly start: number;
  readonly end: number;
}

/** Characters that the words before a picture's data take at most, and places that look like its beginning or end and are none. */
const MOST_DICTIONARY = 4_096;
const MOST_MISSES = 1_000;

const GAP = '[\\s\\0]';
const WORD = '[^\\s\\0/<>()\\[\\]{}%]';
const TEXT = '\\((?:\\\\[^]|[^\\\\()])*\\)';
/** Operators of what describes a glyph: it draws letters. */
const GLYPH = new RegExp(`^${GAP}*(?:[-+.\\d]{1,20}${GAP}+){2,6}d[01]${GAP}`, 'u');
/** What may hold letters that are no operators, and the operator that begins a picture. */
const NEXT = new RegExp(`[%(<]|(?<!${WORD})BI(?=[\\s\\0/])`, 'gu');
const TOKEN_END = /[\r\n]/gu;
const ENTRY = new RegExp(
  `${GAP}*/(${WORD}{0,40})${GAP}*` +
    `(/${WORD}*|${WORD}+|\\[(?:[^\\[\\]()]|${TEXT}|\\[(?:[^\\[\\]()]|${TEXT})*\\])*\\]|<<(?:[^<>]|<<[^<>]*>>)*>>)`,
  'uy',
);
const DATA = new RegExp(`${GAP}*ID${GAP}`, 'uy');

/** The end of a picture, and what the page does behind it: else the letters are part of its data. */
const ENDING = new RegExp(`EI(?=${GAP}|$)`, 'gu');
const CLOSE_ENDING = new RegExp(`${GAP}{0,3}EI(?=${GAP}|$)`, 'uy');
const OPERANDS = `(?:[-+.\\d]{1,20}(?!${WORD})|/${WORD}{0,127}|<<[^<>]{0,500}>>|<[\\da-fA-F\\s\\0]{0,500}>|\\([^()]{0,500}\\)|\\[[^\\[\\]]{0,2000}\\])${GAP}*`;
const OPERATORS =
  'b\\*?|B\\*?|BDC|BI|BMC|BT|BX|c|cm|CS|cs|d|Do|DP|EMC|ET|EX|f\\*?|F|G|g|gs|h|i|j|J|k|K|l|m|M|MP|n|q|Q|re|RG|rg|ri|s|S|sc|SC|scn|SCN|sh|T\\*|Tc|Td|TD|Tf|Tj|TJ|TL|Tm|Tr|Ts|Tw|Tz|v|w|W\\*?|y|\'|"';
const GOES_ON = new RegExp(
  `${GAP}+(?:%[^\\r\\n]{0,500}[\\r\\n]${GAP}*)?(?:$|(?:${OPERANDS}){0,6}(?:${OPERATORS})(?!${WORD}))`,
  'uy',
);

/**
 * The pictures that stand among operators themselves (BI … ID … EI), in order. Letters of texts and of pictures' data are no
 * operators. Left out are single points, which are colours of a shape, what describes a glyph, and pictures that never end.
 */
export function inlinePictures(content: string): readonly InlinePicture[] {
  const pictures: InlinePicture[] = [];
  if (GLYPH.test(content.slice(0, 200))) return pictures;
  const misses = { left: MOST_MISSES };
  for (let at = 0; misses.left > 0;) {
    NEXT.lastIndex = at;
    const next = NEXT.exec(content);
    if (next === null) break;
    const start = next.index;
    if (next[0] !== 'BI') {
      at = behindToken(content, start);
      continue;
    }
    const head = headOf(content, start + 'BI'.length);
    if (head === undefined) {
      misses.left -= 1;
      at = start + 'BI'.length;
      continue;
    }
    const end = endOf(content, head, misses);
    if (end === undefined) break;
    if (head.width > 0 && head.height > 0 && head.width * head.height > 1) pictures.push({ start, end });
    at = end;
  }
  return pictures;
}

/** Behind a comment, a text or a text in hexadecimal digits. */
function behindToken(content: string, start: number): number {
  if (content[start] === '%') {
    TOKEN_END.lastIndex = start;
    return TOKEN_END.exec(content) === null ? content.length : TOKEN_END.lastIndex;
  }
  if (content[start] === '<') {
    if (content[start + 1] === '<') return start + 2;
    const end = content.indexOf('>', start);
    return end < 0 ? content.length : end + 1;
  }
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    const sign = content[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return content.length;
}

interface Head {
  readonly width: number;
  readonly height: number;
  /** Bytes of its data; undefined when only its end tells. */
  readonly bytes: number | undefined;
  /** Where its data begins. */
  readonly data: number;
}

const COLOURS: Readonly<Record<string, number>> = {
  '/G': 1,
  '/DeviceGray': 1,
  '/RGB': 3,
  '/DeviceRGB': 3,
  '/CMYK': 4,
  '/DeviceCMYK': 4,
};

/** What stands between BI and a picture's data. */
function headOf(content: string, from: number): Head | undefined {
  const text = content.slice(from, from + MOST_DICTIONARY);
  const entries = new Map<string, string>();
  let at = 0;
  for (;;) {
    ENTRY.lastIndex = at;
    const [, name, value] = ENTRY.exec(text) ?? [];
    if (name === undefined || value === undefined) break;
    entries.set(name, value);
    at = ENTRY.lastIndex;
  }
  DATA.lastIndex = at;
  if (!DATA.test(text)) return undefined;
  // What is no number of points would lead back before the picture, or nowhere.
  const numberOf = (...names: readonly string[]): number =>
    Number(/^\d{1,9}$/u.exec(names.map((name) => entries.get(name)).find(Boolean) ?? '')?.[0] ?? 0);
  const [width, height] = [numberOf('W', 'Width'), numberOf('H', 'Height')];
  const isMask = (entries.get('IM') ?? entries.get('ImageMask')) === 'true';
  const space = entries.get('CS') ?? entries.get('ColorSpace') ?? '';
  const colours = isMask || /^\[[\s\0]*\/I/u.test(space) ? 1 : COLOURS[space];
  const isPacked = entries.has('F') || entries.has('Filter');
  const bits = isMask ? 1 : numberOf('BPC', 'BitsPerComponent');
  const bytes = colours === undefined ? undefined : height * Math.ceil((width * colours * bits) / 8);
  return { width, height, bytes: isPacked ? undefined : bytes, data: from + DATA.lastIndex };
}

/** Behind the operator that ends a picture; undefined where none does, or too many are none (`misses` counts down). */
function endOf(content: string, { bytes, data }: Head, misses: { left: number }): number | undefined {
  if (bytes !== undefined) {
    CLOSE_ENDING.lastIndex = data + bytes;
    if (CLOSE_ENDING.test(content)) return CLOSE_ENDING.lastIndex;
  }
  ENDING.lastIndex = data;
  for (; misses.left > 0 && ENDING.test(content); misses.left -= 1) {
    const end = ENDING.lastIndex;
    GOES_ON.lastIndex = end;
    if (end === content.length || GOES_ON.test(content)) return end;
  }
  return undefined;
}
