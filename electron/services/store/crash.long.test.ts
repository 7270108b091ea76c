import { test } from 'vitest';
import { killWriters } from './fixtures/kill-writers.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';

const KILLS = 304;
const WRITERS = 4;
/** After so many rounds the library is begun anew: every round reads all of it. */
const ROUNDS = 8;

test(`${String(KILLS)} processes that are killed while they write`, { timeout: 3_600_000 }, async () => {
  let [kills, lines] = [0, 0];
  while (kills < KILLS) {
    const dataDir = temporaryFolder();
    for (let round = 0; round < ROUNDS && kills < KILLS; round += 1, kills += WRITERS) {
      lines += await killWriters(dataDir, WRITERS);
    }
  }
  console.log(`${String(kills)} kills, ${String(lines)} acknowledged changes, each of them there`);
});
