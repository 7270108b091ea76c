import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atLeast } from '#test/random-maps.ts';
import { diffTokens } from './sequence-diff.ts';

const tokens = fc.array(fc.nat({ max: 5 }), { maxLength: 30 });

/** Length of a longest common subsequence, from its definition. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  const rows = a.reduce<readonly number[]>(
    (above, token) => {
      const row = [0];
      b.forEach((other, j) => {
        row.push(token === other ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!));
      });
      return row;
    },
    b.map(() => 0).concat(0),
  );
  return rows[b.length]!;
}

test('the runs are equal, in order, and as long in all as a longest common subsequence', () => {
  fc.assert(
    fc.property(tokens, tokens, (a, b) => {
      let [atA, atB, all] = [0, 0, 0];
      diffTokens(a, b, (startA, startB, length) => {
        expect(startA >= atA && startB >= atB && length > 0).toBe(true);
        expect(a.slice(startA, startA + length)).toEqual(b.slice(startB, startB + length));
        [atA, atB, all] = [startA + length, startB + length, all + length];
      });
      expect(all).toBe(longestCommon(a, b));
    }),
    atLeast(1_000),
  );
});
