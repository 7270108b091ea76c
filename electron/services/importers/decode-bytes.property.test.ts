import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ZhupiError } from '#core/base/app-error.ts';
import { atLeast } from '#test/random-maps.ts';
import type { DecodedText } from './decoded-slice.ts';
import { decodeBytes } from './decode-bytes.ts';

function decoded(bytes: Uint8Array): DecodedText | undefined {
  try {
    return decodeBytes(bytes);
  } catch (error) {
    if (error instanceof ZhupiError) return undefined;
    throw error;
  }
}

/** The bytes that a text of one of Unicode's encodings was made of; what did not decode is put back in its place. */
function bytesOf({ text, encoding, undecodable }: DecodedText): Buffer {
  const name = encoding.startsWith('UTF-16') ? encoding.slice(0, 8).toLowerCase() : 'utf8';
  const marked = encoding.endsWith('(BOM)') ? `\uFEFF${text}` : text;
  const parts: Uint8Array[] = [];
  let at = 0;
  let length = 0;
  for (const { offset, bytes } of undecodable) {
    // A replacement character of the file itself decodes as one; the lost ones are told by their byte offset.
    let next = marked.indexOf('\uFFFD', at);
    while (next >= 0 && length + encode(marked.slice(at, next), name, { addBOM: false }).length < offset) {
      next = marked.indexOf('\uFFFD', next + 1);
    }
    const before = encode(marked.slice(at, next), name, { addBOM: false });
    parts.push(before, bytes);
    length += before.length + bytes.length;
    at = next + 1;
  }
  parts.push(encode(marked.slice(at), name, { addBOM: false }));
  return Buffer.concat(parts);
}

const characters = fc.constantFrom(...'教育强國統籌，。、一二三ABC 12\r\n\t\0é《》𠮷');
const texts = fc.array(characters, { maxLength: 200 }).map((all) => all.join(''));
const encodings = fc.constantFrom('utf8', 'gb18030', 'big5hkscs', 'utf-16le', 'utf-16be');
const damaged = fc
  .tuple(
    texts,
    encodings,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 3 }),
    fc.nat({ max: 3 }),
  )
  .map(([text, encoding, flips, cut]) => {
    const bytes = Buffer.from(encode(text, encoding));
    for (const [at, value] of flips) if (bytes.length > 0) bytes[at % bytes.length] = value;
    return bytes.subarray(cut);
  });

describe('decodeBytes', () => {
  it('loses no byte of any file, or refuses it with a code', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 400 })), (bytes) => {
        const found = decoded(bytes);
        if (found === undefined) return;
        let end = 0;
        for (const { offset, bytes: lost } of found.undecodable) {
          expect(offset).toBeGreaterThanOrEqual(end);
          expect(Buffer.from(lost).equals(bytes.subarray(offset, offset + lost.length))).toBe(true);
          end = offset + lost.length;
        }
        expect(found.text.split('\uFFFD').length - 1).toBeGreaterThanOrEqual(found.undecodable.length);
        if (/^(?:UTF|ASCII)/u.test(found.encoding)) expect(bytesOf(found).equals(bytes)).toBe(true);
      }),
      atLeast(300),
    );
  });

  it('gives back any text of a usual length in UTF-8', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = Buffer.from(`教育强国建设规划纲要${text}`);
        expect(decoded(bytes)?.text ?? '').toBe(bytes.toString());
      }),
      atLeast(300),
    );
  });
});
