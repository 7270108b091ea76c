import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FOLD_BREAK, loadFolder } from '#core/script/index.ts';
import { buildReading } from '#core/text/reading.ts';
import { analyseSource } from '#services/importers/analyse-source.ts';
import { readSourceFile } from '#services/importers/read-source-file.ts';
import { sharedPath } from '#test/shared-files.ts';

/** A sentence taken over shows as a run of this many equal folded characters; names and titles are shorter. */
const RUN = 18;

const bundled = fileURLToPath(new URL('../../corpus/reports/', import.meta.url));
const filesIn = (folder: string, end: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .map((name) => path.join(folder, name));

function runsOf(folded: string): string[] {
  const text = folded.replaceAll(FOLD_BREAK, '');
  return Array.from({ length: Math.max(0, text.length - RUN + 1) }, (_, at) => text.slice(at, at + RUN));
}

test('the bundled reports take no sentence from the real ones', async () => {
  const { fold } = await loadFolder();
  const real = new Set<string>();
  for (const file of filesIn(sharedPath('reports'), '.txt')) {
    const { source, format } = await readSourceFile(file);
    const { edits } = await analyseSource(source, format, file);
    for (const text of [source, buildReading(source, format, edits).text]) {
      for (const run of runsOf(fold(text))) real.add(run);
    }
  }
  expect(real.size).toBeGreaterThan(5000);
  for (const file of filesIn(bundled, '.md')) {
    const taken = runsOf(fold(readFileSync(file, 'utf8'))).filter((run) => real.has(run));
    expect(taken, path.basename(file)).toEqual([]);
  }
});
