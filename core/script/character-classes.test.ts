import { expect, test } from 'vitest';
import { loadCharacterClasses, loadClassesToSimplified } from './character-classes.ts';
import { loadConfiguration } from './dictionaries.ts';
import { entriesOf } from './overrides/override.ts';
import { TO_SIMPLIFIED, TO_SIMPLIFIED_UNMARKED } from './overrides/to-simplified.ts';

test('fewer tables tell the same of every phrase on the way to Simplified', async () => {
  const dictionaries = new Set([entriesOf(`${TO_SIMPLIFIED}${TO_SIMPLIFIED_UNMARKED}`)]);
  for (const name of ['t2s', 'tw2s', 'tw2sp', 'hk2s'] as const) {
    const { normalizationChain = [], conversionChain } = await loadConfiguration(name);
    for (const entries of [...normalizationChain, ...conversionChain].flat()) dictionaries.add(entries);
  }
  const [all, few] = await Promise.all([loadCharacterClasses(), loadClassesToSimplified()]);
  const different = new Set<string>();
  let compared = 0;
  for (const entry of [...dictionaries].flatMap((entries) => entries.split('|'))) {
    const [source = '', replacement = ''] = entry.split(' ');
    const [from, to] = [Array.from(source), Array.from(replacement)];
    if (from.length < 2 || from.length !== to.length) continue;
    for (const [index, character] of from.entries()) {
      const [a, b] = [character.codePointAt(0) ?? 0, to[index]?.codePointAt(0) ?? 0];
      if (all.same(a, b) !== few.same(a, b)) different.add(`${character}${to[index] ?? ''}`);
      compared += 1;
    }
  }
  expect([...different]).toEqual([]);
  expect(compared).toBeGreaterThan(5_000);
});
