/*
 * Escapes left in text: \u4e2d, %u4e2d.
 *
 * Evidence: text taken out of JSON or script source unread. A text about programs shows a few on purpose, so ten in a file
 * act alone and fewer are offered; only those of characters beyond ASCII.
 */
import type { Edit } from '../edit.ts';
import { actingAloneFrom, replaceMatches } from './replace-matches.ts';
import type { RepairRule } from './rule.ts';

const ID = 'unicode-escapes';
const LEAST = 10;
const PLACE =
  /[\\%]u(?:([dD][89abAB][\dA-Fa-f]{2})[\\%]u([dD][c-fC-F][\dA-Fa-f]{2})|(?![dD][89a-fA-F])([\dA-Fa-f]{4}))/gu;

function replacement([, high, low, unit]: RegExpExecArray): string | undefined {
  const code = (hex: string): number => Number.parseInt(hex, 16);
  if (high !== undefined && low !== undefined) return String.fromCharCode(code(high), code(low));
  return unit === undefined || code(unit) < 0x80 ? undefined : String.fromCharCode(code(unit));
}

function find(text: string): readonly Edit[] {
  if (!/[\\%]u/u.test(text)) return [];
  const judgement = { rule: ID, confidence: 0, applied: false };
  return actingAloneFrom(LEAST, ID, replaceMatches(text, PLACE, judgement, replacement));
}

/** Reads escapes as the characters they stand for; see the evidence above. */
export const unicodeEscapes: RepairRule = { id: ID, find };
