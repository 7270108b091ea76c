import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadFolder } from '#core/script/index.ts';
import {
  CONCORDANCE_GROUPS,
  CONCORDANCE_ORDERS,
  groupConcordance,
  type ConcordanceLine,
} from '#core/search/concordance.ts';
import { findPlaces } from '#core/search/matches.ts';
import { toA } from '#core/text/map-range.ts';
import { buildReading } from '#core/text/reading.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { ConcordanceService } from './concordance-types.ts';
import { sortedNumbers } from './concordance-order.ts';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { createSearch } from '../create-search.ts';
import { reportOf, searchFixture } from '../fixtures/search-fixture.ts';

const folder = await loadFolder();
const nothing = (): void => undefined;

const characters = fc.constantFrom(
  ...['教', '育', '强', '強', '国', '國', '的', 'A', 'b', '1'],
  ...[' ', '　', '\n', '，', '。', '“', '\u{20bb7}', '\u200b'],
);
const text = fc.array(characters, { maxLength: 80 }).map((list) => list.join(''));
const word = fc.array(characters, { minLength: 1, maxLength: 3 }).map((list) => list.join(''));
const report = fc.record({
  source: text,
  date: fc.constantFrom('', '2020', '2023-07', '2023-01-02'),
  region: fc.constantFrom('', '北京', '上海'),
});

/** The lines of one report by looking at its text from one end to the other. */
function linesByHand({ summary, source }: ReportContent, phrase: string, context: number): ConcordanceLine[] {
  const { text: reading, blocks, map } = buildReading(source, 'txt', []);
  const folded = folder.foldWithMap(reading);
  return findPlaces(folded, phrase).map((at) => {
    const place = toA(folded.map, { start: at, end: at + phrase.length });
    const block = blocks.findLast(({ start }) => start <= place.start) ?? { start: 0, end: reading.length };
    const before = Array.from(reading.slice(block.start, place.start)).slice(-context).join('');
    const after = Array.from(reading.slice(place.end, block.end)).slice(0, context).join('');
    const match = reading.slice(place.start, place.end);
    const { reportId, title, date, region } = summary;
    return { reportId, title, date, region, label: '', ...toA(map, place), before, match, after };
  });
}

/** What a line is sorted by, said in other words than the program's. */
function keyByHand({ source }: ReportContent, line: ConcordanceLine, order: 'left' | 'right'): string {
  const { text: reading, blocks, map } = buildReading(source, 'txt', []);
  const start = [...reading].length === 0 ? 0 : offsetInReading(map, line.start);
  const end = offsetInReading(map, line.end - 1) + 1;
  const block = blocks.findLast((each) => each.start <= start) ?? { start: 0, end: reading.length };
  const low = Math.max(block.start, start - 20);
  const high = Math.min(block.end, end + 20);
  const said = order === 'left' ? reading.slice(low, start) : reading.slice(end, high);
  const letters = [...folder.fold(said)].filter((character) => /[\p{L}\p{N}]/u.test(character));
  return (order === 'left' ? letters.reverse() : letters).join('');
}

function offsetInReading(map: ReturnType<typeof buildReading>['map'], source: number): number {
  for (let at = 0; at < map.bLength; at += 1) {
    const { start, end } = toA(map, { start: at, end: at + 1 });
    if (start <= source && source < end) return at;
  }
  return map.bLength;
}

async function allLines(service: ConcordanceService, id: number, hits: number, context: number) {
  const rows = [];
  for (let from = 0; from < hits; from += 7) {
    const page = await service.lines({ id, script: 'source', context, from, count: 7 });
    rows.push(...(page ?? []));
  }
  return rows;
}

test('the lines are those that a look through every text finds, in each order and grouping', async () => {
  const folderPath = temporaryFolder();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      ...[fc.array(report, { minLength: 1, maxLength: 5 }), word, fc.nat(5), fc.integer({ min: 5, max: 60 })],
      fc.constantFrom('text', ...CONCORDANCE_ORDERS),
      fc.constantFrom('none', ...CONCORDANCE_GROUPS),
      async (reports, query, split, context, order, grouping) => {
        const phrase = folder.fold(query).replace(/^,+|,+$/gu, '');
        fc.pre(phrase !== '' && !query.includes('“'));
        const contents = reports.map(({ source, date, region }, index) => {
          const content = reportOf(`r${index}`, source, { title: `T${index}` });
          return { ...content, summary: { ...content.summary, date, region } };
        });
        run += 1;
        const { deps } = await searchFixture(
          `${folderPath}/${run}`,
          contents.slice(split),
          contents.slice(0, split),
        );
        const search = createSearch(deps);
        const asked = { query: `"${query}"`, script: 'source' } as const;
        const listed = (await search.search({ ...asked, limit: 100 })).results;
        const service = await search.concordance();
        const wish = { ...asked, job: 'j', only: null, order, grouping };
        const { id, total, groups } = await service.open(wish, nothing);
        const rows = await allLines(service, id, total.hits, context);

        const content = (id_: string) => contents.find(({ summary }) => summary.reportId === id_);
        const byHand = listed.flatMap(({ reportId }) => {
          const found = content(reportId);
          return found === undefined ? [] : linesByHand(found, phrase, context);
        });
        let expected: readonly ConcordanceLine[] = byHand;
        if (order !== 'text') {
          const keyed = byHand.map((line, at) => {
            const found = content(line.reportId);
            return { line, at, key: found === undefined ? '' : keyByHand(found, line, order) };
          });
          keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at));
          expected = keyed.map(({ line }) => line);
        }
        if (grouping !== 'none') {
          const grouped = groupConcordance(expected, grouping);
          expected = grouped.flatMap(({ lines }) => lines);
          expect(groups.map(({ name, count }) => [name, count])).toEqual(
            grouped.map(({ name, lines }) => [name, lines.length]),
          );
        }
        expect(total.hits).toBe(byHand.length);
        expect(rows.map(({ index: _index, ...line }) => ({ ...line, label: '' }))).toEqual(expected);
        await search.close();
      },
    ),
    { numRuns: 120 },
  );
});

test('numbers are sorted by their keys, equal keys in their order, whatever their number', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('', 'a', 'b', 'ab', '国', '国家')),
      fc.integer({ min: 0, max: 9000 }),
      async (some, repeat) => {
        const keys =
          some.length === 0
            ? []
            : Array.from({ length: repeat }, (_item, at) => some[(at * 7) % some.length] ?? '');
        const sorted = [...(await sortedNumbers(keys, () => Promise.resolve()))];
        const expected = keys
          .map((key, at) => ({ key, at }))
          .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at))
          .map(({ at }) => at);
        expect(sorted).toEqual(expected);
      },
    ),
    { numRuns: 40 },
  );
});
