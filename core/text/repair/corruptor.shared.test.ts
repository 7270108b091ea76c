import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadScriptDetector } from '#core/script/index.ts';
import { CORRUPTORS, loseLeadBytes } from '#test/corruptor.ts';
import { decodeLegacy } from '#test/legacy-decoder.ts';
import { sharedPath } from '#test/shared-files.ts';
import { buildReading } from '../reading.ts';
import { planEdits } from './pipeline.ts';

const COLLECTIONS = [
  ['reports-hans', 'gwr-national', 18],
  ['reports-hans', 'cpc-congress', 8],
  ['reports-hant', 'tw-mofa', 3],
] as const;

let isTraditionalForm: (char: string) => boolean;
beforeAll(async () => {
  const detector = await loadScriptDetector();
  isTraditionalForm = (char) => detector.isTraditionalForm(char);
});

const cleanTexts = COLLECTIONS.flatMap(([script, collection, step]) =>
  readdirSync(sharedPath('corpora', script, collection))
    .sort()
    .filter((_name, index) => index % step === 0)
    .map((name) => readFileSync(sharedPath('corpora', script, collection, name), 'utf8').slice(0, 8_000)),
);

/** Pages as a converter left them but for the damage: only there it lost bytes. */
const convertedTexts = readFileSync(
  sharedPath('corpora', 'pinyin-artefact', 'synthetic-damaged.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { expected_traditional: string }).expected_traditional);

/** What is read, the rules and edits behind it. */
function read(source: string) {
  const { edits } = planEdits(source, 'txt', { isTraditionalForm, decodeBytes: decodeLegacy });
  return { edits, text: buildReading(source, 'txt', edits).text };
}

/** How many lines of `truth` the text has exactly; one that damage hurt or a rule broke is missing. */
function soundLines(text: string, truth: string): number {
  const lines = new Set(text.split('\n'));
  return truth.split('\n').filter((line) => lines.has(line)).length;
}

describe('what a corruptor did to clean text', () => {
  test.each(CORRUPTORS)('%s mends: %s', (rule, name, corrupt) => {
    const sum = { hurt: 0, mended: 0, broken: 0, places: 0 };
    for (const clean of rule === 'byte-shift' ? convertedTexts : cleanTexts) {
      const truth = read(clean);
      const { damaged, places } = corrupt(clean);
      if (places === 0) continue;
      const repaired = read(damaged);
      const unrepaired = buildReading(
        damaged,
        'txt',
        planEdits(damaged, 'txt', {
          isTraditionalForm,
          decisions: repaired.edits
            .filter((edit) => edit.rule.split('+').includes(rule))
            .map(({ start, end, rule: own }) => ({ start, end, rule: own, applied: false })),
          decodeBytes: decodeLegacy,
        }).edits,
      ).text;
      const lines = truth.text.split('\n').length;
      const before = soundLines(unrepaired, truth.text);
      const after = soundLines(repaired.text, truth.text);
      sum.places += places;
      sum.hurt += lines - before;
      sum.mended += Math.max(0, after - before);
      sum.broken += Math.max(0, before - after);
    }
    const recall = sum.hurt === 0 ? 1 : sum.mended / sum.hurt;
    const precision = sum.mended + sum.broken === 0 ? 1 : sum.mended / (sum.mended + sum.broken);
    const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
    console.info(
      `${rule}, ${name}: ${sum.places} places, ${sum.hurt} lines hurt; recall ${percent(recall)}, precision ${percent(precision)}`,
    );
    expect(sum.places).toBeGreaterThan(0);
    expect(precision).toBeGreaterThanOrEqual(0.99);
  });
});

test('the corruptor does to clean passages what was seen on real pages', () => {
  const { spans } = JSON.parse(
    readFileSync(sharedPath('corpora', 'pinyin-artefact', 'verified-byte-shift-spans.json'), 'utf8'),
  ) as { spans: { observed: string; clean_as_shown_script: string }[] };
  const reproduced = spans.filter(
    ({ observed, clean_as_shown_script: clean }) => loseLeadBytes(clean).damaged === observed,
  );
  console.info(`corruptor: ${reproduced.length} real places without readings reproduced to the character`);
  expect(reproduced.length).toBeGreaterThanOrEqual(3);
});
