import { isCommonUnit } from '../common-characters.ts';

/** What stands in sound tables too (box drawing, the ideographic space), and what is lost (U+FFFD). */
function isSilent(code: number): boolean {
  return code < 0x80 || (code >= 0x2500 && code <= 0x25ff) || code === 0x3000 || code === 0xfffd;
}

/** The marks of Chinese prose: its brackets and stops, full-width forms, dashes, quotation marks, dots. */
function isMark(code: number): boolean {
  return (
    (code > 0x3000 && code <= 0x3017) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2010 && code <= 0x2026) ||
    code === 0xb7 ||
    code === 0xa0
  );
}

/** What a unit says, as an index of WEIGHTS; those of pairs of surrogates are looked at closer. */
const SILENT = 0;
const COMMON = 1;
const RARE = 2;
const MARK = 3;
const OTHER = 4;
const WEIGHTS = [0, 1, -0.3, 0.6, -1] as const;

function kindOf(unit: number): number {
  if (isSilent(unit)) return SILENT;
  if (unit >= 0x4e00 && unit <= 0x9fff) return isCommonUnit(unit) ? COMMON : RARE;
  return isMark(unit) ? MARK : OTHER;
}

/** Of all units: every line of every text is asked about. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_none, unit) => kindOf(unit));

/**
 * How much characters beyond ASCII look like Chinese prose: their mean, from about 0.9 for official prose to below 0 for
 * bytes read in the wrong encoding. U+FFFD, blanks and the lines of tables say nothing; 0 for a text without telling characters.
 */
export function proseLikelihood(text: string): number {
  let sum = 0;
  let count = 0;
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] ?? SILENT;
    if (kind === SILENT) continue;
    count += 1;
    sum += WEIGHTS[kind] ?? 0;
    // A pair of surrogates is one character.
    if (kind === OTHER && (text.codePointAt(at) ?? 0) > 0xffff) at += 1;
  }
  return count === 0 ? 0 : sum / count;
}
