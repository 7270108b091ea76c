import { closeSync, mkdirSync, openSync, readSync, fstatSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

/** @typedef {{ name: string; method: number; crc: number; packed: number; size: number; mode: number; at: number }} ZipEntry */

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const symlinkType = 0o120000;

/** @param {number} file @param {number} at @param {number} length */
function readAt(file, at, length) {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const got = readSync(file, buffer, done, length - done, at + done);
    if (got === 0) throw new Error('zip: the file ends too early');
    done += got;
  }
  return buffer;
}

/** @param {number} file @returns {ZipEntry[]} */
function readDirectory(file) {
  const { size } = fstatSync(file);
  const tailLength = Math.min(size, 22 + 0xffff);
  const tail = readAt(file, size - tailLength, tailLength);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== endMark) end--;
  if (end < 0) throw new Error('zip: no end record');
  const count = tail.readUInt16LE(end + 10);
  const directoryAt = tail.readUInt32LE(end + 16);
  if (count === 0xffff || directoryAt === 0xffffffff) throw new Error('zip: zip64 is not supported');
  const directory = readAt(file, directoryAt, tail.readUInt32LE(end + 12));
  /** @type {ZipEntry[]} */
  const entries = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (directory.readUInt32LE(at) !== entryMark) throw new Error('zip: damaged directory');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      at: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** @param {number} file @param {ZipEntry} entry */
function readEntry(file, entry) {
  const local = readAt(file, entry.at, 30);
  if (local.readUInt32LE(0) !== localMark) throw new Error(`zip: ${entry.name}: damaged header`);
  const dataAt = entry.at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = readAt(file, dataAt, entry.packed);
  if (entry.method !== 0 && entry.method !== 8) throw new Error(`zip: ${entry.name}: unknown method`);
  const bytes = entry.method === 0 ? packed : inflateRawSync(packed);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
    throw new Error(`zip: ${entry.name}: damaged`);
  }
  return bytes;
}

/**
 * Unpacks a zip (no zip64, no encryption) with its Unix modes and symbolic links, each entry checked by its CRC-32.
 * Written here so that the set-up needs no program that a system may lack.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} place where an entry goes below `folder`; undefined leaves it out
 * @returns {number} how many files were written
 */
export function unzip(archive, folder, place) {
  const root = path.resolve(folder);
  const file = openSync(archive, 'r');
  let written = 0;
  try {
    for (const entry of readDirectory(file)) {
      const relative = entry.name.endsWith('/') ? undefined : place(entry.name);
      if (relative === undefined) continue;
      const target = path.resolve(root, relative);
      if (!target.startsWith(root + path.sep)) {
        throw new Error(`zip: ${entry.name}: points outside the folder`);
      }
      mkdirSync(path.dirname(target), { recursive: true });
      const bytes = readEntry(file, entry);
      if ((entry.mode & 0o170000) === symlinkType) symlinkSync(bytes.toString('utf8'), target);
      else writeFileSync(target, bytes, { mode: (entry.mode & 0o777) | 0o600 });
      written++;
    }
  } finally {
    closeSync(file);
  }
  return written;
}
