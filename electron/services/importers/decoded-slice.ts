import type { UndecodableBytes } from '../library-types.ts';

/** A text, and the bytes of it that could not be read: the text holds one U+FFFD for each piece (DESIGN 9.3). */
export interface DecodedSlice {
  readonly text: string;
  readonly undecodable: readonly UndecodableBytes[];
}

export const REPLACEMENT = '\uFFFD';
