import fc from 'fast-check';

/** One piece of damage: bytes changed, taken out, put in, written twice, or the end cut off. */
const change = fc.record({
  kind: fc.constantFrom('flip', 'replace', 'repeat', 'move', 'cut'),
  at: fc.nat(),
  length: fc.nat({ max: 40 }),
  to: fc.nat(),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        '<',
        '</',
        '&#x110000;',
        '<table>',
        '<td rowspan=999999>',
        '>>',
        ' 0 R',
        '\0',
        '<w:p>',
        '\u202e',
      )
      .map((text) => Buffer.from(text)),
  ),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;
/** Damage to a file: mostly little, now and then all over it. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.oneof(
  { weight: 20, arbitrary: fc.array(change, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(change, { minLength: 5, maxLength: 60 }) },
);

function changed(bytes: Buffer, { kind, at, length, to, insert }: Change): Buffer {
  const start = at % (bytes.length + 1);
  const [before, slice, after] = [
    bytes.subarray(0, start),
    bytes.subarray(start, start + length),
    bytes.subarray(start + length),
  ];
  switch (kind) {
    case 'flip': {
      const copy = Buffer.from(bytes);
      if (start < copy.length) copy[start] = (copy[start] ?? 0) ^ (1 << (to % 8));
      return copy;
    }
    case 'replace':
      return Buffer.concat([before, insert, after]);
    case 'repeat':
      return Buffer.concat([before, ...Array.from({ length: to % 6 }, () => slice), after]);
    case 'move': {
      const rest = Buffer.concat([before, after]);
      const place = to % (rest.length + 1);
      return Buffer.concat([rest.subarray(0, place), slice, rest.subarray(place)]);
    }
    case 'cut':
      return to % 4 === 0 ? before : bytes;
  }
}

export function mutate(bytes: Uint8Array, all: readonly Change[]): Buffer {
  return all.reduce<Buffer>(changed, Buffer.from(bytes));
}
