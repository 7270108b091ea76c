const SPACE = /\s+/uy;
const COMMENT = /<!--[^]*?-->/uy;
const INSTRUCTION = /<\?[^>]*>/uy;
const OPENING =
  /<!doctype\s+[\w:.-]+(?:\s+(?:public\s+(?:"[^">]*"|'[^'>]*')(?:\s*(?:"[^">]*"|'[^'>]*'))?|system\s+(?:"[^">]*"|'[^'>]*')))?\s*\[/iuy;
const REFERENCE = /%[\w:.-]+;/uy;
/** Its values may hold what ends it elsewhere. */
const DECLARATION = /<![A-Z]+\s(?:[^"'<>]|"[^"]*"|'[^']*')*>/uy;
const END = /\]\s*>/uy;

/** A DOCTYPE is at most so long, and stands so near to the beginning. */
const LONGEST_HEAD = 20_000;

/**
 * A page without the DOCTYPE that declares entities at its very head (`<!DOCTYPE html [ <!ENTITY x "y"> ]>`): for HTML a DOCTYPE ends
 * at the first `>`, and the rest would be text. Any other page as it is, also where what is declared is not closed.
 */
export function withoutSubset(html: string): string {
  const head = html.slice(0, LONGEST_HEAD);
  const start = behind(head, 0, [SPACE, COMMENT, INSTRUCTION]);
  const opened = endOf(OPENING, head, start);
  if (opened < 0) return html;
  const end = endOf(END, head, behind(head, opened, [SPACE, COMMENT, INSTRUCTION, REFERENCE, DECLARATION]));
  return end < 0 ? html : html.slice(0, start) + html.slice(end);
}

/** The offset behind all that `kinds` match from `from` on, one after the other. */
function behind(text: string, from: number, kinds: readonly RegExp[]): number {
  let at = from;
  for (;;) {
    const end = kinds.map((kind) => endOf(kind, text, at)).find((one) => one >= 0);
    if (end === undefined) return at;
    at = end;
  }
}

/** Where a match that begins at `at` ends, or -1. */
function endOf(kind: RegExp, text: string, at: number): number {
  kind.lastIndex = at;
  return kind.test(text) ? kind.lastIndex : -1;
}
