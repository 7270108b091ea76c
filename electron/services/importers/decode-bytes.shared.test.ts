import { readFileSync } from 'node:fs';
import { decode, encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { sharedPath } from '#test/shared-files.ts';
import { decodeBytes } from './decode-bytes.ts';

const entrySchema = z.object({
  file: z.string(),
  expected: z.string(),
  text: z.string().optional(),
  text_inline: z.string().optional(),
  accept: z.array(z.string()).optional(),
  replaced_with_question_mark: z.number().optional(),
});
const folder = (file: string) => sharedPath('corpora', 'encoding', file);
const manifest = z
  .object({ detect: z.array(entrySchema) })
  .parse(JSON.parse(readFileSync(folder('manifest.json'), 'utf8')));

function differences(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  if (left.length !== right.length) return Number.POSITIVE_INFINITY;
  return left.filter((character, index) => character !== right[index]).length;
}

describe('files in every encoding that Chinese reports come in', () => {
  test.each(manifest.detect)('$file is $expected', (entry) => {
    const decoded = decodeBytes(readFileSync(folder(entry.file)));
    expect([entry.expected, ...(entry.accept ?? [])]).toContain(decoded.encoding);
    const truth = entry.text_inline ?? readFileSync(folder(entry.text ?? ''), 'utf8');
    // Newlines of the crlf files are what they differ in from their truth.
    const text = entry.file.includes('.crlf.') ? decoded.text.replaceAll('\r\n', '\n') : decoded.text;
    expect(differences(text, truth)).toBe(entry.replaced_with_question_mark ?? 0);
    expect(decoded.undecodable).toEqual([]);
  });

  test('the whole set was measured', () => {
    expect(manifest.detect.length).toBeGreaterThanOrEqual(49);
  });
});

/** Every fifth piece of a text, cut into pieces of so many characters. */
function pieces(file: string, length: number): readonly string[] {
  const characters = [...readFileSync(folder(`generated/${file}`), 'utf8')].filter((one) => /\S/u.test(one));
  const starts = Array.from(
    { length: Math.floor(characters.length / length / 5) },
    (_none, n) => n * length * 5,
  );
  return starts.map((start) => characters.slice(start, start + length).join(''));
}

/** Share of the pieces that come back from an encoding as they were; those that it cannot hold are not asked. */
function shareRight(files: readonly string[], encoding: string, length: number): number {
  const asked = files
    .flatMap((file) => pieces(file, length))
    .filter((text) => decode(encode(text, encoding), encoding) === text);
  expect(asked.length).toBeGreaterThan(20);
  return asked.filter((text) => comesBack(text, encoding)).length / asked.length;
}

function comesBack(text: string, encoding: string): boolean {
  try {
    return decodeBytes(encode(text, encoding)).text === text;
  } catch {
    return false;
  }
}

describe('short pieces without a mark, decoded as what they are', () => {
  const hans = ['hans1.utf8.txt', 'hans2.utf8.txt', 'hans3.utf8.txt'];
  const hant = ['hant1.utf8.txt', 'hant2.utf8.txt', 'hant3.utf8.txt'];

  test.each([
    [hans, 'gbk', 4, 0.98],
    [hans, 'gbk', 8, 0.99],
    [hans, 'gbk', 20, 0.995],
    [hant, 'big5', 4, 0.98],
    [hant, 'big5', 8, 0.99],
    [hant, 'big5', 20, 0.995],
  ] as const)('%j in %s, %d characters: at least %d', (files, encoding, length, least) => {
    const share = shareRight(files, encoding, length);
    process.stdout.write(`${encoding}, ${length} characters: ${(share * 100).toFixed(2)} % right\n`);
    expect(share).toBeGreaterThanOrEqual(least);
  });
});
