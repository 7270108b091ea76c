import type { BlockKind } from './block.ts';

/** A stretch of Markdown that stays readable: copied from the source, or shown as `after` (a bullet for `-`). */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly after?: string;
  /** Shown in front of it in place of the marks before it: a tab between cells, a space between joined Latin lines. */
  readonly lead?: string;
}

/** One block of the reading text as the Markdown makes it, with what of it stays readable, in order. */
export interface MarkedBlock {
  readonly kind: BlockKind;
  readonly level: number;
  readonly pieces: readonly Piece[];
}

/** Gathers pieces into blocks while the tree is walked from left to right. */
export class PieceCollector {
  readonly blocks: MarkedBlock[] = [];
  #kind: BlockKind = 'paragraph';
  #level = 0;
  #pieces: Piece[] = [];
  #waiting: Piece[] = [];
  #lead = '';

  /** Ends the block before and begins another; one without pieces leaves nothing. */
  begin(kind: BlockKind, level: number): void {
    this.finish();
    this.#kind = kind;
    this.#level = level;
  }

  /** Ends the block; what comes next of it (after a hard break) is a block of the same kind. */
  finish(): void {
    if (this.#pieces.length > 0) {
      this.blocks.push({ kind: this.#kind, level: this.#level, pieces: this.#pieces });
    }
    this.#pieces = [];
    this.#lead = '';
  }

  /** A piece that belongs to the next block's beginning, whatever kind that is: the mark of a list item. */
  addBeforeNext(piece: Piece): void {
    this.#waiting.push(piece);
  }

  /** Drops the marks that wait for a block that never came (an empty list item). */
  dropWaiting(): void {
    this.#waiting = [];
  }

  /** Text put in front of the next piece of this block. */
  lead(text: string): void {
    this.#lead += text;
  }

  add(piece: Piece): void {
    if (piece.end <= piece.start) return;
    if (this.#pieces.length === 0) this.#pieces.push(...this.#waiting.splice(0));
    this.#pieces.push(this.#lead === '' ? piece : { ...piece, lead: this.#lead });
    this.#lead = '';
  }
}
