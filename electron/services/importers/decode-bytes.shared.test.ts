import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
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
