import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildReading } from '#core/text/reading.ts';
import { sharedPath } from '#test/shared-files.ts';
import { analyseSource } from './analyse-source.ts';
import { readSourceFile } from './read-source-file.ts';

const folder = (file: string) => sharedPath('corpora', 'encoding', file);
const manifest = z
  .object({
    damaged: z.array(z.object({ file: z.string(), original: z.string(), recoverable: z.string() })),
  })
  .parse(JSON.parse(readFileSync(folder('manifest.json'), 'utf8')));

/** What is read, without the white space that layout changes on purpose. */
async function readingOf(file: string): Promise<string> {
  const path = folder(file);
  const read = await readSourceFile(path);
  const { edits } = await analyseSource(read.source, read.format, path, read);
  return buildReading(read.source, read.format, edits).text.replaceAll(/\s/gu, '');
}

/** Share of the characters of `truth` that stand in `text` in the same order, by pairs of neighbours. */
function sharePreserved(text: string, truth: string): number {
  const pairs = new Map<string, number>();
  const each = (whole: string, visit: (pair: string) => void): void => {
    for (let at = 0; at + 1 < whole.length; at += 1) visit(whole.slice(at, at + 2));
  };
  each(text, (pair) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1));
  let kept = 0;
  each(truth, (pair) => {
    const left = pairs.get(pair) ?? 0;
    if (left === 0) return;
    pairs.set(pair, left - 1);
    kept += 1;
  });
  return kept / Math.max(1, truth.length - 1);
}

describe('damaged files, as an import reads them', () => {
  test.each(manifest.damaged)('$file: $recoverable', async ({ file, original, recoverable }) => {
    const text = await readingOf(file);
    const truth = await readingOf(original);
    console.info(`${file}: ${(100 * sharePreserved(text, truth)).toFixed(1)} % (${recoverable})`);
    if (recoverable.startsWith('fully')) expect(text).toBe(truth);
    else if (recoverable.startsWith('all but')) {
      expect(truth.startsWith(text.replace(/\uFFFD$/u, ''))).toBe(true);
    } else expect(text).not.toBe('');
  });
});
