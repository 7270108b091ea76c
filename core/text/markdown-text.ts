import type { Piece } from './markdown-pieces.ts';

const REFERENCE = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z0-9]{1,31});/iy;
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * The readable pieces of a Markdown text node: its `value` laid along its source [start, end), so that escapes lose their
 * backslash, character references are shown as what they stand for, and lines that the author wrapped are joined (with a
 * space where no Han character stands at the seam). When source and value do not fit, the source stays as it is.
 */
export function textPieces(source: string, start: number, end: number, value: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  let at = start;
  let lead = '';
  const flush = (): void => {
    if (at > from) pieces.push(withLead({ start: from, end: at }, lead));
    if (at > from) lead = '';
  };
  let index = 0;
  while (index < value.length) {
    const character = value.charAt(index);
    if (character === '\n' || character === '\r') {
      const next = value.startsWith('\r\n', index) ? index + 2 : index + 1;
      flush();
      lead = joinsWithSpace(value[index - 1], value[next]) ? ' ' : '';
      at = nextLine(source, at, end, value[next]);
      from = at;
      index = next;
      continue;
    }
    const reference = source[at] === '&' ? referenceAt(source, at, value, index) : undefined;
    if (reference !== undefined) {
      flush();
      pieces.push(withLead({ start: at, end: at + reference.length, after: reference.shown }, lead));
      lead = '';
      at += reference.length;
      from = at;
      index += reference.shown.length;
      continue;
    }
    if (source[at] === '\\' && character !== '\\' && source[at + 1] === character) {
      flush();
      at += 1;
      from = at;
    } else if (source[at] === '\\' && character === '\\' && source[at + 1] === '\\') {
      flush();
      at += 1;
      from = at;
    }
    // NUL is parsed as U+FFFD; the source keeps it.
    if (source[at] !== character && !(source[at] === '\0' && character === '\ufffd')) return [{ start, end }];
    at += 1;
    index += 1;
  }
  flush();
  return at <= end ? pieces : [{ start, end }];
}

function withLead(piece: Piece, lead: string): Piece {
  return lead === '' ? piece : { ...piece, lead };
}

/** Chinese lines join without a space; a seam between Latin words or digits needs one. */
export function joinsWithSpace(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && after !== undefined && !HAN.test(before) && !HAN.test(after);
}

/** Where the text of the next line begins: behind the line break, indentation and the marks of quotations. */
function nextLine(source: string, at: number, end: number, next: string | undefined): number {
  let offset = at;
  while (offset < end && /[ \t\r\n]/u.test(source.charAt(offset))) offset += 1;
  if (next === '>') return offset;
  while (offset < end && /[ \t>]/u.test(source.charAt(offset))) offset += 1;
  return offset;
}

/** The character reference at an offset of the source, when the value has there what it stands for. */
function referenceAt(
  source: string,
  at: number,
  value: string,
  index: number,
): { readonly length: number; readonly shown: string } | undefined {
  REFERENCE.lastIndex = at;
  const reference = REFERENCE.exec(source)?.[0];
  if (reference === undefined || value.startsWith(reference, index)) return undefined;
  const shown = String.fromCodePoint(value.codePointAt(index) ?? 0);
  return { length: reference.length, shown };
}
