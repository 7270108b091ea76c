import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstIndex } from './first-index.ts';

test('the first that holds is the one that a look at each finds', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(70), (count, from) => {
      const found = Array.from({ length: count }, (_item, index) => index).find((index) => index >= from);
      expect(firstIndex(count, (index) => index >= from)).toBe(found ?? count);
    }),
  );
});
