import { expect, test } from 'vitest';
import { loadFolder } from '#core/script/index.ts';
import { sortKey } from '#core/search/concordance.ts';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { createSearch } from '../create-search.ts';
import { reportOf, searchFixture } from '../fixtures/search-fixture.ts';

const CHARACTERS = Array.from(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系',
);

/** Words without sense that differ from report to report. */
function textOf(seed: number): string {
  let state = seed + 1;
  const next = (): string => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return CHARACTERS[state % CHARACTERS.length] ?? '';
  };
  const clause = (): string => Array.from({ length: 18 }, next).join('');
  return `${clause()}\n${Array.from({ length: 50 }, () => `${clause()}教育${clause()}。`).join('\n')}\n`;
}

test('a hundred thousand lines are sorted, and any of their pages is answered', async () => {
  const folder = await loadFolder();
  const reports = Array.from({ length: 2_000 }, (_item, number) => reportOf(`r${number}`, textOf(number)));
  const { deps } = await searchFixture(temporaryFolder(), reports);
  const search = createSearch(deps);
  const service = await search.concordance();
  const wish = { job: 'j', query: '教育', script: 'source', only: null } as const;
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 20);
  const { id, total } = await service.open({ ...wish, order: 'right', grouping: 'none' }, () => undefined);
  clearInterval(timer);
  expect(total.hits).toBe(100_000);
  // Others had their turns meanwhile.
  expect(ticks).toBeGreaterThan(3);
  let last = '';
  for (let from = 0; from < total.hits; from += 20_000) {
    const rows = await service.lines({ id, script: 'source', context: 20, from, count: 200 });
    expect(rows).toHaveLength(200);
    for (const row of rows ?? []) {
      const key = sortKey(row, 'right', (text) => folder.fold(text));
      expect(key >= last).toBe(true);
      last = key;
    }
  }
  await search.close();
});
