import { readdirSync, readFileSync } from 'node:fs';
import { Converter as openCc } from 'opencc-js';
import { expect, test } from 'vitest';
import { sharedPath } from '#test/shared-files.ts';
import { loadChain } from './converter.ts';
import type { ConfigurationName } from './dictionaries.ts';

/** Texts of a folder that `name` converts otherwise than OpenCC.Converter. */
async function differentTexts(
  folder: string,
  name: ConfigurationName,
  locales: { readonly from: string; readonly to: string },
): Promise<{ readonly count: number; readonly different: readonly string[] }> {
  const converter = await loadChain([name], false);
  const reference = openCc(locales);
  const files = readdirSync(sharedPath('corpora', folder));
  const different = files.filter((file) => {
    const text = readFileSync(sharedPath('corpora', folder, file), 'utf8');
    return converter.convert(text).text !== reference(text);
  });
  return { count: files.length, different };
}

const TO = ['t', 'tw', 'twp', 'hk'] as const;

// Every run takes a fourth of them.
test.each(TO)('all laws by s2%s are as OpenCC.Converter gives them', async (to) => {
  const { count, different } = await differentTexts('reports-hans/laws', `s2${to}`, { from: 'cn', to });
  expect(count).toBeGreaterThanOrEqual(600);
  expect(different).toEqual([]);
});

test.each([
  ...TO.map((to) => [`s2${to}`, { from: 'cn', to }] as const),
  ['t2s', { from: 't', to: 'cn' }],
  ['tw2s', { from: 'tw', to: 'cn' }],
  ['tw2sp', { from: 'twp', to: 'cn' }],
  ['hk2s', { from: 'hk', to: 'cn' }],
] as const)('the two longest texts, of either script, by %s too', async (name, locales) => {
  const { count, different } = await differentTexts('long', name, locales);
  expect(count).toBeGreaterThanOrEqual(2);
  expect(different).toEqual([]);
});
