import { formalNumber, parseNumber, parseRoman } from './han-number.ts';

/** The kinds of numbering of official documents (GB/T 9704), of laws, and of points inside a paragraph. */
export type NumberingKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'formal-han'
  | 'roman'
  | 'han'
  | 'bracketed-han'
  | 'arabic'
  | 'bracketed-arabic'
  | 'latin'
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
  /** The number of what was written; {@link parseNumber} where it is not told. */
  readonly read?: (written: string) => number | undefined;
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

/** （一）至（三）项所列, （一）项所列: numbers that are cited. */
const CITED = '(?!\\s?(?:[至到、和及与與或]\\s?[（(第]|[项項](?!目)|款[的所规規]))';
/** 一、二级公路, 三、四线城市: two numbers that count something. */
const COUNTED = new RegExp(`^(${HAN})、(${HAN})[级級类類线線等、]`, 'u');
/** （一）…；（二）… inside a paragraph, behind the end of a clause. */
const BRACKETED_INSIDE = new RegExp(`(?<=[。；;：:]\\s?)[（(](${HAN})[）)]${CITED}`, 'gu');

/** Numbering at the beginning of a block. */
const AT_START: readonly Pattern[] = [
  lawLike('part', '编|編|篇|部分'),
  lawLike('chapter', '章'),
  lawLike('section', '节|節'),
  lawLike('article', '条|條'),
  {
    // Of Taiwanese papers, above 一、.
    kind: 'formal-han',
    regExp: /^([壹贰貳叁參叄肆伍陆陸柒捌玖拾]{1,3})\s?[、．.]/u,
    label: (written) => written,
    read: formalNumber,
  },
  {
    kind: 'roman',
    regExp: /^([Ⅰ-Ⅻ]|[IVX]{1,5})\s?[、．.](?![A-Za-z\d.])/u,
    label: (written) => written,
    read: parseRoman,
  },
  { kind: 'han', regExp: new RegExp(`^(${HAN})\\s?[、．.]`, 'u'), label: (written) => written },
  {
    kind: 'bracketed-han',
    regExp: new RegExp(`^(?:[（(]\\s?(${HAN})\\s?[）)]|([㈠-㈩]))${CITED}`, 'u'),
    label: (written) => `（${written}）`,
  },
  {
    kind: 'arabic',
    // 1.2023年… is a point about a year; 1.5倍 is a number, 3、5条 and 2、20-1条 are several.
    regExp:
      /^(?:([\d０-９]{1,3})(?:\s?[、．](?!\s?\d{1,3}\s*[、～~至條条項项款-])|\.(?!\d)|\.(?=(?:19|20)\d{2}年))|([⒈-⒛]))/u,
    label: (written) => written,
  },
  {
    kind: 'bracketed-arabic',
    regExp: /^(?:[（(]\s?([\d０-９]{1,3})\s?[）)]|([⑴-⒇]))/u,
    label: (written) => `（${written}）`,
  },
  {
    kind: 'latin',
    regExp: /^([A-Za-zＡ-Ｚａ-ｚ])\s?[、．.](?![A-Za-z\d.])/u,
    label: (written) => written,
    read: (written) => written.normalize('NFKC').toUpperCase().charCodeAt(0) - 64,
  },
];

/** Numbering that stands inside paragraphs too, behind the end of a clause. */
const INSIDE = new RegExp(
  String.raw`(?<=^|[。；;：:，,！？!?”）)])(?:(${HAN})是(?!${HAN}(?:[，,。、；;]|是))|第(${HAN})[，,、：:]|([①-⑳]))`,
  'gu',
);

/** Whether a line begins with two numbers in a row, as 一、二级公路 does; 四、二等舱 is a point. */
function counts(block: string): boolean {
  const [, first = '', second = ''] = COUNTED.exec(block) ?? [];
  return second !== '' && parseNumber(second) === (parseNumber(first) ?? 0) + 1;
}

function markerAtStart(block: string): Marker | undefined {
  for (const { kind, regExp, label, read = parseNumber } of AT_START) {
    const match = regExp.exec(block);
    if (match === null) continue;
    // ㈠, ⑴ and ⒈ are one character; taken apart it holds the number.
    const written = match[1] ?? (match[2] ?? '').normalize('NFKC').replaceAll(/[().]/gu, '');
    const number = read(written);
    if (number === undefined || (kind === 'han' && counts(block))) continue;
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
    const label = whole.replace(/[，,、：:]$/u, '');
    const start = match.index;
    markers.push({ kind, number, inserted: false, label, start, wordsStart: start + whole.length });
  }
  return markers;
}

/** （一）…；（二）… behind the first clause of a paragraph; one that begins it is found there. */
function bracketedInside(block: string): readonly Marker[] {
  return [...block.matchAll(BRACKETED_INSIDE)].flatMap(({ 0: whole, 1: written = '', index: start }) => {
    const number = parseNumber(written);
    const label = `（${written}）`;
    const wordsStart = start + whole.length;
    return number === undefined
      ? []
      : [{ kind: 'bracketed-han' as const, number, inserted: false, label, start, wordsStart }];
  });
}

/** All markers of a block of text, in order. */
export function markersOf(block: string): readonly Marker[] {
  const first = markerAtStart(block);
  const brackets = bracketedInside(block);
  const inside = markersInside(block);
  const others =
    brackets.length === 0 ? inside : [...inside, ...brackets].toSorted((a, b) => a.start - b.start);
  return first === undefined ? others : [first, ...others];
}
