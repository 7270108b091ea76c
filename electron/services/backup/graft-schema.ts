import * as fs from 'node:fs';
import { openConnection } from '../store/connection.ts';

/** Bytes of the header, which begins the first page. */
const HEADER = 100;

/** Without these nothing of a library is found. */
const NEEDED = ['annotation', 'journal', 'report', 'source_version'];

/**
 * Makes the tables of a damaged database findable again where the pages that name them are spoilt: takes the header, or, where
 * that is not enough, those pages from a whole database that it shares its beginning with (a backup copies page by page, and
 * the first tables of any library are made in the same order, so they begin on the same pages).
 * Changes nothing, and answers true, when the tables can be named. Offsets: https://www.sqlite.org/fileformat.html, sections 1.3 and 1.6.
 */
export function graftSchema(damaged: string, whole: string): boolean {
  if (namesItsTables(damaged)) return true;
  const good = fs.readFileSync(whole);
  const bytes = fs.readFileSync(damaged);
  const size = good.readUInt16BE(16) === 1 ? 65_536 : good.readUInt16BE(16);
  if (bytes.length < HEADER) return false;
  good.copy(bytes, 0, 0, HEADER);
  writeWithHeader(damaged, bytes, size);
  if (namesItsTables(damaged)) return false;
  for (const page of schemaPages(good, size)) {
    const at = (page - 1) * size;
    if (at + size <= bytes.length) good.copy(bytes, at, at, at + size);
  }
  writeWithHeader(damaged, bytes, size);
  return false;
}

/** Writes the file with a header that says how long it is. */
function writeWithHeader(damaged: string, bytes: Buffer, size: number): void {
  bytes.writeUInt32BE(Math.floor(bytes.length / size), 28);
  // No free pages: what the backup knew of them is not true here.
  bytes.writeUInt32BE(0, 32);
  bytes.writeUInt32BE(0, 36);
  bytes.writeUInt32BE(bytes.readUInt32BE(24), 92);
  fs.writeFileSync(damaged, bytes);
}

function namesItsTables(file: string): boolean {
  try {
    const connection = openConnection(file, { readOnly: true });
    try {
      const tables = connection.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
      const names = new Set(tables.map(({ name }) => name));
      // Preparing a statement reads the whole schema.
      for (const name of NEEDED) connection.all(`SELECT * FROM "${name}" LIMIT 0`);
      return NEEDED.every((name) => names.has(name));
    } finally {
      connection.close();
    }
  } catch {
    return false;
  }
}

/** Pages of the table of tables, whose root is page 1: inner pages (type 5) point to their children. */
function schemaPages(bytes: Buffer, size: number): ReadonlySet<number> {
  const pages = new Set([1]);
  for (const page of pages) {
    const start = (page - 1) * size;
    const head = start + (page === 1 ? 100 : 0);
    if (bytes[head] !== 5) continue;
    const cells = bytes.readUInt16BE(head + 3);
    for (let cell = 0; cell < cells; cell += 1) {
      pages.add(bytes.readUInt32BE(start + bytes.readUInt16BE(head + 12 + cell * 2)));
    }
    pages.add(bytes.readUInt32BE(head + 8));
  }
  return pages;
}
