import { readdirSync, readFileSync } from 'node:fs';
import { Converter as openCc } from 'opencc-js';
import { expect, test } from 'vitest';
import { sharedPath } from '#test/shared-files.ts';
import { loadChain } from './converter.ts';
import type { ConfigurationName } from './dictionaries.ts';

const FROM_SIMPLIFIED: readonly ConfigurationName[] = ['s2t', 's2tw', 's2twp', 's2hk'];
const TO_SIMPLIFIED: readonly ConfigurationName[] = ['t2s', 'tw2s', 'tw2sp', 'hk2s'];
const LOCALES: Readonly<Record<string, { readonly from: string; readonly to: string }>> = {
  s2t: { from: 'cn', to: 't' },
  s2tw: { from: 'cn', to: 'tw' },
  s2twp: { from: 'cn', to: 'twp' },
  s2hk: { from: 'cn', to: 'hk' },
  t2s: { from: 't', to: 'cn' },
  tw2s: { from: 'tw', to: 'cn' },
  tw2sp: { from: 'twp', to: 'cn' },
  hk2s: { from: 'hk', to: 'cn' },
};

/** OpenCC's own cases that opencc-js 1.4.2 fails, by name; ours fail with it, since our text is opencc-js's. */
const FAILED_BY_OPENCC_JS: Readonly<Record<string, readonly string[]>> = {
  t2s: [
    'BYVoid_OpenCC_PR_1228_existing_behaviors',
    'BYVoid_OpenCC_PR_1229_existing_behaviors',
    'BYVoid_OpenCC_PR_464_xi_vs_xi',
  ],
};

interface Case {
  readonly id: string;
  readonly input: string;
  readonly expected: Readonly<Record<string, string>>;
}

const { cases } = JSON.parse(
  readFileSync(sharedPath('corpora', 'opencc', 'testcases.strict.json'), 'utf8'),
) as {
  readonly cases: readonly Case[];
};

test.each([...FROM_SIMPLIFIED, ...TO_SIMPLIFIED])(
  '%s passes the cases of OpenCC but the named ones',
  async (name) => {
    const converter = await loadChain([name], false);
    const own = cases.filter(({ expected }) => name in expected);
    const failed = own.filter(({ input, expected }) => converter.convert(input).text !== expected[name]);
    expect(own.length).toBeGreaterThan(20);
    expect(failed.map(({ id }) => id).sort()).toEqual(FAILED_BY_OPENCC_JS[name] ?? []);
  },
);

test.each([...FROM_SIMPLIFIED, ...TO_SIMPLIFIED])(
  '%s: our overrides break no case of OpenCC',
  async (name) => {
    const [plain, ours] = await Promise.all([loadChain([name], false), loadChain([name], true)]);
    const own = cases.filter(({ expected }) => name in expected);
    const broken = own.filter(({ input, expected }) => {
      return plain.convertPlain(input) === expected[name] && ours.convertPlain(input) !== expected[name];
    });
    expect(broken.map(({ id }) => id)).toEqual([]);
  },
);

// The 600 laws are long and alike: every fourth of them is enough here.
test.each([
  ['reports-hans', FROM_SIMPLIFIED],
  ['reports-hant', TO_SIMPLIFIED],
] as const)(
  'every text of %s is as OpenCC.Converter gives it',
  { timeout: 240_000 },
  async (collection, names) => {
    const texts = readTexts(collection);
    for (const name of names) {
      const converter = await loadChain([name], false);
      const reference = openCc(LOCALES[name] ?? { from: '', to: '' });
      const different = texts.filter(({ text }) => converter.convert(text).text !== reference(text));
      expect(different.map(({ path }) => `${name} ${path}`)).toEqual([]);
    }
  },
);

test('mixed texts are as two converters of OpenCC in turn give them', async () => {
  const texts = [...readTexts('reports-hant/tw-mofa'), ...readTexts('reports-hans/cpc-congress')];
  const toSimplified = openCc({ from: 't', to: 'cn' });
  for (const name of FROM_SIMPLIFIED) {
    const converter = await loadChain(['t2s', name], false);
    const reference = openCc(LOCALES[name] ?? { from: '', to: '' });
    const different = texts.filter(
      ({ text }) => converter.convert(text).text !== reference(toSimplified(text)),
    );
    expect(different.map(({ path }) => `${name} ${path}`)).toEqual([]);
  }
});

/** All texts below a folder of the corpora. */
function readTexts(folder: string): readonly { readonly path: string; readonly text: string }[] {
  const root = sharedPath('corpora', folder);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.txt'),
  );
  expect(paths.length).toBeGreaterThan(10);
  const chosen = paths.filter((path, index) => !path.startsWith('laws') || index % 4 === 0);
  return chosen.map((path) => ({ path, text: readFileSync(sharedPath('corpora', folder, path), 'utf8') }));
}
