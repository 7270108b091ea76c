import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { bodyStart } from './front-matter.ts';

/** Where blocks may be put into a Markdown file. Offsets are UTF-16 units of the file without its byte order mark. */
export interface MarkdownPlaces {
  /** Headings of level 2 written `## …` that stand in no list, quote, code, HTML or front matter, in their order. */
  readonly headings: readonly SectionHeading[];
  /** Whether Markdown that is put here, between blank lines, is read as Markdown; only for starts of lines. */
  isOpen(offset: number): boolean;
  /** Starts of lines before and behind each code block and HTML block, and of the text behind the front matter, ascending. */
  readonly aroundClosed: readonly number[];
}

export interface SectionHeading {
  /** The heading as written, without white space around it. */
  readonly text: string;
  /** Start of its line. */
  readonly start: number;
  /** Behind its line end. */
  readonly end: number;
}

/** A range of whole lines. */
interface Lines {
  readonly start: number;
  readonly end: number;
}

/** Looks where CommonMark reads a file as code, HTML or front matter, and where it has headings. */
export function markdownPlaces(text: string): MarkdownPlaces {
  const body = bodyStart(text);
  // The last line tells what is still open where the file ends: an open fence reaches into it.
  const root = fromMarkdown(`${text.slice(body)}\n\nx`);
  const linesOf = (node: Nodes): Lines => ({
    start: startOfLine(text, body + (node.position?.start.offset ?? 0)),
    end: behindLine(text, body + (node.position?.end.offset ?? 0)),
  });
  const headings: SectionHeading[] = [];
  const closed: Lines[] = body === 0 ? [] : [{ start: -1, end: body }];
  const around: number[] = [body];
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth === 2) {
      const written = text.slice(
        body + (node.position?.start.offset ?? 0),
        body + (node.position?.end.offset ?? 0),
      );
      if (written.startsWith('##')) headings.push({ text: written.trim(), ...linesOf(node) });
    }
    const inside = closedIn(node).map(linesOf);
    if (inside.length === 0) continue;
    closed.push(...inside);
    const { start, end } = linesOf(node);
    around.push(start, ...(end > text.length ? [] : [end]));
  }
  return {
    headings,
    isOpen: (offset) => !closed.some(({ start, end }) => start < offset && offset < end),
    aroundClosed: around,
  };
}

/** Code and HTML blocks in a block, itself among them; HTML in a line is none. */
function closedIn(node: Nodes): readonly Nodes[] {
  if (node.type === 'code' || node.type === 'html') return [node];
  if (node.type === 'paragraph' || node.type === 'heading') return [];
  const children: readonly Nodes[] = 'children' in node ? node.children : [];
  return children.flatMap(closedIn);
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Behind the end of the line of an offset; beyond the text for what reaches beyond it. */
function behindLine(text: string, offset: number): number {
  if (offset > text.length) return text.length + 1;
  const lineEnd = /\r\n|\n|\r/gu;
  lineEnd.lastIndex = offset;
  const found = lineEnd.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}
