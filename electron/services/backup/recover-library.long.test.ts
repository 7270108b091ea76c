import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { makeDamageFixture, openAfterDamage } from './fixtures/damage-trial.ts';

const TRIALS = Number(process.env['ZHUPI_FUZZ_RUNS'] ?? '') || 1_000;

test(
  `bytes turned over all through a database, ${String(TRIALS)} times`,
  { timeout: 3_600_000 },
  async () => {
    const fixture = await makeDamageFixture(temporaryFolder());
    const size = fixture.database.length;
    const flips = fc.array(
      fc.record({ at: fc.noBias(fc.nat({ max: size - 1 })), by: fc.integer({ min: 1, max: 255 }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    let [trials, recoveries, saved] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(flips, async (damage) => {
        const { ids, recovered } = await openAfterDamage(fixture, (bytes) => {
          for (const { at, by } of damage) bytes[at] = (bytes[at] ?? 0) ^ by;
        });
        trials += 1;
        recoveries += recovered ? 1 : 0;
        saved += fixture.later.filter((id) => ids.has(id)).length;
        expect(fixture.backedUp.filter((id) => !ids.has(id))).toEqual([]);
      }),
      { numRuns: TRIALS, endOnFailure: true },
    );
    const share = saved / (trials * fixture.later.length);
    console.log(
      `${String(trials)} trials, ${String(recoveries)} recoveries, ${share.toFixed(4)} of the later notes saved`,
    );
    // What is lost stood on the few pages that say where the tables are; the backup has all that is older.
    expect(share).toBeGreaterThan(0.95);
  },
);
