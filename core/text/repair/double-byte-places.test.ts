import { decode, encode } from 'iconv-lite';
import { expect, it } from 'vitest';
import { textOfThinnedBytes } from './double-byte-places.ts';
import { doubleByteTable } from './double-byte-table.ts';
import { LOST } from './misreading-encodings.ts';

const decodeBytes = (bytes: Uint8Array, encoding: string): string => decode(Buffer.from(bytes), encoding);
const [gbk, big5] = [doubleByteTable(decodeBytes, 'gbk'), doubleByteTable(decodeBytes, 'big5')];
const bytes = [...encode('教育', 'gbk')];
const thinned = [...bytes.slice(0, 3), LOST, 0x41];

it('gives up a lost byte where no ways are left, and loses nothing else', () => {
  const ways = { left: 0 };
  expect(textOfThinnedBytes(bytes, gbk, big5, ways)).toBe('教育');
  expect(textOfThinnedBytes(thinned, gbk, big5, ways)).toBe('教\uFFFDA');
});

it('counts down by the ways that it tries', () => {
  const ways = { left: 1_000_000 };
  textOfThinnedBytes(bytes, gbk, big5, ways);
  expect(ways.left).toBe(1_000_000);
  textOfThinnedBytes(thinned, gbk, big5, ways);
  expect(ways.left).toBeLessThan(1_000_000);
});
