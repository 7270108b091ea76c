import { commonRank } from '#core/text/common-characters.ts';
import { wordsIn } from '#core/text/words.ts';
import { REPLACEMENT } from './decoded-slice.ts';
import { isEverydayHan } from './double-byte.ts';

/*
 * How many bits a text costs under a rough model of what reports are written in: the frequency of Han characters, the
 * runtime's dictionary of words, ASCII. The encoding whose text costs the fewest bits for the same bytes is the likeliest
 * (Shannon); a few characters are enough where tables of byte pairs say nothing.
 */

/** Common characters stand for this share of the Han characters in a text (Zipf's law over their ranks). */
const ZIPF = 5.7;
const ZIPF_SHIFT = 8;
/** Bits of other characters. */
const EVERYDAY = 15;
const RARE = 20;
const REMOTE = 24;
const WORD = 9;
/** A byte that is none, and one more behind it; their characters are not counted. */
const REPLACED = 26;
const REPLACED_AGAIN = 8;
/** Words are looked up in short texts only. */
const MOST_FOR_WORDS = 200;

const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[，。、：；]/u, 6],
  [/[“”‘’（）《》〈〉「」『』【】〔〕！？—…·　]/u, 8],
  [/[０-９]/u, 11],
  [/[Ａ-Ｚａ-ｚ！-～]/u, 12.5],
  [/[①-⑳⑴-⒇㈠-㈩Ⅰ-Ⅻ]/u, 12.5],
  [/[\u2010-\u2027〇〖〗％]/u, 12],
  [/[■-◿★☆※→←↑↓×÷±°§√∶€£]/u, 14],
  [/[\u3040-\u30FF]/u, 16],
  [/[\uAC00-\uD7AF]/u, 18],
  [/[\u0410-\u044F]/u, 13],
  [/[\u0391-\u03C9]/u, 14],
  [/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u, 10],
  [/[\u00A0-\u00FF]/u, 15],
  [/[嘅咗嚟冇佢哋啲喺咁嗰唔嘢啱揾畀俾晒瞓攞搵諗噉]/u, EVERYDAY],
  [/[\p{Extended_Pictographic}]/u, 17],
  [/[\p{Co}]/u, REMOTE],
];

/** Bits of every unit below U+0080: letters are words, controls are no text. */
const ASCII = Float32Array.from({ length: 128 }, (_, code) => {
  if (code === 0x20 || code === 0x0a || code === 0x0d) return 4;
  if (code === 0x09) return 6;
  if (code < 0x20 || code === 0x7f) return 15;
  const char = String.fromCharCode(code);
  if (/[a-z]/u.test(char)) return 5;
  if (/\d/u.test(char)) return 5.5;
  if (/[A-Z]/u.test(char)) return 7;
  return /[.,:;/()-]/u.test(char) ? 7 : 9;
});

const memory = new Map<string, number>();

/** Bits of one character beyond ASCII by itself. */
function ownBits(character: string): number {
  const known = memory.get(character);
  if (known !== undefined) return known;
  const bits = measured(character);
  memory.set(character, bits);
  return bits;
}

function measured(character: string): number {
  const rank = commonRank(character);
  if (rank >= 0) return Math.log2(ZIPF * (rank + ZIPF_SHIFT));
  const kind = KINDS.find(([pattern]) => pattern.test(character));
  if (kind !== undefined) return kind[1];
  if (character >= '\u4e00' && character <= '\u9fff') return isEverydayHan(character) ? EVERYDAY : RARE;
  return REMOTE;
}

const HAN_WORD = /^\p{Script=Han}{2,}$/u;

/** Offsets of the characters that go on with a word of the dictionary. */
function insideWords(text: string): ReadonlySet<number> {
  const inside = new Set<number>();
  if (text.length > MOST_FOR_WORDS) return inside;
  for (const { segment, index, isWordLike } of wordsIn(text)) {
    if (isWordLike !== true || !HAN_WORD.test(segment)) continue;
    for (let at = 1; at < segment.length; at += 1) inside.add(index + at);
  }
  return inside;
}

/** What a text costs, in bits, and how many of its characters beyond ASCII were read. */
export interface TextCost {
  readonly bits: number;
  readonly wide: number;
  /** Bits of the characters beyond ASCII. */
  readonly wideBits: number;
}

export function costOf(text: string): TextCost {
  const words = insideWords(text);
  let bits = 0;
  let wide = 0;
  let wideBits = 0;
  let replaced = REPLACED;
  let at = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (character === REPLACEMENT) {
      bits += replaced;
      replaced = REPLACED_AGAIN;
      at += 1;
      continue;
    }
    replaced = REPLACED;
    if (code < 0x80) bits += ASCII[code] ?? 0;
    else {
      const own = words.has(at) ? Math.min(WORD, ownBits(character)) : ownBits(character);
      bits += own;
      wideBits += own;
      wide += 1;
    }
    at += character.length;
  }
  return { bits, wide, wideBits };
}
