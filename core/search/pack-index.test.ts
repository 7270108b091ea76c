import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReading } from '../text/reading.ts';
import { findPlaces } from './matches.ts';
import { buildPackIndex, loadPackIndex } from './pack-index.ts';
import { loadSearchFolder } from './search-folder.ts';

const folder = await loadSearchFolder();

const characters = fc.constantFrom('教', '育', '國', 'a', 'b', '1', ' ', '\n', '，', '%', '\u{20bb7}', 'é');
const lines = (minLength: number, maxLength: number) =>
  fc.array(characters, { minLength, maxLength }).map((list) => list.join(''));

test('candidates are all reports that a phrase stands in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(lines(0, 25), { minLength: 1, maxLength: 4 }),
      lines(1, 4),
      async (sources, query) => {
        const texts = sources.map((source, index) => ({
          reportId: `p-x-${index}`,
          ...buildReading(source, 'txt', []),
        }));
        const data = await buildPackIndex(texts);
        const ids = texts.map(({ reportId }) => reportId);
        const index = loadPackIndex(JSON.parse(JSON.stringify(data)) as typeof data, ids);
        const phrase = folder.fold(query);
        fc.pre(phrase !== '');
        const candidates = new Set(index?.candidates(phrase));
        for (const { reportId, text } of texts) {
          if (findPlaces(folder.foldWithMap(text), phrase).length > 0) expect(candidates).toContain(reportId);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a phrase of characters lets no report through that has only its pieces', async () => {
  const texts = ['教育强国', '强国 育强 教育', '无'].map((text, index) => ({
    reportId: `p-x-${index}`,
    text,
    blocks: [],
  }));
  const index = loadPackIndex(await buildPackIndex(texts), ['p-x-0', 'p-x-1', 'p-x-2']);
  expect([...(index?.candidates(folder.fold('教育強國')) ?? [])]).toEqual(['p-x-0']);
  expect([...(index?.candidates(folder.fold('国')) ?? [])]).toEqual(['p-x-0', 'p-x-1']);
});

test('equal texts give equal data; another make or an unsound one is not loaded', async () => {
  const texts = [{ reportId: 'p-x-a', text: '__proto__ constructor 教育', blocks: [] }];
  const data = await buildPackIndex(texts);
  expect(JSON.stringify(await buildPackIndex(texts))).toBe(JSON.stringify(data));
  expect(data.lengths).toEqual({ 'p-x-a': { title: 0, headings: 0, text: 8 } });
  expect(loadPackIndex(data, ['p-x-a'])).toBeDefined();
  expect(loadPackIndex(data, ['p-x-b'])).toBeUndefined();
  const index = data.index as Record<string, unknown>;
  for (const broken of [null, {}, { ...index, fingerprint: '0' }, { ...index, lunr: { fieldVectors: 1 } }]) {
    expect(loadPackIndex({ ...data, index: broken }, ['p-x-a'])).toBeUndefined();
  }
});
