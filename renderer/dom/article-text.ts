import type { Spot } from './spot.ts';

/** How one block is shown: its element and its text. */
export interface BlockShape {
  readonly tag: string;
  readonly className: string;
}

/** What an article is made of. */
export interface ArticleParts {
  /** Index of the first block of each group, then the number of blocks. */
  readonly cuts: Int32Array;
  /** A CSS size that a group takes until it has been laid out. */
  readonly guessedSize: (firstBlock: number, endBlock: number) => string;
  readonly shapeOf: (block: number) => BlockShape;
  readonly textOf: (block: number) => string;
}

/** The class of the groups that an article's blocks stand in. */
export const GROUP_CLASS = 'zhupi-piece';

/**
 * An article in groups of block elements, each block holding exactly one text node. It is built and changed by hand
 * rather than by React, because a long report has tens of thousands of blocks and its text nodes live as long as it is
 * open: a change of script sets their data, and nothing else of the page is touched. Groups mean nothing to the reader;
 * with content-visibility they keep the blocks of all but the seen ones out of every style and layout pass.
 */
export class ArticleText {
  readonly root: HTMLElement;
  readonly groups: readonly HTMLElement[];
  readonly cuts: Int32Array;
  readonly nodes: readonly Text[];
  readonly #blocks = new WeakMap<Node, number>();

  /** Replaces everything in `root`. */
  constructor(root: HTMLElement, { cuts, guessedSize, shapeOf, textOf }: ArticleParts) {
    const groups: HTMLElement[] = [];
    const nodes: Text[] = [];
    const page = root.ownerDocument;
    const fragment = page.createDocumentFragment();
    for (let index = 0; index + 1 < cuts.length; index += 1) {
      const first = cuts[index] as number;
      const end = cuts[index + 1] as number;
      const group = page.createElement('div');
      group.className = GROUP_CLASS;
      group.style.setProperty('contain-intrinsic-block-size', `auto ${guessedSize(first, end)}`);
      for (let block = first; block < end; block += 1) {
        const { tag, className } = shapeOf(block);
        const element = page.createElement(tag);
        if (className !== '') element.className = className;
        const node = page.createTextNode(textOf(block));
        element.append(node);
        group.append(element);
        nodes.push(node);
        this.#blocks.set(element, block);
      }
      fragment.append(group);
      groups.push(group);
    }
    root.replaceChildren(fragment);
    this.root = root;
    this.groups = groups;
    this.cuts = cuts;
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
    return this.node(block).parentElement as HTMLElement;
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
   * text), or between blocks in a group or in the article itself (before child number `offset`). Null outside the article.
   */
  spotAt(node: Node, offset: number): Spot | null {
    if (this.blockCount === 0) return null;
    const group = this.groups.indexOf(node as HTMLElement);
    if (node === this.root || group !== -1) {
      const block =
        group === -1
          ? this.cuts[Math.min(offset, this.groups.length)]
          : (this.cuts[group] as number) + offset;
      return block === undefined || block >= this.blockCount
        ? this.endOf(this.blockCount - 1)
        : { block, offset: 0 };
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
