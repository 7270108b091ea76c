import { LAYOUT_RULE } from './edit-rules.ts';
import type { Edit } from './edit.ts';
import { rowsWithoutFirstCell } from './row-tabs.ts';

/**
 * A run of white space that holds a line break, or that stands at either end of the text. Breaks: LF, CR, form feed,
 * vertical tab, NEL and Unicode's line and paragraph separators. NUL, U+FEFF and zero-width characters are no white space
 * here, though `\s` holds U+FEFF.
 */
const SPACE = String.raw`[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]`;
const BREAK = String.raw`[\n\r\f\v\u0085\u2028\u2029]`;
// Runs begin where no white space stands before, so that a long run inside a line is tried once.
const runs = new RegExp(`(?<!${SPACE})(?:${SPACE}*(?:${BREAK}${SPACE}*)+|^${SPACE}+|${SPACE}+$)`, 'gu');
/** Stands in every text that is not laid out yet: white space at an end or beside a break, two breaks, another break than LF, a tab. */
const disorder = new RegExp(
  String.raw`^(?:${SPACE}|${BREAK})|[\t\r\f\v\u0085\u2028\u2029]|\n(?:${SPACE}|${BREAK}|$)|${SPACE}(?:\n|$)`,
  'u',
);
const firstBreak = new RegExp(BREAK, 'u');

/**
 * The edits that make lines into blocks: every run of line breaks, with the white space around it, becomes exactly one
 * line feed; white space at the ends of the text goes; tabs of empty first cells stay (see {@link rowsWithoutFirstCell}). A line feed that stands in the run is kept and the rest removed, so
 * that no edit reaches over text that is hidden already. Offsets count in `text`. Lines are not joined.
 */
export function layoutEdits(text: string): readonly Edit[] {
  if (!disorder.test(text)) return [];
  const edits: Edit[] = [];
  const rows = rowsWithoutFirstCell(text);
  for (const match of text.matchAll(runs)) {
    const start = match.index;
    const behind = start + match[0].length;
    const end = rows.get(behind) ?? behind;
    const run = text.slice(start, end);
    if (run === '\n' && start > 0 && end < text.length) continue;
    if (start === 0 || end === text.length) {
      if (run !== '') edits.push(layoutEdit(start, run, ''));
      continue;
    }
    const kept = run.indexOf('\n');
    if (kept < 0) {
      replaceFirstBreak(edits, start, run);
      continue;
    }
    if (kept > 0) edits.push(layoutEdit(start, run.slice(0, kept), ''));
    if (kept + 1 < run.length) edits.push(layoutEdit(start + kept + 1, run.slice(kept + 1), ''));
  }
  return edits;
}

/** A run without a line feed: its first break becomes one, all else goes. */
function replaceFirstBreak(edits: Edit[], start: number, run: string): void {
  const at = run.search(firstBreak);
  if (at > 0) edits.push(layoutEdit(start, run.slice(0, at), ''));
  edits.push(layoutEdit(start + at, run.slice(at, at + 1), '\n'));
  if (at + 1 < run.length) edits.push(layoutEdit(start + at + 1, run.slice(at + 1), ''));
}

function layoutEdit(start: number, before: string, after: string): Edit {
  return {
    start,
    end: start + before.length,
    before,
    after,
    rule: LAYOUT_RULE,
    confidence: 1,
    applied: true,
  };
}
