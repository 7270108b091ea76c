import type { Heading, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { treeMarkdown } from './markdown-text.ts';

/**
 * The inside of a block whose note is gone, struck through: every paragraph but the line `^ID`, to which the user's links
 * lead. Code and HTML have no such form and stay. Doing it twice is doing it once; a text that would not read back as
 * struck through stays as it is.
 */
export function struckMarkdown(body: string, id: string): string {
  const root = read(body);
  const lines = linesOf(root, id);
  if (lines.every(isStruck)) return body;
  for (const line of lines) {
    if (!isStruck(line)) line.children = [{ type: 'delete', children: line.children.flatMap(unstruck) }];
  }
  // A caret is escaped in a text that is no block id (markdown-text.ts); this one is.
  const struck = treeMarkdown(root).replaceAll(`\\^${id}`, `^${id}`);
  return linesOf(read(struck), id).every(isStruck) ? struck : body;
}

type Line = Paragraph | Heading;

function read(body: string): Root {
  return fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function linesOf(node: Nodes, id: string): readonly Line[] {
  if (node.type === 'paragraph' || node.type === 'heading') return isBlockId(node, id) ? [] : [node];
  const children: readonly Nodes[] = 'children' in node ? node.children : [];
  return children.flatMap((child) => linesOf(child, id));
}

function isStruck({ children }: Line): boolean {
  return children.every(({ type }) => type === 'delete');
}

function isBlockId({ children }: Line, id: string): boolean {
  const [only] = children;
  return children.length === 1 && only?.type === 'text' && only.value === `^${id}`;
}

/** What was struck through inside a line that is struck through as a whole. */
function unstruck(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'delete' ? node.children.flatMap(unstruck) : [node];
}
