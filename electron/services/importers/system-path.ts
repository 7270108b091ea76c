import { isUtf8 } from 'node:buffer';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AppError, ErrorParams } from '#core/base/app-error.ts';
import { decodeDoubleByte } from './double-byte.ts';
import { likelierFamily } from './likeliest.ts';
import { decodeUtf8, scanUtf8 } from './utf8.ts';

/*
 * Names of files are bytes on Linux, and an archive that was unpacked there may have left names in GBK or Big5. Such a name
 * is carried in a string: each byte that is no UTF-8 is the lone surrogate U+DC00 + byte (the way of PEP 383), which stands
 * in no valid text. What asks the system for a file goes through `systemPath`, what people read through `shownPath`.
 */

const ESCAPED = /[\uDC80-\uDCFF]/u;
const ESCAPE = 0xdc00;

/** A name as the system gave it, as a string that says all of its bytes. */
export function pathOfBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  let from = 0;
  for (const [start, end] of scanUtf8(bytes).bad) {
    text += bytes.toString('utf8', from, start);
    for (const byte of bytes.subarray(start, end)) text += String.fromCharCode(ESCAPE + byte);
    from = end;
  }
  return text + bytes.toString('utf8', from);
}

/** What the system is to be asked for. */
export function systemPath(file: string): string | Buffer {
  return ESCAPED.test(file) ? bytesOfPath(file) : file;
}

/** A path for people: names that are no UTF-8 as the Chinese that their bytes spell, or with U+FFFD where they spell none. */
export function shownPath(file: string): string {
  if (!ESCAPED.test(file)) return file;
  return file.split(path.sep).map(shownName).join(path.sep);
}

/** The parameters of an error, its paths for people. */
export function shownParams({ params }: AppError): ErrorParams {
  const shown = Object.entries(params).map(([key, value]) => [
    key,
    typeof value === 'string' ? shownPath(value) : value,
  ]);
  return Object.fromEntries(shown) as ErrorParams;
}

/** Names in a folder, sorted. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(systemPath(folder), { encoding: 'buffer' });
  return names.map(pathOfBytes).toSorted();
}

/**
 * The path that was meant by one in which bytes that are no UTF-8 were lost (arguments, dropped files and dialogs come as
 * text) or that was copied from what we show. The path itself where it is there, or where not exactly one fits.
 */
export async function meantPath(file: string): Promise<string> {
  // Paths that went wrong hold a mark of it, or the Chinese that we made of the bytes.
  if (!/[^\0-\x7F]/u.test(file) || (await isThere(file))) return file;
  const { root } = path.parse(file);
  let meant = root;
  for (const name of file.slice(root.length).split(path.sep)) {
    const exact = path.join(meant, name);
    const found = (await isThere(exact)) ? exact : await misread(meant, name);
    if (found === null) return file;
    meant = found;
  }
  return meant;
}

async function isThere(file: string): Promise<boolean> {
  return stat(systemPath(file)).then(
    () => true,
    () => false,
  );
}

async function misread(folder: string, name: string): Promise<string | null> {
  const names = await namesIn(folder).catch(() => []);
  const fitting = names.filter(
    (other) => ESCAPED.test(other) && [lossy(other), shownName(other)].includes(name),
  );
  const [only] = fitting;
  return only === undefined || fitting.length > 1 ? null : path.join(folder, only);
}

/** How a program that takes names for UTF-8 reads one that is not. */
function lossy(name: string): string {
  return bytesOfPath(name).toString('utf8');
}

function bytesOfPath(file: string): Buffer {
  const pieces: Buffer[] = [];
  for (const piece of file.split(/([\uDC80-\uDCFF])/u)) {
    pieces.push(ESCAPED.test(piece) ? Buffer.of(piece.charCodeAt(0) - ESCAPE) : Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}

function shownName(name: string): string {
  if (!ESCAPED.test(name)) return name;
  const bytes = bytesOfPath(name);
  const likelier = likelierFamily(bytes);
  if (likelier !== null) {
    const { text, undecodable } = decodeDoubleByte(bytes, likelier.family);
    if (undecodable.length === 0) return text;
  }
  return decodeUtf8(bytes).text;
}
