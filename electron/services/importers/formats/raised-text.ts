/** Whether text stands above or below its line. */
export type Raised = 'sup' | 'sub' | undefined;

const PLAIN = [...'0123456789+-−=()'];
const SIGNS = {
  sup: [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'],
  sub: [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'],
} as const;

/**
 * Raised or lowered numbers in the characters that Unicode has for them, so that 10 to the 4th is no 104 and the mark of a note is
 * no digit of a year; other text as it is. Searching folds them to digits.
 */
export function raisedText(text: string, raised: 'sup' | 'sub'): string {
  if (!/^\s*[\d+−=()-]{1,6}\s*$/u.test(text)) return text;
  return text.replace(/\S/gu, (sign) => SIGNS[raised][PLAIN.indexOf(sign)] ?? sign);
}
