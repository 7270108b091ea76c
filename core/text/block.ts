/** What a block of the reading text is. */
export const BLOCK_KINDS = ['heading', 'paragraph', 'list-item', 'table-row', 'caption'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A paragraph, heading or row. Blocks are joined by exactly one line feed, which belongs to none of them. */
export interface Block {
  readonly kind: BlockKind;
  /** 1 to 6 for a heading, depth from 1 for a list item, 0 otherwise. */
  readonly level: number;
  /** UTF-16 offsets in the text of the layer or view that holds the block. */
  readonly start: number;
  readonly end: number;
}
