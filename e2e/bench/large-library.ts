import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { largeTexts, TEXTS_VERSION } from './large-texts.ts';
import { importFolder, madeOnce } from './made-once.ts';

/** Files that are handed to one command. */
const IMPORTED_AT_ONCE = 5_000;

/** A data folder with so many reports of about 2,000 characters, imported and indexed by the command. */
export function largeLibrary(count: number): string {
  const name = `library-${String(count)}-${String(TEXTS_VERSION)}`;
  return madeOnce(name, `${count.toLocaleString('en')} reports`, (files, data) => {
    let number = 0;
    for (const text of largeTexts(count)) {
      const part = path.join(files, String(Math.floor(number / IMPORTED_AT_ONCE)));
      mkdirSync(part, { recursive: true });
      writeFileSync(path.join(part, `${String(number).padStart(6, '0')}.txt`), text);
      number += 1;
    }
    for (let part = 0; part * IMPORTED_AT_ONCE < count; part += 1) {
      importFolder(data, path.join(files, String(part)));
    }
  });
}
