import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkout } from '../launch.ts';

/**
 * A data folder under out/bench that is made at the first call and kept for the next runs: making one takes minutes. `make`
 * fills `data`, and has `files` for what it imports; one that fails leaves nothing that looks made.
 */
export function madeOnce(name: string, what: string, make: (files: string, data: string) => void): string {
  const folder = path.join(checkout, 'out', 'bench', name);
  if (existsSync(folder)) return folder;
  console.error(`  making a library of ${what}, once …`);
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  const files = path.join(making, 'files');
  const data = path.join(making, 'data');
  mkdirSync(files, { recursive: true });
  mkdirSync(data);
  make(files, data);
  renameSync(data, folder);
  rmSync(making, { recursive: true, force: true });
  return folder;
}

/** Imports a folder of files by the command. */
export function importFolder(dataDir: string, folder: string): void {
  const command = path.join(checkout, 'out', 'cli', 'zhupi.cjs');
  execFileSync(process.execPath, [command, 'import', '--data-dir', dataDir, folder], { stdio: 'ignore' });
}
