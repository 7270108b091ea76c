import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toA, toB } from '../text/map-range.ts';
import { isSide, serializeChoices } from './choices.ts';
import { loadConverter } from './converter.ts';

test('choices stand over all dictionaries, ours among them, and give way to longer words only', async () => {
  const convert = async (choices: readonly { phrase: string; replacement: string }[], text: string) =>
    (await loadConverter('Hans', 't', { choices })).convertPlain(text);
  expect(await convert([{ phrase: '发展', replacement: '髮展' }], '发展、发展中国家')).toBe(
    '髮展、發展中國家',
  );
  const twice = [
    { phrase: '说钟', replacement: '說鐘' },
    { phrase: '说钟', replacement: '說鍾' },
  ];
  expect(await convert(twice, '说钟')).toBe('說鍾');
  const plain = await loadConverter('Hans', 't', { overrides: false, choices: twice });
  expect(plain.convertPlain('说钟')).toBe('說鍾');
});

test('choices count from Simplified only', async () => {
  const choices = [{ phrase: '鐘', replacement: '鍾' }];
  for (const [source, view] of [
    ['Hans', 'cn'],
    ['Hant-TW', 'hk'],
    ['none', 'tw'],
  ] as const) {
    expect((await loadConverter(source, view, { choices })).convertPlain('鐘')).toBe(
      view === 'cn' ? '钟' : '鐘',
    );
  }
});

test('what no dictionary can hold is no choice', () => {
  expect(['', ' ', 'a b', 'a|b', 'a\nb', '里'.repeat(65)].filter(isSide)).toEqual([]);
  expect(serializeChoices([{ phrase: 'a|b', replacement: 'x' }])).toEqual({ characters: '', phrases: '' });
  expect(serializeChoices([{ phrase: '𠀀', replacement: '里' }]).characters).toBe('𠀀 里');
});

const word = fc.string({ unit: fc.constantFrom(...'发展里后面干部制度钟𠀀'), minLength: 1, maxLength: 3 });

test('maps stay exact under any choices: what is outside the spans is equal, and ranges come back', async () => {
  const texts = fc.string({ unit: fc.constantFrom(...'发展里后面干部制度，钟𠀀'), maxLength: 24 });
  const choiceLists = fc.array(fc.record({ phrase: word, replacement: word }), {
    minLength: 1,
    maxLength: 4,
  });
  const property = fc.asyncProperty(choiceLists, texts, async (choices, text) => {
    const converter = await loadConverter('Hans', 'tw', { choices });
    const { text: shown, map } = converter.convert(text);
    expect(shown).toBe(converter.convertPlain(text));
    let [a, b] = [0, 0];
    for (let at = 0; at <= map.spans.length; at += 4) {
      const [aStart = text.length, aEnd = a, bStart = shown.length, bEnd = b] = map.spans.slice(at, at + 4);
      expect(text.slice(a, aStart)).toBe(shown.slice(b, bStart));
      [a, b] = [aEnd, bEnd];
    }
    for (let start = 0; start < text.length; start += 1) {
      const back = toA(map, toB(map, { start, end: start + 1 }));
      expect(back.start).toBeLessThanOrEqual(start);
      expect(back.end).toBeGreaterThan(start);
    }
  });
  await fc.assert(property, { numRuns: 25 });
});
