import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { checkout } from './paths.mjs';

const ignored = /(^|\/)(node_modules|\.git|out|release|coverage)$|\.test\.tsx?$/;

/**
 * Every file below the given files and folders of a tree, tests and generated folders left out.
 * @param {readonly string[]} roots relative to `base`
 * @param {string} [base]
 * @returns {string[]} relative paths with `/`, sorted
 */
export function listFiles(roots, base = checkout) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} relative */
  const visit = (relative) => {
    if (ignored.test(relative)) return;
    const info = statSync(path.join(base, relative), { throwIfNoEntry: false });
    if (info === undefined) return;
    if (!info.isDirectory()) {
      found.push(relative);
      return;
    }
    for (const entry of readdirSync(path.join(base, relative), { withFileTypes: true })) {
      const child = `${relative}/${entry.name}`;
      if (entry.isDirectory()) visit(child);
      else if (!ignored.test(child)) found.push(child);
    }
  };
  for (const root of roots) visit(root);
  return found.sort();
}

/**
 * A short text that changes when a file below `roots` is added, taken away or written: path, size and time of each.
 * @param {readonly string[]} roots
 * @param {string} [base]
 */
export function signatureOf(roots, base = checkout) {
  const hash = createHash('sha256').update(process.version);
  for (const file of listFiles(roots, base)) {
    const { size, mtimeMs } = statSync(path.join(base, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** A file that says from which inputs an output was made; it is removed before the work and written after it. */
export class Stamp {
  /** @param {string} file */
  constructor(file) {
    this.file = file;
  }

  /** @param {string} signature */
  matches(signature) {
    try {
      return readFileSync(this.file, 'utf8') === signature;
    } catch {
      return false;
    }
  }

  clear() {
    rmSync(this.file, { force: true });
  }

  /** @param {string} signature */
  write(signature) {
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(this.file, signature);
  }
}
