/** Encodings whose characters beyond ASCII take two bytes. */
export type DoubleByteEncoding = 'gbk' | 'big5';

/** Decodes bytes, bad ones as U+FFFD. Given by the caller, because the language itself has no such tables. */
export type DecodeBytes = (bytes: Uint8Array, encoding: DoubleByteEncoding) => string;

/** Both directions between pairs of bytes and characters; user-defined areas and bad pairs are not in it. */
export interface DoubleByteTable {
  readonly charOf: (lead: number, trail: number) => string | undefined;
  readonly bytesOf: (char: string) => readonly [lead: number, trail: number] | undefined;
  /** The same for the private-use characters that decoders have for the user-defined areas. */
  readonly bytesOfPrivateUse: (char: string) => readonly [lead: number, trail: number] | undefined;
}

// oxlint-disable-next-line no-control-regex -- ASCII is meant, control characters among it
const NO_CHARACTER = /[\uFFFD\uE000-\uF8FF\u0000-\u007F]/u;

const PRIVATE_USE = /^[\uE000-\uF8FF]$/u;

const known = new WeakMap<DecodeBytes, Map<DoubleByteEncoding, DoubleByteTable>>();

/** The table of an encoding, made once from the decoder by asking it about each pair. */
export function doubleByteTable(decode: DecodeBytes, encoding: DoubleByteEncoding): DoubleByteTable {
  const tables = known.get(decode) ?? new Map<DoubleByteEncoding, DoubleByteTable>();
  known.set(decode, tables);
  const found = tables.get(encoding) ?? buildTable(decode, encoding);
  tables.set(encoding, found);
  return found;
}

function buildTable(decode: DecodeBytes, encoding: DoubleByteEncoding): DoubleByteTable {
  const chars = new Map<number, string>();
  const pairs = new Map<string, readonly [number, number]>();
  const privateUse = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const char = decode(Uint8Array.of(lead, trail), encoding);
      if (PRIVATE_USE.test(char)) privateUse.set(char, [lead, trail]);
      if (NO_CHARACTER.test(char) || [...char].length !== 1) continue;
      chars.set(lead * 256 + trail, char);
      if (!pairs.has(char)) pairs.set(char, [lead, trail]);
    }
  }
  return {
    charOf: (lead, trail) => chars.get(lead * 256 + trail),
    bytesOf: (char) => pairs.get(char),
    bytesOfPrivateUse: (char) => privateUse.get(char),
  };
}
