import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedPath } from '#test/shared-files.ts';
import { loadFolder } from '../script/index.ts';
import { editedReports } from './testing/edited-reports.ts';
import { measureOurs, measureScheme, placedShare, printMeasured } from './testing/measure-edits.ts';

const read = (path: string): string => readFileSync(sharedPath('corpora', path), 'utf8');

test.each([3, 4])('20,000 random anchors in real reports that editors changed, seed %d', async (seed) => {
  const { foldWithMap } = await loadFolder({ lineFeed: 'nothing' });
  const reports = await editedReports(read, seed, 480, 42);
  const ours = measureOurs(reports, foldWithMap);
  const scheme = measureScheme(reports);
  console.log(printMeasured(`edited reports ${seed}`, { ours, Hypothesis: scheme }));
  expect(ours.wrong).toEqual([]);
  expect(placedShare(ours)).toBeGreaterThanOrEqual(0.97);
});
