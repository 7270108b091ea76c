import { parseNumber } from './han-number.ts';

/** The kinds of numbering of official documents (GB/T 9704), of laws, and of points inside a paragraph. */
export type NumberingKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'bracketed-han'
  | 'arabic'
  | 'bracketed-arabic'
  | 'circled'
  | 'ordinal'
  | 'point';

/** A place that looks like numbering; whether it is shows when its run is complete. */
export interface Marker {
  readonly kind: NumberingKind;
  readonly number: number;
  /** 第三条之一, 第 3-1 條: an article put in behind the one of its number. */
  readonly inserted: boolean;
  /** What the place is called: 三, （二）, 2, 第四章, 一是. */
  readonly label: string;
  /** UTF-16 offsets in the text that was searched: the marker, and where its words begin. */
  readonly start: number;
  readonly wordsStart: number;
}

const HAN = '[〇零○一二三四五六七八九十百千]+';
const NUMBER = String.raw`(?:${HAN}(?:\s${HAN})?|\d{1,4})`;

interface Pattern {
  readonly kind: NumberingKind;
  readonly regExp: RegExp;
  readonly label: (written: string, whole: string) => string;
}

const asWritten = (_: string, whole: string): string => whole.replace(/\s/gu, '');
const lawLike = (kind: NumberingKind, units: string): Pattern => ({
  kind,
  regExp: new RegExp(
    String.raw`^第\s?(${NUMBER})(?:-\d+)?\s?(?:${units})(?:之[一二三四五六七八九十])?(?=[\s　：:]|$|[^、，,的规規])`,
    'u',
  ),
  label: asWritten,
});

/** Numbering at the beginning of a block. */
const AT_START: readonly Pattern[] = [
  lawLike('part', '编|編|篇|部分'),
  lawLike('chapter', '章'),
  lawLike('section', '节|節'),
  lawLike('article', '条|條'),
  { kind: 'han', regExp: new RegExp(`^(${HAN})\\s?[、．.]`, 'u'), label: (written) => written },
  {
    kind: 'bracketed-han',
    regExp: new RegExp(`^(?:[（(]\\s?(${HAN})\\s?[）)]|([㈠-㈩]))`, 'u'),
    label: (written) => `（${written}）`,
  },
  {
    kind: 'arabic',
    // 1.2023年… is a point about a year, 1.5倍 a number.
    regExp: /^(?:([\d０-９]{1,3})(?:\s?[、．]|\.(?!\d)|\.(?=(?:19|20)\d{2}年))|([⒈-⒛]))/u,
    label: (written) => written,
  },
  {
    kind: 'bracketed-arabic',
    regExp: /^(?:[（(]\s?([\d０-９]{1,3})\s?[）)]|([⑴-⒇]))/u,
    label: (written) => `（${written}）`,
  },
];

/** Numbering that stands inside paragraphs too, behind the end of a clause. */
const INSIDE = new RegExp(
  String.raw`(?<=^|[。；;：:，,！？!?”）)])(?:(${HAN})是(?![一二三四五六七八九十])|第(${HAN})[，,、]|([①-⑳]))`,
  'gu',
);

function markerAtStart(block: string): Marker | undefined {
  for (const { kind, regExp, label } of AT_START) {
    const match = regExp.exec(block);
    if (match === null) continue;
    // ㈠, ⑴ and ⒈ are one character; taken apart it holds the number.
    const written = match[1] ?? (match[2] ?? '').normalize('NFKC').replaceAll(/[().]/gu, '');
    const number = parseNumber(written);
    if (number === undefined) continue;
    const whole = match[0];
    const inserted = /-\d|之/u.test(whole);
    const words = whole.length + (/^[\s　]*/u.exec(block.slice(whole.length))?.[0].length ?? 0);
    return {
      kind,
      number,
      inserted,
      label: label(written.normalize('NFKC'), whole),
      start: 0,
      wordsStart: words,
    };
  }
  return undefined;
}

function markersInside(block: string): readonly Marker[] {
  const markers: Marker[] = [];
  for (const match of block.matchAll(INSIDE)) {
    const [whole, point, ordinal, circled] = match;
    const kind = point === undefined ? (ordinal === undefined ? 'circled' : 'ordinal') : 'point';
    const number = parseNumber(point ?? ordinal ?? circled ?? '');
    if (number === undefined) continue;
    const label = whole.replace(/[，,、]$/u, '');
    const start = match.index;
    markers.push({ kind, number, inserted: false, label, start, wordsStart: start + whole.length });
  }
  return markers;
}

/** All markers of a block of text, in order. */
export function markersOf(block: string): readonly Marker[] {
  const first = markerAtStart(block);
  const inside = markersInside(block);
  return first === undefined ? inside : [first, ...inside];
}
