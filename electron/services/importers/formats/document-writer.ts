import type { Block, BlockKind } from '#core/text/block.ts';
import type { TextRange } from '#core/base/text-range.ts';

/** What a block is, and where it came from. */
export interface BlockStyle {
  readonly kind: BlockKind;
  readonly level: number;
  /** Number of the element in the document, for the search of the main text. */
  readonly owner: number;
  /** Known to be no text of the report: hidden, or of a navigation. */
  readonly furniture: boolean;
  /** In an element that sites of governments and publishers put their text into. */
  readonly isMain?: boolean;
}

export interface WrittenBlock extends Block, BlockStyle {
  /** UTF-16 units of the block that stand in links, and in bold. */
  readonly linked: number;
  readonly bold: number;
}

/** How a piece of text is shown. */
export interface TextStyle {
  readonly isLink?: boolean;
  readonly isBold?: boolean;
}

const WHITE = /[ \t\n\r\f]+/gu;
const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Writes the source text of a document block by block; white space is collapsed as a browser does. */
export class DocumentWriter {
  readonly blocks: WrittenBlock[] = [];
  /** Ranges that the reading text hides. */
  readonly hidden: TextRange[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #last = '';
  #start = -1;
  #linked = 0;
  #bold = 0;
  #style: BlockStyle = { kind: 'paragraph', level: 0, owner: 0, furniture: false };
  #space = '';
  #lead = '';
  #between = '';

  /** UTF-16 units written so far. */
  get length(): number {
    return this.#length;
  }

  get text(): string {
    return this.#parts.join('');
  }

  /** Ends the block; text that follows is of `style`. */
  begin(style: BlockStyle): void {
    this.end();
    this.#style = style;
  }

  end(): void {
    this.#space = '';
    if (this.#start < 0) return;
    const [linked, bold, start, end] = [this.#linked, this.#bold, this.#start, this.#length];
    this.blocks.push({ ...this.#style, linked, bold, start, end });
    this.#start = -1;
    this.#linked = 0;
    this.#bold = 0;
    this.#between = '\n';
  }

  /** The mark of a list item, written before the next text, never alone. */
  lead(mark: string): void {
    this.#lead = mark;
  }

  /** The border of two cells. Empty cells keep their place. */
  cell(): void {
    this.#space = '';
    this.#open();
    this.#push('\t');
  }

  page(): void {
    this.end();
    this.#between = '\f';
  }

  /** Text of a document, in which white space only parts words. */
  flow(text: string, style: TextStyle = {}): void {
    let from = 0;
    for (const match of text.matchAll(WHITE)) {
      this.exact(text.slice(from, match.index), style);
      from = match.index + match[0].length;
      if (this.#start >= 0 && this.#space !== ' ') this.#space = match[0].includes('\n') ? '\n' : ' ';
    }
    this.exact(text.slice(from), style);
  }

  /** Text as it is; it must hold no line break, tab or form feed. */
  exact(text: string, { isLink = false, isBold = false }: TextStyle = {}): void {
    if (text === '') return;
    this.#open();
    if (this.#space !== '' && this.#last !== '\t') {
      // A line that was broken in the file between two Han characters has no space there (CSS Text 3, 4.1.3).
      const isSeam = this.#space === '\n' && WIDE.test(this.#last) && WIDE.test(text.charAt(0));
      if (!isSeam) this.#push(' ');
    }
    this.#space = '';
    this.#push(text);
    if (isLink) this.#linked += text.length;
    if (isBold) this.#bold += text.length;
  }

  /** Hides what is written from `start` to here. */
  hide(start: number): void {
    // The line break before a block is written with its first character; it must stay.
    const from = Math.max(start, this.#start);
    if (this.#length > from) this.hidden.push({ start: from, end: this.#length });
  }

  #open(): void {
    if (this.#start >= 0) return;
    if (this.#length > 0 || this.#between === '\f') this.#push(this.#between);
    this.#between = '';
    this.#start = this.#length;
    if (this.#lead !== '') this.#push(this.#lead);
    this.#lead = '';
  }

  #push(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
    this.#last = text.charAt(text.length - 1);
  }
}
