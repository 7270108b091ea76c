import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkout } from '../../launch.ts';
import { insertLoop, tokensOf } from '../insert-loop.ts';
import type { Measure } from '../measure.ts';
import { takePairs } from '../pairs.ts';
import { sampleLines, textOfLength } from '../sample-texts.ts';

const REPORTS = 2_000;
const LENGTH = 2_000;
/** What the figures are for. */
const PER = 1_000;

/**
 * Milliseconds for a thousand text reports of 2,000 characters. Ours: `zhupi import` of a folder into an empty library, from
 * the start of the process to its end, with everything on the disk and searchable. Baseline: a loop that reads each file,
 * hashes it, inserts its row and inserts the same tokens, made beforehand, into FTS5, in transactions as large as ours.
 * Goal beside the ratio: at least 300 reports a second on two idle cores, which is 3,333 ms.
 */
export const importing: Measure = {
  name: 'import',
  unit: 'ms',
  goal: { kind: 'ratio', limit: 3 },
  take: async ({ pairs }) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'zhupi-bench-import-'));
    try {
      const reports = path.join(folder, 'reports');
      writeReports(reports);
      const files = readdirSync(reports).map((name) => path.join(reports, name));
      const tokens = await tokensOf(files);
      let round = 0;
      const inNewFolder = (work: (place: string) => void): Promise<number> => {
        round += 1;
        const place = path.join(folder, String(round));
        mkdirSync(place);
        const begun = performance.now();
        work(place);
        // What is made stays until the end: file systems search long for the place of a new file behind thousands just deleted.
        return Promise.resolve(((performance.now() - begun) / REPORTS) * PER);
      };
      return await takePairs(
        pairs,
        () =>
          inNewFolder((place) => {
            insertLoop(path.join(place, 'loop.db'), files, tokens);
          }),
        () =>
          inNewFolder((place) => {
            importFolder(place, reports);
          }),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Texts of which no two are the same: each begins at another line and has a title of its own. */
function writeReports(folder: string): void {
  mkdirSync(folder);
  const lines = sampleLines();
  for (let number = 1; number <= REPORTS; number += 1) {
    const at = (number * 31) % lines.length;
    const own = [...lines.slice(at, at + LENGTH), ...lines.slice(0, LENGTH)];
    const text = textOfLength(own, `第${number}份政府工作报告`, LENGTH);
    writeFileSync(path.join(folder, `${String(number).padStart(5, '0')}.txt`), text);
  }
}

function importFolder(dataDir: string, reports: string): void {
  const command = path.join(checkout, 'out', 'cli', 'zhupi.cjs');
  const output = execFileSync(
    process.execPath,
    [command, 'import', '--json', '--data-dir', dataDir, reports],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const imported = output.split('\n').filter((line) => line.includes('"status":"imported"')).length;
  if (imported !== REPORTS) throw new Error(`only ${imported} of ${REPORTS} reports were imported`);
}
