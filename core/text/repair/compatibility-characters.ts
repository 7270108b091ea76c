/*
 * Compatibility ideographs and radicals where the character itself is meant: ⼯作 for 工作, 令 for 令.
 *
 * Evidence: PDF files made with some fonts give radicals (U+2F00 on) for the characters that look alike. A text may speak
 * of radicals, so these are offered, never taken alone. Private-use characters say nothing outside their font, and sound
 * statutes hold some (U+E591), so they are left as they are.
 */
import type { Edit } from '../edit.ts';
import { replaceMatches } from './replace-matches.ts';
import type { RepairRule } from './rule.ts';

const ID = 'compatibility-characters';
const PROPOSED = 0.5;
const PLACE = /[\u2E9F\u2EF3\u2F00-\u2FD5\uF900-\uFAFF]/gu;

function find(text: string): readonly Edit[] {
  const judgement = { rule: ID, confidence: PROPOSED, applied: false };
  return replaceMatches(text, PLACE, judgement, ([char]) => char.normalize('NFKC'));
}

/** Proposes the plain character; see the evidence above. */
export const compatibilityCharacters: RepairRule = { id: ID, find };
