import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkout } from '../launch.ts';
import { largeTexts, TEXTS_VERSION } from './large-texts.ts';

/** Files that are handed to one command. */
const IMPORTED_AT_ONCE = 5_000;

/**
 * A data folder with so many reports of about 2,000 characters, imported and indexed by the command. Making it takes minutes,
 * so it stays in out/bench for the next run.
 */
export function largeLibrary(count: number): string {
  const folder = path.join(checkout, 'out', 'bench', `library-${String(count)}-${String(TEXTS_VERSION)}`);
  if (existsSync(folder)) return folder;
  console.error(`  making a library of ${count.toLocaleString('en')} reports, once …`);
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  const files = path.join(making, 'files');
  const data = path.join(making, 'data');
  mkdirSync(files, { recursive: true });
  mkdirSync(data);
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
  renameSync(data, folder);
  rmSync(making, { recursive: true, force: true });
  return folder;
}

function importFolder(dataDir: string, folder: string): void {
  const command = path.join(checkout, 'out', 'cli', 'zhupi.cjs');
  execFileSync(process.execPath, [command, 'import', '--data-dir', dataDir, folder], { stdio: 'ignore' });
}
