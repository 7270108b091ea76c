import { blockHash } from './markdown-block.ts';
import type { Sha256Hex } from './exported-report.ts';

/** A stretch of an exported file: the user's text, or a block between our comments. Pieces joined are the file again. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'block';
      readonly text: string;
      readonly id: string;
      /** `ours`: as we wrote it; `changed`: the user's now; `conflict`: ours beside a changed one. */
      readonly state: 'ours' | 'changed' | 'conflict';
    };

const OPENING = /^[ \t]*<!-- zhupi (n[a-z0-9]{16}) (conflict|[0-9a-f]{12}) -->[ \t]*$/u;

/**
 * Cuts a file into the user's text and our blocks. A block that is not closed (its last comment is gone or names another
 * note) is the user's text. Line ends of any kind are kept; a piece's text ends behind its last line end.
 */
export function cutMarkdown(text: string, sha256Hex: Sha256Hex): readonly Piece[] {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n|$)/gu)?.filter((line) => line !== '') ?? [];
  const pieces: Piece[] = [];
  let own = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const opening = OPENING.exec(stripLineEnd(line));
    const end = opening?.[1] === undefined ? -1 : closingLine(lines, at + 1, opening[1]);
    if (opening?.[1] === undefined || opening[2] === undefined || end < 0) {
      own += line;
      continue;
    }
    if (own !== '') pieces.push({ kind: 'text', text: own });
    own = '';
    const inside = lines.slice(at + 1, end).join('');
    const hash = blockHash(inside.replace(/\r\n?/gu, '\n'), sha256Hex);
    const state = opening[2] === 'conflict' ? 'conflict' : opening[2] === hash ? 'ours' : 'changed';
    pieces.push({ kind: 'block', text: lines.slice(at, end + 1).join(''), id: opening[1], state });
    at = end;
  }
  if (own !== '') pieces.push({ kind: 'text', text: own });
  return pieces;
}

/** What stands between the two comments of a block, with LF. */
export function insideOf(block: string): string {
  return block
    .replace(/\r\n?/gu, '\n')
    .replace(/^[^\n]*\n/u, '')
    .replace(/[^\n]*\n*$/u, '');
}

function closingLine(lines: readonly string[], from: number, id: string): number {
  const closing = `<!-- /zhupi ${id} -->`;
  for (let at = from; at < lines.length; at += 1) {
    const line = stripLineEnd(lines[at] ?? '');
    if (line.trim() === closing) return at;
    if (OPENING.test(line)) return -1;
  }
  return -1;
}

function stripLineEnd(line: string): string {
  return line.replace(/[\r\n]+$/u, '');
}
