import type { UndecodableBytes } from '../report-types.ts';

/** A text, and the bytes of it that could not be read: the text holds one U+FFFD for each piece (DESIGN 9.3). */
export interface DecodedSlice {
  readonly text: string;
  readonly undecodable: readonly UndecodableBytes[];
}

/** A text made of bytes, and how. */
export interface DecodedText {
  /** Every character of the file but the byte order mark. */
  readonly text: string;
  /** Such as `UTF-8`, `UTF-8 (BOM)`, `UTF-16LE`, `GBK`, `GB18030`, `Big5`, `Big5-HKSCS`, `ASCII`. */
  readonly encoding: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly undecodable: readonly UndecodableBytes[];
}

export const REPLACEMENT = '\uFFFD';
