import type { Nodes, Root } from 'mdast';
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

function closeOpenBlocks(text: string): string {
  const last = deepestLast(fromMarkdown(`${text}\n`));
  if (last.type === 'code') {
    const own = text.slice(last.position?.start.offset);
    const fence = /^(`{3,}|~{3,})/u.exec(own)?.[1];
    if (fence === undefined) return text;
    const closed = new RegExp(`\\n[ \\t>]*${fence[0] ?? '`'}{${fence.length},}[ \\t]*$`, 'u').test(own);
    return closed ? text : `${text}\n${fence}`;
  }
  const open = text.lastIndexOf('<!--');
  return open >= 0 && !text.includes('-->', open + 4) ? `${text} -->` : text;
}

function deepestLast(root: Root): Nodes {
  let node: Nodes = root;
  for (;;) {
    const children: readonly Nodes[] = 'children' in node ? node.children : [];
    const last = children.at(-1);
    if (last === undefined) return node;
    node = last;
  }
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
