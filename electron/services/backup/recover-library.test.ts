import { expect, test } from 'vitest';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { makeDamageFixture, openAfterDamage } from './fixtures/damage-trial.ts';

test.each([
  ['its header', (bytes: Buffer) => bytes.fill(0, 0, 100)],
  ['its schema', (bytes: Buffer) => bytes.fill(0x55, 100, 4096)],
  ['every tenth page', (bytes: Buffer) => eachPage(bytes, 10)],
  ['all but the first page', (bytes: Buffer) => eachPage(bytes, 1)],
])(
  'a database that lost %s opens again with every note of the backup',
  { timeout: 30_000 },
  async (_name, damage) => {
    const fixture = await makeDamageFixture(temporaryFolder());
    const { ids, recovered } = await openAfterDamage(fixture, damage);
    expect(recovered).toBe(true);
    expect(fixture.backedUp.filter((id) => !ids.has(id))).toEqual([]);
  },
);

test('what is later than the backup comes from the damaged file', { timeout: 30_000 }, async () => {
  const fixture = await makeDamageFixture(temporaryFolder());
  let saved = 0;
  let recoveries = 0;
  const pages = fixture.database.length / 4096;
  for (let page = 1; page < pages; page += Math.ceil(pages / 12)) {
    const { ids, recovered } = await openAfterDamage(fixture, (bytes) =>
      bytes.fill(0x77, page * 4096, page * 4096 + 8),
    );
    expect(fixture.backedUp.filter((id) => !ids.has(id))).toEqual([]);
    if (!recovered) continue;
    recoveries += 1;
    saved += fixture.later.filter((id) => ids.has(id)).length;
  }
  expect(recoveries).toBeGreaterThan(3);
  // One page spoilt of many: a note stands in its own row and in the journal.
  expect(saved / (recoveries * fixture.later.length)).toBeGreaterThan(0.9);
});

function eachPage(bytes: Buffer, step: number): void {
  for (let at = 4096; at < bytes.length; at += 4096 * step) bytes.fill(0x77, at, at + 4096);
}
