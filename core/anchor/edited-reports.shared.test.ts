import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedPath } from '#test/shared-files.ts';
import { loadFolder } from '../script/index.ts';
import { editedReports } from './testing/edited-reports.ts';
import { measureOurs, measureScheme, placedShare, printMeasured } from './testing/measure-edits.ts';

const read = (path: string): string => readFileSync(sharedPath('corpora', path), 'utf8');

test('random anchors in real reports that editors changed: none is placed wrongly', async () => {
  const { foldWithMap } = await loadFolder({ lineFeed: 'nothing' });
  const reports = await editedReports(read, 20261123, 56, 42);
  const ours = measureOurs(reports, foldWithMap);
  const scheme = measureScheme(reports);
  console.log(printMeasured('edited reports', { ours, Hypothesis: scheme }));
  expect(ours.all.anchors).toBeGreaterThanOrEqual(2_000);
  expect(ours.wrong).toEqual([]);
  expect(placedShare(ours)).toBeGreaterThanOrEqual(0.97);
});
