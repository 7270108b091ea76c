import { Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { BULLETS, NUMBERS, type ListCount } from './word-styles.ts';
import { linked, run } from './word-text.ts';

type RunLook = NonNullable<Parameters<typeof run>[1]>;

/** Deepest level of a list that Word numbers. */
const DEEPEST = 8;

/** The user's Markdown as paragraphs of Word: emphasis, lists, links, headings, quotes, code; the rest as plain text. */
export function markdownParagraphs(markdown: string, lists: ListCount): readonly Paragraph[] {
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return root.children.flatMap((node) => blockParagraphs(node, { lists, level: -1 }));
}

interface Inside {
  readonly lists: ListCount;
  /** Of the list around it; -1 outside. */
  readonly level: number;
  readonly options?: IParagraphOptions;
}

function blockParagraphs(node: RootContent, inside: Inside): readonly Paragraph[] {
  const { options = {} } = inside;
  switch (node.type) {
    case 'paragraph':
      return [new Paragraph({ ...options, children: [...phrasing(node.children, {})] })];
    case 'heading':
      // The report's own headings are 1 and 2.
      return [new Paragraph({ children: [...phrasing(node.children, { bold: true })], keepNext: true })];
    case 'blockquote':
      return node.children.flatMap((child) =>
        blockParagraphs(child, { ...inside, options: { style: 'Quote' } }),
      );
    case 'list': {
      const level = Math.min(inside.level + 1, DEEPEST);
      const reference = node.ordered === true ? NUMBERS : BULLETS;
      // Each numbered list counts from one.
      const instance = node.ordered === true ? inside.lists.next() : 0;
      return node.children.flatMap((item) =>
        item.children.flatMap((child, at) =>
          blockParagraphs(child, {
            ...inside,
            level,
            options:
              at === 0
                ? { numbering: { reference, level, instance } }
                : { indent: { left: 360 * (level + 1) } },
          }),
        ),
      );
    }
    case 'code':
      return node.value
        .split('\n')
        .map((line) => new Paragraph({ ...options, children: [run(line, { style: 'Code' })] }));
    case 'table':
      return node.children.map((row) => {
        const cells = row.children.flatMap((cell, at): ParagraphChild[] => [
          ...(at === 0 ? [] : [new TextRun('\t')]),
          ...phrasing(cell.children, {}),
        ]);
        return new Paragraph({ ...options, children: cells });
      });
    case 'thematicBreak':
      return [new Paragraph({ thematicBreak: true })];
    default:
      return [new Paragraph({ ...options, children: [run(plain(node))] })];
  }
}

function phrasing(nodes: readonly PhrasingContent[], look: RunLook): readonly ParagraphChild[] {
  return nodes.flatMap((node): readonly ParagraphChild[] => {
    switch (node.type) {
      case 'text':
        return [run(node.value, look)];
      case 'strong':
        return phrasing(node.children, { ...look, bold: true });
      case 'emphasis':
        return phrasing(node.children, { ...look, italics: true });
      case 'delete':
        return phrasing(node.children, { ...look, strike: true });
      case 'inlineCode':
        return [run(node.value, { ...look, style: 'Code' })];
      case 'break':
        return [new TextRun({ text: '', break: 1 })];
      case 'link':
        return linked(node.url, [run(plain(node), { ...look, style: 'Hyperlink' })]);
      default:
        return [run(plain(node), look)];
    }
  });
}

function plain(node: Nodes | Root): string {
  if ('value' in node) return node.value;
  if ('children' in node) return node.children.map(plain).join('');
  return 'alt' in node ? (node.alt ?? '') : '';
}
