import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { SourceScript, ViewScript } from '#core/report/script.ts';
import { loadConverter } from '#core/script/index.ts';
import type { WindowlessMeasure } from '../measure.ts';
import { medianRatio, takePairs, type Pair } from '../pairs.ts';
import { bundle } from './convert-bundle.ts';
import { realText } from './convert-samples.ts';

const LENGTH = 2_000_000;

interface Conversion {
  readonly name: string;
  readonly source: SourceScript & ('Hans' | 'Hant' | 'Hant-TW' | 'Hant-HK');
  readonly view: ViewScript;
  readonly from: string;
  readonly to: string;
}

const CONVERSIONS: readonly Conversion[] = [
  { name: 's2t', source: 'Hans', view: 't', from: 'cn', to: 't' },
  { name: 's2tw', source: 'Hans', view: 'tw', from: 'cn', to: 'tw' },
  { name: 's2twp', source: 'Hans', view: 'twp', from: 'cn', to: 'twp' },
  { name: 's2hk', source: 'Hans', view: 'hk', from: 'cn', to: 'hk' },
  { name: 't2s', source: 'Hant', view: 'cn', from: 't', to: 'cn' },
  { name: 'tw2s', source: 'Hant-TW', view: 'cn', from: 'tw', to: 'cn' },
  { name: 'hk2s', source: 'Hant-HK', view: 'cn', from: 'hk', to: 'cn' },
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
      const text = texts[conversion.source === 'Hans' ? 'Hans' : 'Hant'];
      if (text === null) continue;
      const taken = await pairsOf(openCc, conversion, text, pairs);
      const ratio = medianRatio(taken);
      console.error(`  ${conversion.name}: ${(1 / ratio).toFixed(2)} times the speed of opencc-js`);
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
  { source, view, from, to }: Conversion,
  text: string,
  count: number,
): Promise<readonly Pair[]> {
  const ours = await loadConverter(source, view);
  const baseline = openCc({ from, to });
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
