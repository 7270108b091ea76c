import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const made: string[] = [];

/** An empty folder in the system's place for temporary files; it goes when the tests' process ends. */
export function temporaryFolder(name: string): string {
  if (made.length === 0) process.on('exit', removeAll);
  const folder = mkdtempSync(path.join(os.tmpdir(), `zhupi-${name}-`));
  made.push(folder);
  return folder;
}

function removeAll(): void {
  for (const folder of made) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // A program that is still closing may hold a file; the system clears its temporary files by itself.
    }
  }
}
