import fc from 'fast-check';
import { describe, test } from 'vitest';
import { damagedTexts } from '#test/fuzz/damaged-texts.ts';
import { isTraditionalForm, PLAN_TARGET, RULE_TARGETS } from '#test/fuzz/rule-targets.ts';
import { requireSoundEdits } from '#test/fuzz/sound-edits.ts';
import { decodeLegacy } from '#test/legacy-decoder.ts';
import { atLeast } from '#test/random-maps.ts';
import { applyEdits } from '../apply-edits.ts';
import type { Edit } from '../edit.ts';
import { planEdits } from './pipeline.ts';

describe('on any text', () => {
  test.each(RULE_TARGETS.map((target) => [target.name, target] as const))(
    '%s finds ordered, true edits',
    async (_, { inputs, check }) => {
      await fc.assert(
        fc.asyncProperty(inputs, async (input) => check(input)),
        atLeast(300),
      );
    },
  );

  test('the plan is one sound list, and makes a reading with metadata, outline and labels', async () => {
    const { inputs, check } = PLAN_TARGET;
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => check(input)),
      atLeast(400),
    );
  });

  test('any decision and any correction of the user leaves a sound list', () => {
    fc.assert(
      fc.property(
        damagedTexts,
        fc.nat(),
        fc.nat(),
        fc.string({ maxLength: 3 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        (source, a, b, after, switches) => {
          const found = planEdits(source, 'txt', { isTraditionalForm, decodeBytes: decodeLegacy }).edits;
          const decisions = found
            .slice(0, switches.length)
            .map(({ start, end, rule }, index) => ({ start, end, rule, applied: switches[index] ?? true }));
          const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const before = source.slice(start, end);
          const user: Edit = { start, end, before, after, rule: 'user', confidence: 1, applied: true };
          const { edits } = planEdits(source, 'txt', {
            isTraditionalForm,
            decisions,
            userEdits: before === after ? [] : [user],
          });
          requireSoundEdits(source, edits);
          applyEdits(source, edits);
        },
      ),
      atLeast(400),
    );
  });
});
