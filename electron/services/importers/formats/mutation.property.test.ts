import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { IMPORTER_TARGETS } from '#test/fuzz/importer-targets.ts';

// PDF.js leaves promises of broken files behind that nobody waits for; in the program a thread of its own lets them go.
const ignore = (): void => undefined;
beforeAll(() => {
  process.on('unhandledRejection', ignore);
});
afterAll(() => {
  process.off('unhandledRejection', ignore);
});

describe.each(IMPORTER_TARGETS.map((target) => [target.name, target] as const))(
  'a damaged %s',
  (_, target) => {
    it('is read or refused with a code', async () => {
      await fc.assert(fc.asyncProperty(target.inputs, async (input) => target.check(input)));
    });
  },
);
