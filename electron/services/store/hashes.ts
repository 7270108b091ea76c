import { createHash } from 'node:crypto';
import { encodeText } from './wtf8.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Hex SHA-256 of bytes. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Hex SHA-256 of a source text (UTF-8, lone surrogates as three bytes each, so that no two texts share it). */
export function hashText(text: string): string {
  return hashBytes(encodeText(text));
}

/** The id that a file's bytes give a report on every machine: `r` and the first 100 bits of its SHA-256 in base32. */
export function reportIdOf(bytesHash: string): string {
  const bits = BigInt(`0x${bytesHash.slice(0, 25)}`);
  let id = '';
  for (let shift = 95n; shift >= 0n; shift -= 5n) id += BASE32[Number((bits >> shift) & 31n)];
  return `r${id}`;
}
