import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { editsOfSteps, editSteps } from '#test/random-edits.ts';
import { atLeast, imagesOf, rangeIn } from '#test/random-maps.ts';
import { VIEW_SCRIPTS } from '../report/script.ts';
import { buildView, loadConverter, type Converter } from '../script/index.ts';
import { unitsOf } from '../script/growable.ts';
import { buildPipeline, NO_OVERRIDES, runPipeline } from '../script/pipeline.ts';
import { compose } from '../text/compose-maps.ts';
import { toA, toB } from '../text/map-range.ts';
import { identityMap, invert } from '../text/offset-map.ts';
import { buildReading } from '../text/reading.ts';
import { snapOutward, splitsPair } from '../text/segmentation.ts';
import { roundTripFault, visiblePart } from './testing/round-trip.ts';

/** Characters with several forms, phrases that change length, astral and combining characters, brackets, lines. */
const PIECES = [
  '发展',
  '發展',
  '把握发展',
  '头发',
  '历史',
  '軟件',
  '软件',
  '信息',
  '文件',
  '支持',
  '干部',
  '乾',
  '面',
  '里',
  '裡',
  '后',
  '後',
  '着',
  '著',
  '統(tǒng)籌',
  '\u{20000}',
  '\u{2a6a5}',
  'e\u0301',
  '🇨🇳',
  '(',
  ')',
  '，',
  '\n',
  ' ',
  'a',
] as const;
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));
const number = fc.nat({ max: 10_000 });

let converters: readonly Converter[];
beforeAll(async () => {
  converters = (
    await Promise.all(
      (['Hans', 'Hant-TW', 'mixed'] as const).map((script) =>
        Promise.all(VIEW_SCRIPTS.map((view) => loadConverter(script, view))),
      ),
    )
  ).flat();
});

describe('views composed with repairs', () => {
  test('lead every range there and back, and nothing is painted beyond its segments', () => {
    fc.assert(
      fc.property(text, editSteps, number, number, fc.nat({ max: 1_000 }), (source, steps, x, y, which) => {
        const edits = editsOfSteps(source, steps, 'repair', false).filter(
          ({ start, end }) => !splitsPair(source, start) && !splitsPair(source, end),
        );
        const reading = buildReading(source, 'txt', edits);
        const range = snapOutward(source, rangeIn(source.length, x, y));
        const maps = [0, 5].map((step) => {
          const converter = converters[(which + step) % converters.length]!;
          return { name: converter.view, map: compose(reading.map, buildView(reading, converter).map) };
        });
        for (const { name, map } of maps) {
          const told = JSON.stringify({ source, edits, view: name, range });
          expect(roundTripFault(map, imagesOf(map), range), told).toBe(null);
        }
        // Selected in one view, painted in another: all that was selected is shown in both.
        const [first, second] = maps;
        const selection = rangeIn(first!.map.bLength, x, y);
        const selected = toA(first!.map, selection);
        const told = JSON.stringify({ source, edits, view: first!.name, selection, selected });
        const made = visiblePart(imagesOf(invert(first!.map)), selection);
        if (selection.start === selection.end || made === null) return;
        const held = toB(first!.map, selected);
        expect(held.start <= made.start && made.end <= held.end, told).toBe(true);
        expect(roundTripFault(second!.map, imagesOf(second!.map), selected), told).toBe(null);
      }),
      atLeast(8_000),
    );
  });

  test('with random dictionaries, whatever their lengths', () => {
    const word = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '\u{20000}'), {
      minLength: 1,
      maxLength: 3,
    });
    const dictionary = fc
      .uniqueArray(fc.tuple(word, word), { minLength: 1, maxLength: 8, selector: ([from]) => from.join('') })
      .map((entries) => entries.map(([from, to]) => `${from.join('')} ${to.join('')}`).join('|'));
    const content = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '\u{20000}', 'x', '，'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(dictionary, dictionary, content, number, number, (one, two, characters, x, y) => {
        const source = characters.join('');
        const pipeline = buildPipeline({ conversionChain: [[one], [two]] }, NO_OVERRIDES);
        const passage = runPipeline(pipeline, unitsOf(source), true, () => false);
        let map = identityMap(source.length);
        for (const { spans, bLength } of passage.changes) {
          map = compose(map, { spans, aLength: map.bLength, bLength });
        }
        expect(map.bLength).toBe(passage.units.length);
        const range = snapOutward(source, rangeIn(source.length, x, y));
        const told = JSON.stringify({ source, one, two, range });
        expect(roundTripFault(map, imagesOf(map), range), told).toBe(null);
      }),
      atLeast(2_000),
    );
  });
});
