import type { DoubleByteTable } from './double-byte-table.ts';
import type { WordEvidence } from './likely-words.ts';
import { LOST } from './misreading-encodings.ts';

const QUESTION_MARK = 0x3f;
/** By so much (natural logarithm) a character must be likelier than the next to be put where a byte was lost. */
const LEAST_MARGIN = 4;
const LEAST_LIKELY = -10;
const CONTINUATION = Array.from({ length: 0x40 }, (_none, index) => 0x80 + index);
/** Lead bytes of three that Chinese characters and marks have. */
const LEADS = [0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xef];
const IN_PROSE = /[\u2010-\u2026\u3001-\u3011\u4e00-\u9fff\uff01-\uff1f]/u;

const OPEN_QUOTE = /[《「『【〈][^》」』】〉]*$/u;
const MARK = /[\u2010-\u2026\u3001-\u3011\uff01-\uff1f]/u;
const MARK_OR_SPACE = new RegExp(`${MARK.source}| `, 'u');

const isContinuation = (byte: number | undefined): byte is number =>
  byte !== undefined && byte >= 0x80 && byte <= 0xbf;

function character(lead: number, second: number, third: number): string | undefined {
  const char = String.fromCharCode(((lead & 0xf) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
  return IN_PROSE.test(char) ? char : undefined;
}

/** What stood at a place: the ways to read it, and how many bytes it took. */
interface LostPlace {
  readonly ways: readonly string[];
  readonly length: number;
}

/**
 * Reads a sequence of three bytes whose second or third was lost, or whose third was lost with the lead byte behind it. A
 * pair of bytes is lost only where the double-byte encoding has no character.
 */
function readLost(bytes: readonly number[], at: number, table: DoubleByteTable): LostPlace | undefined {
  const lead = bytes[at] ?? 0;
  if (lead < 0xe2 || !LEADS.includes(lead)) return undefined;
  const [second, third, fourth, fifth] = [bytes[at + 1], bytes[at + 2], bytes[at + 3], bytes[at + 4]];
  const isLost = (byte: number | undefined): boolean => byte === LOST || byte === QUESTION_MARK;
  const isUndecodable = (byte: number, next: number | undefined): boolean =>
    next === undefined || next < 0x40 || table.charOf(byte, next) === undefined;
  if (isLost(second) && isContinuation(third)) {
    const ways = CONTINUATION.filter((byte) => isUndecodable(byte, third)).flatMap(
      (byte) => character(lead, byte, third) ?? [],
    );
    return { ways, length: 3 };
  }
  if (!isContinuation(second) || !isLost(third)) return undefined;
  if (isContinuation(fourth) && isContinuation(fifth)) {
    const ways = CONTINUATION.flatMap((byte) =>
      LEADS.filter((next) => isUndecodable(byte, next)).flatMap((next) => {
        const [a, b] = [character(lead, second, byte), character(next, fourth, fifth)];
        return a === undefined || b === undefined ? [] : [a + b];
      }),
    );
    return { ways, length: 5 };
  }
  const ways = CONTINUATION.filter((byte) => isUndecodable(byte, fourth)).flatMap(
    (byte) => character(lead, second, byte) ?? [],
  );
  return { ways, length: 3 };
}

/**
 * The way that stands likeliest between its neighbours, if it does clearly: by `margin` (natural logarithm) likelier than the
 * next.
 */
export function chooseWay(
  ways: readonly string[],
  left: string,
  right: string,
  evidence: WordEvidence,
  margin = LEAST_MARGIN,
): string | undefined {
  const ofDate = /\d/u.test(left) ? ways.filter((way) => /^[年月日]$/u.test(way)) : [];
  if (ofDate.length === 1) return ofDate[0];
  const ranked = ways
    .map((way) => {
      const chain = left + way + right;
      let score = 0;
      let weakest = 0;
      for (let index = 0; index + 1 < chain.length; index += 1) {
        const own = evidence.likelihood(chain[index] ?? '', chain[index + 1] ?? '');
        score += own;
        weakest = Math.min(weakest, own);
      }
      return { way, score, weakest };
    })
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined || best.weakest < LEAST_LIKELY * best.way.length) return undefined;
  if (best.score - (second?.score ?? -Infinity) < margin) return undefined;
  // At the end of a line nothing tells one mark from the others.
  if (right === '' && MARK.test(best.way.at(-1) ?? '') && ways.filter((way) => MARK.test(way)).length > 1) {
    return undefined;
  }
  // Likelier than a rare character is no reason: it must go with a neighbour.
  const covered = evidence.covered(left + best.way + right).slice(left.length, left.length + best.way.length);
  const goes = covered.every((isCovered, index) => isCovered || MARK_OR_SPACE.test(best.way[index] ?? ''));
  return goes ? best.way : undefined;
}

/** A clause was ended in it, and no quotation or title is open that could end there too. */
function isSentence(text: string): boolean {
  return text.includes('，') && !OPEN_QUOTE.test(text);
}

/** A character of the basic plane that is whole. */
function neighbour(unit: string | undefined): string {
  return unit === undefined || /[\uFFFD\uD800-\uDFFF]/u.test(unit) ? '' : unit;
}

/**
 * The bytes with those put back that the neighbours tell; `decode` reads what is sound, a piece at a time. The rest stays lost,
 * and so does what is over the budget of places.
 */
export function restoreLostUtf8(
  bytes: readonly number[],
  table: DoubleByteTable,
  evidence: WordEvidence,
  decode: (bytes: readonly number[]) => string,
  budget: { left: number },
): string {
  // Pieces, none of them empty: to look at the end of a text that grows would write all of it anew each time.
  const pieces: string[] = [];
  const add = (piece: string): void => {
    if (piece !== '') pieces.push(piece);
  };
  let from = 0;
  for (let at = 0; at < bytes.length && budget.left > 0; at += 1) {
    const place = readLost(bytes, at, table);
    if (place === undefined) continue;
    add(decode(bytes.slice(from, at)));
    const behind = decode(bytes.slice(at + place.length, at + place.length + 3));
    budget.left -= 1;
    const isStop = behind === '' && place.ways.includes('。') && isSentence(pieces.join(''));
    const chosen = isStop
      ? '。'
      : chooseWay(place.ways, neighbour(pieces.at(-1)?.at(-1)), neighbour(behind[0]), evidence);
    add(chosen ?? '\uFFFD');
    at += place.length - 1;
    from = at + 1;
  }
  add(decode(bytes.slice(from)));
  return pieces.join('');
}
