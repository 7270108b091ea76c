import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { expect, test } from 'vitest';
import { ENCODINGS } from '#core/report/encoding.ts';
import { byteOffsetsOf } from './byte-offsets.ts';
import { decodeBytes } from './decode-bytes.ts';
import { decodeBytesAs } from './decode-bytes-as.ts';

const words = fc.constantFrom(
  '教育',
  'a',
  '\n',
  '€',
  '𠮷',
  '㐂',
  'é',
  '計畫',
  '\u00ca\u0304',
  '嘅',
  '\ufeff',
);
const text = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''));
const chinese = fc
  .tuple(text, fc.constantFrom('utf8', 'gbk', 'gb18030', 'big5hkscs', 'utf16le', 'utf-16be'))
  .map(([source, encoding]) => Uint8Array.from(encode(source, encoding)));
const marked = fc
  .tuple(fc.constantFrom([0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x84, 0x31, 0x95, 0x33]), chinese)
  .map(([mark, bytes]) => Uint8Array.from([...mark, ...bytes]));
const anyBytes = fc.oneof(chinese, marked, fc.uint8Array({ maxLength: 80 }));

test('every unit of a decoded text has its place in the bytes, whatever these are', () => {
  fc.assert(
    fc.property(anyBytes, fc.constantFrom(...ENCODINGS), (bytes, encoding) => {
      const { text: source, encoding: name, undecodable } = decodeBytesAs(bytes, encoding);
      const offsets = byteOffsetsOf({ source, bytes, encoding: name, undecodable });
      if (offsets === null) throw new Error(`no offsets in ${name}`);
      expect(offsets.length).toBe(source.length + 1);
      expect(offsets[source.length]).toBe(bytes.length);
      // What stands between two borders of characters decodes to what stands between them in the text.
      const base = name.endsWith('(BOM)') ? (offsets[0] ?? 0) : 0;
      for (let unit = 0; unit < source.length; unit += 1) {
        const [from = 0, to = 0] = [offsets[unit], offsets[unit + 1]];
        expect(from).toBeLessThanOrEqual(to);
        if (from < to || unit === 0) expect(from).toBeGreaterThanOrEqual(base);
      }
      for (const piece of undecodable) expect([...offsets]).toContain(piece.offset);
    }),
    { numRuns: 500 },
  );
});

test('a text that an import decoded has its places too', () => {
  fc.assert(
    fc.property(fc.oneof(chinese, marked), (bytes) => {
      let decoded: ReturnType<typeof decodeBytes>;
      try {
        decoded = decodeBytes(bytes);
      } catch {
        return;
      }
      const { text: source, encoding, undecodable } = decoded;
      const offsets = byteOffsetsOf({ source, bytes, encoding, undecodable });
      expect(offsets?.[source.length]).toBe(bytes.length);
    }),
    { numRuns: 500 },
  );
});

test('each character of an encoding stands where its bytes stand', () => {
  const source = 'a€教𨋢嘅\ny';
  for (const [encoding, name] of [
    ['big5hkscs', 'Big5-HKSCS'],
    ['gb18030', 'GB18030'],
    ['utf8', 'UTF-8'],
    ['utf-16be', 'UTF-16BE'],
  ] as const) {
    const written = encoding === 'big5hkscs' ? source.replace('€', '') : source;
    const bytes = Uint8Array.from(encode(written, encoding));
    const offsets = byteOffsetsOf({ source: written, bytes, encoding: name, undecodable: [] });
    for (const part of ['教', '嘅', 'y']) {
      const at = written.indexOf(part);
      const expected = encode(written.slice(0, at), encoding).length;
      expect([name, part, offsets?.[at]]).toEqual([name, part, expected]);
    }
  }
});

test('a pair of bytes that makes a letter and its mark is one place', () => {
  const bytes = Uint8Array.of(0x88, 0x62, 0xb1, 0xd0);
  const { text: source, undecodable } = decodeBytesAs(bytes, 'Big5');
  expect(source).toBe('\u00ca\u0304教');
  expect([...(byteOffsetsOf({ source, bytes, encoding: 'Big5', undecodable }) ?? [])]).toEqual([0, 0, 2, 4]);
});

test('another text than the one of these bytes has no places', () => {
  const bytes = Uint8Array.from(encode('教育', 'gbk'));
  for (const source of ['教育强', '教', 'abcdefgh']) {
    expect(byteOffsetsOf({ source, bytes, encoding: 'GBK', undecodable: [] })).toBeNull();
  }
  expect(byteOffsetsOf({ source: '教育', bytes, encoding: 'Shift_JIS', undecodable: [] })).toBeNull();
});
