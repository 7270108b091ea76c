import { encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { reanchorByBytes } from './reanchor-by-bytes.ts';

/** A text with the byte offset of each code unit in an encoding. */
function decoded(source: string, encoding: string) {
  const byteOffsets: number[] = [];
  let bytes = 0;
  for (const character of source) {
    for (let unit = 0; unit < character.length; unit += 1) byteOffsets.push(bytes);
    bytes += encode(character, encoding).length;
  }
  return { source, byteOffsets: [...byteOffsets, bytes] };
}

describe('reanchorByBytes', () => {
  test('finds what the same bytes say in the right encoding', () => {
    // GBK bytes read as Latin-1: every character became two.
    const right = decoded('教育强国，从ABC做起', 'gbk');
    const misread = decoded(encode(right.source, 'gbk').toString('latin1'), 'latin1');
    const placed = reanchorByBytes(
      [
        { start: 4, end: 8 },
        { start: 12, end: 15 },
      ],
      misread,
      right,
    );
    expect(placed.map(({ start, end }) => right.source.slice(start, end))).toEqual(['强国', 'ABC']);
    expect(placed.map(({ state }) => state)).toEqual(['moved', 'exact']);
  });

  test('takes whole characters where an anchor began inside one', () => {
    const right = decoded('教育\u{20000}强国', 'utf8');
    const misread = decoded(encode(right.source, 'utf8').toString('latin1'), 'latin1');
    const [inside, astral] = reanchorByBytes(
      [
        { start: 1, end: 4 },
        { start: 7, end: 9 },
      ],
      misread,
      right,
    );
    expect(inside).toMatchObject({ start: 0, end: 2, state: 'moved' });
    expect(astral).toMatchObject({ start: 2, end: 4 });
  });

  test('the same decoding changes nothing', () => {
    const text = decoded('教育\u{20000}强国', 'utf8');
    const anchors = [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
      { start: 4, end: 6 },
      { start: 1, end: 1 },
    ];
    const placed = reanchorByBytes(anchors, text, text);
    expect(placed).toEqual(anchors.map((anchor) => ({ ...anchor, state: 'exact', candidates: [] })));
  });

  test('an anchor whose bytes left no character is an orphan', () => {
    const old = { source: 'ab', byteOffsets: [0, 1, 2] };
    const current = { source: '', byteOffsets: [2] };
    expect(reanchorByBytes([{ start: 0, end: 2 }], old, current)).toEqual([
      { start: 0, end: 0, state: 'orphan', candidates: [] },
    ]);
  });
});
