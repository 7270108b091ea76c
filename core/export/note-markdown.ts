import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/**
 * The user's own Markdown as it goes into an exported block: as written, but with its headings lowered below the section's
 * (level 2), so that it does not tear the file's outline, and unable to end or open a block of ours. A code fence or HTML
 * comment that the note leaves open is closed, or it would swallow the rest of the file.
 */
export function noteMarkdown(note: string): string {
  return closeOpenBlocks(lowerHeadings(withoutOurComments(note).trim()));
}

/**
 * Markdown that somebody else made (a template), so that it can stand inside a block of ours: it can neither end the block
 * nor open another, and what it leaves open is closed.
 */
export function containedMarkdown(markdown: string): string {
  return closeOpenBlocks(withoutOurComments(markdown).replace(/^\n+|\s+$/gu, ''));
}

/** A text with LF in which no comment reads as one of ours. */
export function withoutOurComments(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(/<!--(?=\s*\/?zhupi\b)/giu, '<! --');
}

/** Levels that a note's heading of level 1 goes down: below `## section`. */
const LOWERED_BY = 2;

function lowerHeadings(text: string): string {
  const changes: { start: number; end: number; text: string }[] = [];
  visit(fromMarkdown(text), (node) => {
    if (node.type !== 'heading') return;
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    const depth = Math.min(6, node.depth + LOWERED_BY);
    const marks = '#'.repeat(depth);
    const before = text.slice(start, end);
    const atx = /^#{1,6}(?=[ \t]|$)/u.exec(before);
    // A setext heading (underlined) has no lower forms; its lines become one line behind marks.
    const after =
      atx === null
        ? `${marks} ${before.replace(/\n[ \t>]*[=-]+[ \t]*$/u, '').replace(/\n[ \t>]*/gu, ' ')}`
        : `${marks}${before.slice(atx[0].length)}`;
    changes.push({ start, end, text: after });
  });
  let result = text;
  for (const change of changes.toReversed()) {
    result = result.slice(0, change.start) + change.text + result.slice(change.end);
  }
  return result;
}

/**
 * Ends what CommonMark would read on behind the text: HTML that waits for its own end mark, wherever it stands, and a code
 * fence that stands in no quote or list; those end with what they stand in, and a fence behind them would open another.
 */
function closeOpenBlocks(text: string): string {
  const root = fromMarkdown(text);
  const marks: { at: number; mark: string }[] = [];
  visit(root, (node) => {
    const end = node.position?.end.offset;
    const mark = node.type === 'html' ? missingEndMark(node.value) : '';
    // In a list the parser counts line ends behind the HTML to it.
    if (end !== undefined && mark !== '') marks.push({ at: text.slice(0, end).trimEnd().length, mark });
  });
  let closed = text;
  for (const { at, mark } of marks.toReversed()) closed = closed.slice(0, at) + mark + closed.slice(at);
  return closed + missingFence(closed);
}

/** Ends of the HTML blocks that no blank line ends (CommonMark 0.31, 4.6, kinds 1 to 5). */
const HTML_ENDS: readonly {
  readonly start: RegExp;
  readonly end: RegExp;
  readonly mark: (name: string) => string;
}[] = [
  {
    start: /^<(pre|script|style|textarea)(?=[\s>]|$)/iu,
    end: /<\/(?:pre|script|style|textarea)>/iu,
    mark: (name) => `</${name}>`,
  },
  { start: /^<!--/u, end: /-->/u, mark: () => ' -->' },
  { start: /^<\?/u, end: /\?>/u, mark: () => '?>' },
  { start: /^<!\[CDATA\[/u, end: /\]\]>/u, mark: () => ']]>' },
  { start: /^<![A-Z]/iu, end: />/u, mark: () => '>' },
];

function missingEndMark(html: string): string {
  const own = html.trimStart();
  for (const { start, end, mark } of HTML_ENDS) {
    const found = start.exec(own);
    if (found !== null) return end.test(own) ? '' : mark(found[1] ?? '');
  }
  return '';
}

/** The line that closes a fence which reaches beyond the text; empty where none does. */
function missingFence(text: string): string {
  const last = fromMarkdown(`${text}\n\nx`).children.at(-1);
  if (last?.type !== 'code') return '';
  return `\n${/^(?:`{3,}|~{3,})/u.exec(text.slice(last.position?.start.offset))?.[0] ?? ''}`;
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
