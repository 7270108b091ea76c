import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unzip } from '../lib/unzip.mjs';

interface Entry {
  readonly name: string;
  readonly text: string;
  readonly mode: number;
  readonly stored?: boolean;
  readonly crc?: number;
}

/** Writes a zip by the format's own description, apart from the code under test. */
function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, mode, stored = false, crc } of entries) {
    const plain = Buffer.from(text);
    const packed = stored ? plain : deflateRawSync(plain);
    const sum = crc ?? crc32(plain);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(stored ? 0 : 8, 10);
    entry.writeUInt32LE(sum, 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(plain.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(mode * 0x10000, 38);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    locals.push(local, packed);
    directory.push(entry);
    at += local.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}

describe('unzip', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhupi-unzip-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function unpack(
    entries: readonly Entry[],
    place: (name: string) => string | undefined = (name) => name,
  ): number {
    const archive = path.join(folder, 'a.zip');
    writeFileSync(archive, zipOf(entries));
    return unzip(archive, path.join(folder, 'to'), place);
  }

  test('writes packed and stored files with their modes', () => {
    const long = '朱批'.repeat(5000);
    const written = unpack([
      { name: 'bin/run', text: long, mode: 0o100755 },
      { name: 'plain', text: 'as it is', mode: 0o100644, stored: true },
      { name: 'folder/', text: '', mode: 0o040755, stored: true },
    ]);
    expect(written).toBe(2);
    expect(readFileSync(path.join(folder, 'to/bin/run'), 'utf8')).toBe(long);
    expect(lstatSync(path.join(folder, 'to/bin/run')).mode & 0o777).toBe(0o755);
    expect(readFileSync(path.join(folder, 'to/plain'), 'utf8')).toBe('as it is');
  });

  test('keeps symbolic links', () => {
    unpack([{ name: 'link', text: 'bin/run', mode: 0o120777, stored: true }]);
    expect(readlinkSync(path.join(folder, 'to/link'))).toBe('bin/run');
  });

  test('leaves out and renames what the caller says', () => {
    unpack(
      [
        { name: 'App', text: 'program', mode: 0o100755 },
        { name: 'app/x.js', text: 'no', mode: 0o100644 },
      ],
      (name) => (name === 'App' ? 'electron' : undefined),
    );
    expect(existsSync(path.join(folder, 'to/electron'))).toBe(true);
    expect(existsSync(path.join(folder, 'to/app'))).toBe(false);
  });

  test('refuses damaged bytes', () => {
    expect(() => unpack([{ name: 'a', text: 'abc', mode: 0o100644, crc: 1 }])).toThrow('a: damaged');
    writeFileSync(path.join(folder, 'b.zip'), 'no zip at all');
    expect(() => unzip(path.join(folder, 'b.zip'), folder, (name) => name)).toThrow('no end record');
  });

  test('refuses a path out of the folder', () => {
    expect(() => unpack([{ name: '../evil', text: 'x', mode: 0o100644 }])).toThrow('points outside');
    expect(existsSync(path.join(folder, 'evil'))).toBe(false);
  });
});
