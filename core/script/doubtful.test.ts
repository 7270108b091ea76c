import { expect, test } from 'vitest';
import { loadConverter } from './converter.ts';
import { loadDoubtfulFinder } from './doubtful.ts';

test('a character with several forms and no phrase around it is doubtful, in offsets of the text', async () => {
  const find = await loadDoubtfulFinder('Hans', 'tw');
  const text = '他说钟、理发、干部和发展';
  expect(find(text)).toEqual([{ start: 2, end: 3, shown: '鍾', alternatives: ['鐘'] }]);
});

test('what the finder says is shown is what the view shows, and alternatives are written as in its region', async () => {
  const text = '一里路，会后，复垦，里，签，台';
  for (const view of ['t', 'tw', 'twp', 'hk'] as const) {
    const [find, converter] = await Promise.all([
      loadDoubtfulFinder('Hans', view),
      loadConverter('Hans', view),
    ]);
    const spots = find(text);
    expect(spots.length).toBeGreaterThan(2);
    const shown = converter.convertPlain(text);
    for (const spot of spots) {
      expect(shown.slice(spot.start, spot.end)).toBe(spot.shown);
      expect(spot.alternatives).not.toContain(spot.shown);
      expect(spot.alternatives.length).toBeGreaterThan(0);
    }
  }
  const forms = async (view: 't' | 'tw' | 'hk') =>
    (await loadDoubtfulFinder('Hans', view))('，里，')[0]?.shown;
  expect([await forms('t'), await forms('tw'), await forms('hk')]).toEqual(['裏', '裡', '裏']);
});

test('an override settles a character', async () => {
  const spotsWith = async (overrides: boolean) =>
    (await loadDoubtfulFinder('Hans', 't', { overrides }))('阿干镇').map(({ start }) => start);
  expect(await spotsWith(false)).toContain(1);
  expect(await spotsWith(true)).not.toContain(1);
});

test('a mixed text is asked behind its first step, in offsets of its own', async () => {
  const find = await loadDoubtfulFinder('mixed', 'tw');
  const [spot] = find('發展。聽鐘');
  expect(spot).toMatchObject({ start: 4, end: 5, alternatives: ['鐘'] });
});

test('nothing is doubtful in the source, in the Simplified view and in views of a Traditional text', async () => {
  for (const [source, view] of [
    ['Hans', 'source'],
    ['Hans', 'cn'],
    ['Hant-TW', 'hk'],
    ['none', 'tw'],
  ] as const) {
    expect((await loadDoubtfulFinder(source, view))('会后，里，鐘')).toEqual([]);
  }
});
