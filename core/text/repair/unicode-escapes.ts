/*
 * Escapes left in text: \u4e2d, %u4e2d, \u{4e2d}, \xe4\xb8\xad, %E4%B8%AD, and \n between them.
 *
 * Evidence: text taken out of JSON, of script source or of an address unread. A text about programs shows a few on purpose,
 * so ten in a file act alone and fewer are offered; only those of characters beyond ASCII, and not those of addresses.
 */
import type { Edit } from '../edit.ts';
import { textOfUtf8 } from './misreading-encodings.ts';
import { actingAloneFrom, replaceMatches } from './replace-matches.ts';
import type { RepairRule } from './rule.ts';

const ID = 'unicode-escapes';
const LEAST = 10;
const LONGEST_ADDRESS = 300;
const HIGH = '[dD][89abAB][\\dA-Fa-f]{2}';
const LOW = '[dD][c-fC-F][\\dA-Fa-f]{2}';
const UNIT = `[\\\\%]u(?:(?<high>${HIGH})[\\\\%]u(?<low>${LOW})|(?![dD][89a-fA-F])(?<unit>[\\dA-Fa-f]{4}))`;
const BRACED = String.raw`\\u\{(?<code>[\dA-Fa-f]{4,6})\}`;
/** The three bytes of a character in UTF-8, written one by one. */
const BYTES = String.raw`(?<bytes>(?:%|\\x)[eE][\dA-Fa-f](?:(?:%|\\x)[89abAB][\dA-Fa-f]){2})`;
/** A line break behind Chinese text or another escape. */
const BREAK = String.raw`(?<=[\p{Script=Han}。；：！？”》）\dA-Fa-fn])(?<break>(?:\\r)?\\n)(?![A-Za-z])`;
/** Some programs escape the backslash too. */
const PLACE = new RegExp(String.raw`\\?(?:${UNIT}|${BRACED})|${BYTES}|${BREAK}`, 'gu');
const TRACE = /\\[urnx]|%(?:u|[eE][\dA-Fa-f])/u;
const ADDRESS = /:\/\/|www\./u;

function replacement({ groups = {} }: RegExpExecArray): string | undefined {
  const { high, low, unit, code, bytes } = groups;
  const number = (hex: string): number => Number.parseInt(hex, 16);
  if (groups['break'] !== undefined) return '\n';
  if (high !== undefined && low !== undefined) return String.fromCharCode(number(high), number(low));
  if (bytes !== undefined) {
    const [one = 0, two = 0, three = 0] = [...bytes.matchAll(/[\dA-Fa-f]{2}/gu)].map(([hex]) => number(hex));
    return textOfUtf8([one, two, three]);
  }
  const point = number(unit ?? code ?? '0');
  const isText = point >= 0x80 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
  return isText ? String.fromCodePoint(point) : undefined;
}

/** Whether an edit stands in a line with an address, whose escapes belong to it. */
function inAddress(text: string, { start, before }: Edit): boolean {
  if (!before.startsWith('%')) return false;
  const from = text.lastIndexOf('\n', start) + 1;
  return ADDRESS.test(text.slice(Math.max(from, start - LONGEST_ADDRESS), start));
}

function find(text: string): readonly Edit[] {
  const judgement = { rule: ID, confidence: 0, applied: false };
  const edits = replaceMatches(text, PLACE, judgement, replacement).filter((edit) => !inAddress(text, edit));
  // Line breaks alone may be meant (a text about programs).
  if (edits.every(({ after }) => after === '\n') && edits.length < LEAST) return [];
  return actingAloneFrom(LEAST, ID, edits);
}

/** Reads escapes as the characters they stand for; see the evidence above. */
export const unicodeEscapes: RepairRule = { id: ID, trace: TRACE, find };
