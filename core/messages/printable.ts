const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * A name or title as it may stand in a line for people: controls, line ends and marks of direction, which would break the
 * line, turn it round or command a terminal, are written as `\u{202e}`.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`);
}
