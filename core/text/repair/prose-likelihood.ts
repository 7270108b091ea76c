import { isCommonCharacter } from '../common-characters.ts';

/** What stands in sound tables too, and what is lost. */
const SILENT = /[\uFFFD\u2500-\u25FF\u3000]/u;

/**
 * How much characters beyond ASCII look like Chinese prose: their mean, from about 0.9 for official prose to below 0 for
 * bytes read in the wrong encoding. U+FFFD, blanks and the lines of tables say nothing; 0 for a text without telling characters.
 */
export function proseLikelihood(text: string): number {
  let sum = 0;
  let count = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80 || SILENT.test(char)) continue;
    count += 1;
    if (code >= 0x4e00 && code <= 0x9fff) sum += isCommonCharacter(char) ? 1 : -0.3;
    else if (/[\u3000-\u3017\uFF01-\uFF5E\u2010-\u2026\u00B7\u00A0]/u.test(char)) sum += 0.6;
    else sum -= 1;
  }
  return count === 0 ? 0 : sum / count;
}
