import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Nodes,
  Parents,
  PhrasingContent,
  Root,
  Table,
} from 'mdast';
import { PieceCollector, type MarkedBlock } from './markdown-pieces.ts';
import { textPieces } from './markdown-text.ts';

type Flow = BlockContent | DefinitionContent | Root['children'][number];

/** The readable blocks of a parsed Markdown text. Offsets of the tree must count in `source`. */
export function readableBlocks(source: string, root: Root): readonly MarkedBlock[] {
  const walk = new Walk(source);
  for (const node of root.children) walk.flow(node, 0);
  walk.collector.finish();
  return walk.collector.blocks;
}

class Walk {
  readonly collector = new PieceCollector();
  readonly #source: string;
  /** Depth of the list item whose first paragraph comes next, else 0. */
  #itemDepth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  flow(node: Flow, depth: number): void {
    switch (node.type) {
      case 'heading':
        this.collector.begin('heading', node.depth);
        this.#phrasings(node);
        return;
      case 'paragraph':
        this.#beginParagraph(node.children);
        this.#phrasings(node);
        return;
      case 'list':
        this.#list(node, depth + 1);
        return;
      case 'blockquote':
        for (const child of node.children) this.flow(child, depth);
        return;
      case 'footnoteDefinition':
        this.#footnote(node);
        for (const child of node.children) this.flow(child, depth);
        this.collector.dropWaiting();
        return;
      case 'table':
        this.#table(node);
        return;
      case 'code':
        this.#codeLines(node.value, rangeOf(node));
        return;
      case 'html':
        this.#html(rangeOf(node));
        return;
      default:
        // Rules, definitions of links and front matter show nothing.
        return;
    }
  }

  /** The first paragraph of a list item is the item; a paragraph that only holds a picture is its caption. */
  #beginParagraph(children: readonly PhrasingContent[]): void {
    if (this.#itemDepth > 0) this.collector.begin('list-item', this.#itemDepth);
    else if (children.length === 1 && children[0]?.type === 'image') this.collector.begin('caption', 0);
    else this.collector.begin('paragraph', 0);
    this.#itemDepth = 0;
  }

  #list(list: List, depth: number): void {
    for (const item of list.children) {
      this.#mark(item, list.ordered === true);
      this.#itemDepth = depth;
      for (const child of item.children) this.flow(child, depth);
      this.#itemDepth = 0;
      this.collector.dropWaiting();
    }
  }

  /** Numbers stay as written, bullets become •, boxes ☐ and ☑. */
  #mark(item: ListItem, ordered: boolean): void {
    const first = item.children[0];
    if (first === undefined) return;
    const [start] = rangeOf(item);
    const [content] = rangeOf(first);
    const mark = /^[^\s]+/u.exec(this.#source.slice(start, content))?.[0] ?? '';
    if (mark === '') return;
    const end = start + mark.length;
    if (typeof item.checked === 'boolean') {
      this.collector.addBeforeNext({ start, end: content, after: item.checked ? '☑ ' : '☐ ' });
      return;
    }
    this.collector.addBeforeNext(ordered ? { start, end } : { start, end, after: '•' });
    if (content - end === 1) this.collector.addBeforeNext({ start: end, end: content });
    else if (content > end) this.collector.addBeforeNext({ start: end, end: content, after: ' ' });
  }

  #footnote(node: Parents): void {
    const [start, end] = rangeOf(node);
    const label = /^\[\^[^\]]*\]:/u.exec(this.#source.slice(start, end))?.[0];
    if (label === undefined) return;
    this.collector.addBeforeNext({ start, end: start + 1 });
    this.collector.addBeforeNext({ start: start + 2, end: start + label.length - 1 });
    this.collector.addBeforeNext({ start: start + label.length - 1, end: start + label.length, after: ' ' });
  }

  #table(table: Table): void {
    for (const row of table.children) {
      this.collector.begin('table-row', 0);
      row.children.forEach((cell, index) => {
        if (index > 0) this.collector.lead('\t');
        this.#phrasings(cell);
      });
    }
  }

  /** Each line of code is a block; fences, indentation and marks before the lines are not shown. */
  #codeLines(value: string, [start, end]: readonly [number, number]): void {
    // What stands behind the opening fence names the language.
    const fence = /^(?:```|~~~)[^\r\n]*/u.exec(this.#source.slice(start, end))?.[0] ?? '';
    let at = start + fence.length;
    for (const line of value.split(/\r\n|\r|\n/u)) {
      const shown = line.trim();
      if (shown === '') continue;
      const found = this.#lineEndingWith(shown, at, end);
      if (found < 0) continue;
      this.collector.begin('paragraph', 0);
      this.collector.add({ start: found, end: found + shown.length });
      at = found + shown.length;
    }
  }

  #lineEndingWith(shown: string, from: number, end: number): number {
    for (let at = this.#source.indexOf(shown, from); at >= 0; at = this.#source.indexOf(shown, at + 1)) {
      const stop = at + shown.length;
      if (stop > end) return -1;
      if (stop === end || /^[ \t]*(?:[\r\n]|$)/u.test(this.#source.slice(stop, end))) return at;
    }
    return -1;
  }

  /** The text between tags; comments, scripts and style sheets hold none. Each line is a block. */
  #html([start, end]: readonly [number, number]): void {
    const hidden = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1>|$)|<[^>]*(?:>|$)|[\r\n]+/giu;
    const html = this.#source.slice(start, end);
    let from = 0;
    this.collector.begin('paragraph', 0);
    const show = (to: number): void => {
      const text = html.slice(from, to);
      const lead = text.length - text.trimStart().length;
      if (text.trim() !== '') {
        this.collector.add({ start: start + from + lead, end: start + from + text.trimEnd().length });
      }
    };
    for (const match of html.matchAll(hidden)) {
      show(match.index);
      from = match.index + match[0].length;
      if (/^[\r\n]|^<br\b/iu.test(match[0])) this.collector.finish();
    }
    show(html.length);
  }

  #phrasings(parent: Parents): void {
    for (const child of parent.children) this.#phrasing(child as PhrasingContent);
  }

  #phrasing(node: PhrasingContent): void {
    const [start, end] = rangeOf(node);
    switch (node.type) {
      case 'text':
        for (const piece of textPieces(this.#source, start, end, node.value)) this.collector.add(piece);
        return;
      case 'inlineCode':
        this.#literal(node.value, start, end);
        return;
      case 'image':
      case 'imageReference':
        this.#literal(node.alt ?? '', start, end);
        return;
      case 'footnoteReference':
        this.collector.add({ start, end: start + 1 });
        this.collector.add({ start: start + 2, end });
        return;
      case 'break':
        this.collector.finish();
        return;
      case 'html':
        if (/^<br\b/iu.test(this.#source.slice(start, end))) this.collector.finish();
        return;
      default:
        this.#phrasings(node);
    }
  }

  /** A value that stands somewhere in its node's source; one that was changed by the parser is shown in its place. */
  #literal(value: string, start: number, end: number): void {
    if (value === '') return;
    const at = this.#source.slice(start, end).indexOf(value);
    if (at >= 0) this.collector.add({ start: start + at, end: start + at + value.length });
    else this.collector.add({ start, end, after: value.replace(/\s+/gu, ' ') });
  }
}

function rangeOf(node: Nodes): readonly [number, number] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) throw new Error(`a parsed ${node.type} has no place`);
  return [start, end];
}
