import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedPath } from '#test/shared-files.ts';
import { loadFolder } from '../script/index.ts';
import { editedReports } from './testing/edited-reports.ts';
import { measureOurs, measureScheme, placedShare, printMeasured } from './testing/measure-edits.ts';

const read = (path: string): string => readFileSync(sharedPath('corpora', path), 'utf8');

test('20,000 random anchors in real reports that editors changed', async () => {
  const { foldWithMap } = await loadFolder({ lineFeed: 'nothing' });
  const reports = await editedReports(read, 4, 480, 42);
  const ours = measureOurs(reports, foldWithMap);
  const scheme = measureScheme(reports);
  console.log(printMeasured('edited reports', { ours, Hypothesis: scheme }));
  // Where sentences of the report itself were put in again, a passage may be made anew around its old place, so that two
  // histories explain the same text: one such place in a thousand may be judged otherwise than it was made.
  const repeated = ours.wrong.filter((told) => told.startsWith('its own sentences again'));
  expect(ours.wrong.filter((told) => !repeated.includes(told))).toEqual([]);
  expect(repeated.length).toBeLessThanOrEqual(2);
  expect(placedShare(ours)).toBeGreaterThanOrEqual(0.97);
});
