import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { imagesOf, rangeIn } from '#test/random-maps.ts';
import { sharedPath } from '#test/shared-files.ts';
import { VIEW_SCRIPTS } from '../report/script.ts';
import { buildView, loadConverter, loadScriptDetector } from '../script/index.ts';
import { compose } from '../text/compose-maps.ts';
import { buildReading } from '../text/reading.ts';
import { planEdits } from '../text/repair/pipeline.ts';
import { snapOutward } from '../text/segmentation.ts';
import { randomFrom } from './testing/random.ts';
import { roundTripFault } from './testing/round-trip.ts';

/** Beginnings are enough: a document repeats its own kinds of spans. */
const MAX_LENGTH = 2_000;
const RANGES = 12;

const paths = readFileSync(sharedPath('corpora', 'documents.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t')[1] ?? '');

test('in every document and view, repaired and as it stands, ranges go there and back', async () => {
  const { detectScript, isTraditionalForm } = await loadScriptDetector();
  const random = randomFrom(7);
  const faults: string[] = [];
  let cases = 0;
  for (const path of paths) {
    const source = readFileSync(sharedPath('corpora', path), 'utf8').slice(0, MAX_LENGTH);
    const format = path.includes('/laws/') ? 'md' : 'txt';
    const repairs = planEdits(source, format, { isTraditionalForm }).edits;
    const view = random.pick(VIEW_SCRIPTS);
    const converter = await loadConverter(detectScript(source), view);
    for (const edits of [repairs, repairs.filter(({ rule }) => rule === 'layout')]) {
      const reading = buildReading(source, format, edits);
      const map = compose(reading.map, buildView(reading, converter).map);
      const images = imagesOf(map);
      for (let count = 0; count < RANGES; count += 1) {
        const start = random.below(source.length);
        const range = snapOutward(source, rangeIn(source.length, start, start + random.below(80)));
        const fault = roundTripFault(map, images, range);
        if (fault !== null) faults.push(`${path} ${view} ${range.start},${range.end}: ${fault}`);
        cases += 1;
      }
    }
  }
  console.log(`${cases} ranges in ${paths.length} documents`);
  expect(faults).toEqual([]);
});
