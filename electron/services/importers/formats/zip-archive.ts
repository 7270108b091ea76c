import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { ZhupiError } from '#core/base/app-error.ts';

/** More entries are no document. */
export const MOST_ENTRIES = 10_000;
/** What the entries that are read may hold together, in megabytes. */
export const MOST_INFLATED_MEGABYTES = 256;

const END_RECORD = 0x06054b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const inflate = promisify(inflateRaw);

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * A zip file that is opened entry by entry (APPNOTE 6.3, without Zip64, which no document of 64 MB needs). Sizes are checked before
 * anything is inflated, and inflating stops at the size that the directory names, so a file can be no larger than it says.
 */
export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #budget = MOST_INFLATED_MEGABYTES * 1024 * 1024;

  /** Throws `file-damaged`, `file-expands`, `file-encrypted`. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = readDirectory(this.#bytes);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Bytes of an entry; undefined when there is none. Throws `file-damaged`, `file-expands`, `file-encrypted`. */
  async read(name: string): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    if (entry.isEncrypted) throw new ZhupiError('file-encrypted');
    this.#budget -= entry.size;
    if (this.#budget < 0) throw new ZhupiError('file-expands', { limit: MOST_INFLATED_MEGABYTES });
    const packed = this.#packed(entry);
    if (entry.method === 0) return packed;
    if (entry.method !== 8) throw new ZhupiError('file-damaged');
    try {
      return await inflate(packed, { maxOutputLength: Math.max(1, entry.size) });
    } catch (cause) {
      throw new ZhupiError('file-damaged', {}, { cause });
    }
  }

  #packed({ offset, packed }: ZipEntry): Buffer {
    const bytes = this.#bytes;
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) {
      throw new ZhupiError('file-damaged');
    }
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (start + packed > bytes.length) throw new ZhupiError('file-damaged');
    return bytes.subarray(start, start + packed);
  }
}

function readDirectory(bytes: Buffer): ReadonlyMap<string, ZipEntry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries = new Map<string, ZipEntry>();
  if (count > MOST_ENTRIES) throw new ZhupiError('file-expands', { limit: MOST_INFLATED_MEGABYTES });
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_HEADER) {
      throw new ZhupiError('file-damaged');
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const size = method === 0 ? packed : bytes.readUInt32LE(at + 24);
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    entries.set(name, { name, method, isEncrypted, packed, size, offset: bytes.readUInt32LE(at + 42) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Offset of the record that ends a zip; a comment of up to 65,535 bytes may follow it. */
function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_RECORD) return at;
  }
  throw new ZhupiError('file-damaged');
}
