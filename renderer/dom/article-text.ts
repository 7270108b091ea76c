import type { Spot } from './spot.ts';

/** How one block is shown: its element and its text. */
export interface BlockShape {
  readonly tag: string;
  readonly className: string;
}

/**
 * An article whose children are block elements, each holding exactly one text node. It is built and changed by hand
 * rather than by React, because a long report has tens of thousands of blocks and its text nodes live as long as it is
 * open: a change of script sets their data, and nothing else of the page is touched.
 */
export class ArticleText {
  readonly root: HTMLElement;
  readonly elements: readonly HTMLElement[];
  readonly nodes: readonly Text[];
  readonly #blocks = new WeakMap<Node, number>();

  /** Replaces everything in `root` by `count` blocks. */
  constructor(
    root: HTMLElement,
    count: number,
    shapeOf: (block: number) => BlockShape,
    textOf: (block: number) => string,
  ) {
    const elements: HTMLElement[] = [];
    const nodes: Text[] = [];
    const page = root.ownerDocument;
    const fragment = page.createDocumentFragment();
    for (let block = 0; block < count; block += 1) {
      const { tag, className } = shapeOf(block);
      const element = page.createElement(tag);
      if (className !== '') element.className = className;
      const node = page.createTextNode(textOf(block));
      element.append(node);
      fragment.append(element);
      elements.push(element);
      nodes.push(node);
      this.#blocks.set(element, block);
    }
    root.replaceChildren(fragment);
    this.root = root;
    this.elements = elements;
    this.nodes = nodes;
  }

  get blockCount(): number {
    return this.nodes.length;
  }

  /** Changes what a block shows; equal text touches nothing, so that selections in it stay. */
  setText(block: number, text: string): void {
    const node = this.nodes[block] as Text;
    if (node.data !== text) node.data = text;
  }

  node(block: number): Text {
    return this.nodes[block] as Text;
  }

  element(block: number): HTMLElement {
    return this.elements[block] as HTMLElement;
  }

  /** The block that a node of the page stands in; null for a node outside the blocks. */
  blockOf(node: Node | null): number | null {
    for (let at = node; at !== null && at !== this.root; at = at.parentNode) {
      const block = this.#blocks.get(at);
      if (block !== undefined) return block;
    }
    return null;
  }

  /**
   * The spot of a DOM position as selections and caret queries give it: in a text node, in a block (before or behind its
   * text), or in the article itself (before child number `offset`). Null outside the article.
   */
  spotAt(node: Node, offset: number): Spot | null {
    if (node === this.root) {
      if (this.blockCount === 0) return null;
      if (offset >= this.blockCount) return this.endOf(this.blockCount - 1);
      return { block: offset, offset: 0 };
    }
    const block = this.blockOf(node);
    if (block === null) return null;
    if (node.nodeType === 3) return { block, offset };
    return offset === 0 ? { block, offset: 0 } : this.endOf(block);
  }

  /** The spot behind a block's last character. */
  endOf(block: number): Spot {
    return { block, offset: this.node(block).length };
  }

  /** The DOM position of a spot, moved back to the text's end where the text is shorter. */
  positionOf({ block, offset }: Spot): { readonly node: Text; readonly offset: number } {
    const node = this.node(block);
    return { node, offset: Math.min(offset, node.length) };
  }
}
