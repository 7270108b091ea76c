import { labelOfCode } from '#core/annotations/codes-names.ts';
import type { Code } from '#core/annotations/codes-record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import { LOCALES } from '#core/base/locale.ts';
import { sameFold } from './folded-match.ts';

/**
 * The codes of an id, of a name that the user gave (in any script), or of the word for the colour of one without a name;
 * those of all projects first.
 */
export async function findCodes(codes: readonly Code[], word: string): Promise<readonly Code[]> {
  const byId = codes.filter(({ id }) => id === word);
  if (byId.length > 0) return byId;
  const isWord = await sameFold(word);
  const named = codes.filter((code) => LOCALES.some((locale) => isWord(labelOfCode(codes, code.id, locale))));
  return named.toSorted((a, b) => Number(a.projectId !== null) - Number(b.projectId !== null));
}

/** The code to mark with. Throws `usage` for a word that names none. */
export async function requireCode(codes: readonly Code[], command: string, word: string): Promise<Code> {
  const [code] = await findCodes(codes, word);
  if (code === undefined) {
    const allowed = codes.map((each) => each.name || each.id).join(', ');
    throw new ZhupiError('usage', { reason: 'color-unknown', command, value: word, allowed });
  }
  return code;
}
