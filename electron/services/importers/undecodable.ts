/** Bytes that no character of the chosen encoding explains; the text holds one U+FFFD in their place (DESIGN 9.3). */
export interface UndecodableBytes {
  /** Byte offset in the file, a byte order mark included. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** A text and what of its bytes could not be read. */
export interface DecodedSlice {
  readonly text: string;
  readonly undecodable: readonly UndecodableBytes[];
}

export const REPLACEMENT = '\uFFFD';
