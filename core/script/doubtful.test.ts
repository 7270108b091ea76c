import { expect, test } from 'vitest';
import { loadConverter } from './converter.ts';
import { loadDoubtfulFinder } from './doubtful.ts';

test('a character with several forms and no phrase around it is doubtful, in offsets of the text', async () => {
  const find = await loadDoubtfulFinder('Hans', 'tw');
  const text = '他说钟、理发、干部和发展';
  expect(find(text)).toEqual([
    {
      start: 2,
      end: 3,
      shown: '鍾',
      alternatives: ['鐘'],
      readings: ['鍾', '鐘'],
      phrases: [
        { phrase: '说钟', before: '說', after: '' },
        { phrase: '钟', before: '', after: '' },
      ],
      chosen: null,
    },
  ]);
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

test('every choice that a spot offers is what its view then shows there, and nothing else changes', async () => {
  const text = '他说钟。一里路，会后，复垦，里外，签，台。';
  for (const view of ['t', 'tw', 'twp', 'hk'] as const) {
    const plain = (await loadConverter('Hans', view)).convertPlain(text);
    const spots = (await loadDoubtfulFinder('Hans', view))(text);
    expect(spots.length).toBeGreaterThan(2);
    for (const spot of spots) {
      const forms = [spot.shown, ...spot.alternatives];
      for (const { phrase, before, after } of spot.phrases.slice(0, -1)) {
        for (const [index, reading] of spot.readings.entries()) {
          const choices = [{ phrase, replacement: before + reading + after }];
          const converted = (await loadConverter('Hans', view, { choices })).convertPlain(text);
          const wanted = plain.slice(0, spot.start) + (forms[index] ?? '') + plain.slice(spot.end);
          expect(converted).toBe(wanted);
        }
      }
    }
  }
});

test('a spot that a choice settles names it, with what it shows and what else it could', async () => {
  const choices = [{ phrase: '说钟', replacement: '說鐘' }];
  const find = await loadDoubtfulFinder('Hans', 'hk', { choices });
  const [first, second] = find('他说钟，又说：钟。');
  expect(first).toMatchObject({
    shown: '鐘',
    alternatives: ['鍾'],
    readings: ['鐘', '鍾'],
    chosen: choices[0],
  });
  expect(second).toMatchObject({ shown: '鍾', chosen: null });
});

test('a choice of the character alone leaves the words that settle it', async () => {
  const choices = [{ phrase: '里', replacement: '里' }];
  const converter = await loadConverter('Hans', 'tw', { choices });
  expect(converter.convertPlain('，里，这里，公里')).toBe('，里，這裡，公里');
  const mixed = await loadConverter('mixed', 'tw', { choices });
  expect(mixed.convertPlain('，里，這裡')).toBe('，里，這裡');
});
