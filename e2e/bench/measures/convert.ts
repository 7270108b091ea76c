import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadChain } from '#core/script/converter.ts';
import type { ConfigurationName } from '#core/script/dictionaries.ts';
import type { WindowlessMeasure } from '../measure.ts';
import { medianRatio, takePairs, type Pair } from '../pairs.ts';
import { bundle } from './convert-bundle.ts';
import { realText } from './convert-samples.ts';

const LENGTH = 2_000_000;

interface Conversion {
  readonly text: 'Hans' | 'Hant';
  /** OpenCC's configurations, one behind the other. */
  readonly chain: readonly ConfigurationName[];
  /** The same for opencc-js. */
  readonly steps: readonly (readonly [from: string, to: string])[];
}

const CONVERSIONS: readonly Conversion[] = [
  ...(['t', 'tw', 'twp', 'hk'] as const).map((to): Conversion => ({
    text: 'Hans',
    chain: [`s2${to}`],
    steps: [['cn', to]],
  })),
  ...(['t', 'tw', 'hk'] as const).map((from): Conversion => ({
    text: 'Hant',
    chain: [`${from}2s`],
    steps: [[from, 'cn']],
  })),
  { text: 'Hant', chain: ['tw2sp'], steps: [['twp', 'cn']] },
  // What is mixed is made Simplified first.
  {
    text: 'Hant',
    chain: ['t2s', 's2tw'],
    steps: [
      ['t', 'cn'],
      ['cn', 'tw'],
    ],
  },
];

/**
 * 2,000,000 real characters converted. Ours: the text and its map, with the list for official prose, as the window shows
 * it. Baseline: the plain string of opencc-js for the same configuration. Each conversion is measured, its ratio told on
 * stderr, and the one that does worst is the result.
 */
export const convert: WindowlessMeasure = {
  name: 'convert',
  unit: 'ms',
  goal: { kind: 'ratio', limit: 1 },
  windowless: true,
  take: async ({ pairs }) => {
    const openCc = await importOpenCc();
    const texts = { Hans: realText('Hans', LENGTH), Hant: realText('Hant', LENGTH) };
    let worst: readonly Pair[] = [];
    for (const conversion of CONVERSIONS) {
      const text = texts[conversion.text];
      if (text === null) continue;
      const taken = await pairsOf(openCc, conversion, text, pairs);
      const ratio = medianRatio(taken);
      console.error(
        `  ${conversion.chain.join(', ')}: ${(1 / ratio).toFixed(2)} times the speed of opencc-js`,
      );
      if (worst.length === 0 || ratio > medianRatio(worst)) worst = taken;
    }
    return worst;
  },
};

type OpenCc = (locales: { readonly from: string; readonly to: string }) => (text: string) => string;

/** The library as it is published, bundled so that it runs as it would in a program. */
async function importOpenCc(): Promise<OpenCc> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhupi-bench-opencc-'));
  try {
    const address = await bundle(folder, `export { Converter } from 'opencc-js';`);
    return ((await import(address)) as { readonly Converter: OpenCc }).Converter;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pairsOf(
  openCc: OpenCc,
  { chain, steps }: Conversion,
  text: string,
  count: number,
): Promise<readonly Pair[]> {
  const ours = await loadChain(chain, true);
  const converters = steps.map(([from, to]) => openCc({ from, to }));
  const baseline = (whole: string): string => converters.reduce((before, next) => next(before), whole);
  const time = (work: () => { readonly length: number }): Promise<number> => {
    const begun = performance.now();
    const { length } = work();
    const took = performance.now() - begun;
    if (length === 0) throw new Error('nothing was converted');
    return Promise.resolve(took);
  };
  return takePairs(
    count,
    () => time(() => baseline(text)),
    () => time(() => ours.convert(text).text),
  );
}
