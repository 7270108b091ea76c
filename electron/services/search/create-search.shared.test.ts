import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadScriptDetector } from '#core/script/index.ts';
import { loadSearchFolder } from '#core/search/search-folder.ts';
import { buildReading } from '#core/text/reading.ts';
import { sharedPath } from '#test/shared-files.ts';
import { analyseSource } from '../importers/analyse-source.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { createSearch } from './create-search.ts';
import { reportOf, searchFixture } from './fixtures/search-fixture.ts';

/** Every so many-th text of a collection: all of them take longer than a test may. */
const COLLECTIONS = [
  ['reports', 1],
  ['corpora/reports-hans/gwr-national', 6],
  ['corpora/reports-hans/gwr-provincial-2026', 4],
  ['corpora/reports-hans/laws', 4],
  ['corpora/reports-hant/tw-laws', 4],
  ['corpora/reports-hant/tw-mofa', 2],
] as const;

const { detectScript } = await loadScriptDetector();
const { fold } = await loadSearchFolder();

async function contentsOf(name: string, step: number) {
  const files = readdirSync(sharedPath(name)).filter((file) => file.endsWith('.txt'));
  const chosen = files.toSorted().filter((_file, index) => index % step === 0);
  return Promise.all(
    chosen.map(async (file) => {
      const source = readFileSync(sharedPath(...name.split('/'), file), 'utf8');
      const id = `${path.basename(name)}-${file}`;
      const { edits } = await analyseSource(source, 'txt', file);
      return { ...reportOf(id, source, { title: '', script: detectScript(source) }), edits: [...edits] };
    }),
  );
}

const contents = (await Promise.all(COLLECTIONS.map(([name, step]) => contentsOf(name, step)))).flat();
const folded = contents.map(({ summary, source, edits }) => ({
  reportId: summary.reportId,
  text: fold(buildReading(source, 'txt', edits).text),
}));

/** Places of a phrase of Han characters by a look at every offset. */
function bruteForce(phrase: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { reportId, text } of folded) {
    let count = 0;
    for (let at = 0; at < text.length; at += 1) if (text.startsWith(phrase, at)) count += 1;
    if (count > 0) counts.set(reportId, count);
  }
  return counts;
}

/** Pieces of the texts themselves, of many lengths, from many places. */
function sampledQueries(): readonly string[] {
  const queries: string[] = [];
  for (const [index, { source }] of contents.entries()) {
    const length = [1, 2, 3, 4, 5, 8, 13, 30, 120][index % 9] ?? 2;
    const at = (index * 977) % Math.max(1, source.length - length);
    const han = /\p{Script=Han}+/gu;
    han.lastIndex = at;
    const run = length > 30 ? source.slice(at, at + 900) : (han.exec(source)?.[0] ?? '').slice(0, length);
    // A phrase that a Latin word ends has a rule of its own; a quotation mark would end it in the query.
    if (/^\p{Script=Han}(?:.*\p{Script=Han})?$/su.test(run) && !/["“”「」『』]/u.test(run)) queries.push(run);
  }
  return queries;
}

test('hits of phrases from real texts equal brute force, in packs and library', async () => {
  expect(contents.length).toBeGreaterThan(250);
  const pack = contents.filter((_content, index) => index % 5 === 0).slice(0, 60);
  const { deps } = await searchFixture(
    temporaryFolder(),
    contents.filter((content) => !pack.includes(content)),
    pack,
  );
  const search = createSearch(deps);
  onTestFinished(() => search.close());
  const queries = [...sampledQueries(), '教育强国', '教育強國', '教育', '的', '計畫', '台灣'];
  expect(queries.length).toBeGreaterThan(200);
  const wrong: string[] = [];
  for (const query of queries) {
    const phrase = fold(query).replaceAll(/^,+|,+$/gu, '');
    const expected = bruteForce(phrase);
    const { total, results } = await search.search({ query: `「${query}」`, script: 'source', limit: 0 });
    expect(results).toEqual([]);
    const hits = [...expected.values()].reduce((sum, count) => sum + count, 0);
    if (total.reports !== expected.size || total.hits !== hits) wrong.push(query.slice(0, 20));
  }
  expect(wrong).toEqual([]);

  const hans = await search.search({ query: '教育强国', script: 'cn', limit: 1000 });
  const hant = await search.search({ query: '教育強國', script: 'cn', limit: 1000 });
  expect(hant).toMatchObject({ total: hans.total, results: hans.results });
  expect(hans.results.some(({ reportId }) => reportId.startsWith('reports-'))).toBe(true);
  for (const { reportId, places } of hans.results) {
    const { source } = deps.reports.openReport(reportId);
    for (const { start, end, match } of places) {
      expect(fold(match)).toBe(fold('教育强国'));
      // Readings in brackets may stand inside the passage of the source.
      expect(
        fold(
          source
            .slice(start, end)
            .replaceAll(/\([^)]*\)/gu, '')
            .replaceAll('\n', ''),
        ),
      ).toBe(fold('教育强国'));
    }
  }
});
