import { z } from 'zod';

/** Values that no field of the contract takes where another kind is wanted. */
const WRONG_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  '',
  'text',
  '<script>',
  [],
  [null],
  [7],
  {},
  { start: 'x' },
  'x'.repeat(20_000),
];

const GOOD_VALUES: readonly unknown[] = [
  'text',
  1,
  0,
  true,
  null,
  [],
  ['text'],
  {},
  'source',
  'highlight',
  ...[{ note: 'x' }],
];

/**
 * Payloads that a request's schema refuses: no object at all, and for each field one after the other a wrong value or
 * none while the others are right.
 */
export function forgedPayloads(schema: z.ZodType): readonly unknown[] {
  const forged: unknown[] = [null, 'text', 42, true, [], [{}]];
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
    const good = Object.fromEntries(
      Object.entries(shape).map(([key, field]) => [
        key,
        GOOD_VALUES.find((value) => field.safeParse(value).success),
      ]),
    );
    for (const key of Object.keys(shape)) {
      const { [key]: _left, ...rest } = good;
      forged.push(rest, ...WRONG_VALUES.map((value) => ({ ...good, [key]: value })));
    }
  }
  return forged.filter((payload) => !schema.safeParse(payload).success);
}
