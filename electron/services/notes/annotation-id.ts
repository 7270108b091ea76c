import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 16;
/** The largest multiple of 36 in a byte: bytes from here on would make some letters likelier. */
const LIMIT = 252;

/** A new id of a note: `n` and 16 random [a-z0-9], which Obsidian takes as a block id. */
export function newAnnotationId(): string {
  let id = '';
  while (id.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      if (byte < LIMIT && id.length < LENGTH) id += LETTERS[byte % LETTERS.length] ?? '';
    }
  }
  return `n${id}`;
}
