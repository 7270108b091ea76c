import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { WindowlessMeasure } from '../measure.ts';
import { medianRatio, takePairs, type Pair } from '../pairs.ts';
import { bundle } from './convert-bundle.ts';

/** A view from a script, and the smallest build of opencc-js that has the same conversion. */
const CONVERSIONS = [
  { source: 'Hans', view: 'tw', library: 'opencc-js/cn2t', from: 'cn', to: 'tw' },
  { source: 'Hans', view: 't', library: 'opencc-js/cn2t', from: 'cn', to: 't' },
  { source: 'Hant', view: 'cn', library: 'opencc-js/t2cn', from: 't', to: 'cn' },
  { source: 'Hant-TW', view: 'cn', library: 'opencc-js/t2cn', from: 'tw', to: 'cn' },
] as const;

type Conversion = (typeof CONVERSIONS)[number];

const SENTENCE = '教育发展規劃的实施';

/**
 * Milliseconds in a new process from the import of the code to a converted sentence, bundled alike: ours with the list for
 * official prose, and opencc-js. The view that does worst is the result; each is told on stderr.
 */
export const convertReady: WindowlessMeasure = {
  name: 'convert-ready',
  unit: 'ms',
  goal: { kind: 'ratio', limit: 1 },
  windowless: true,
  take: async ({ pairs }) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'zhupi-bench-ready-'));
    try {
      let worst: readonly Pair[] = [];
      for (const [index, conversion] of CONVERSIONS.entries()) {
        const ours = await bundle(path.join(folder, `ours-${index}`), oursOf(conversion));
        const theirs = await bundle(path.join(folder, `opencc-${index}`), theirsOf(conversion));
        const taken = await takePairs(
          pairs,
          () => timeToReady(theirs),
          () => timeToReady(ours),
        );
        const ratio = medianRatio(taken);
        console.error(`  ${conversion.source} to ${conversion.view}: ${ratio.toFixed(2)} times opencc-js`);
        if (worst.length === 0 || ratio > medianRatio(worst)) worst = taken;
      }
      return worst;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function oursOf({ source, view }: Conversion): string {
  return `import { loadConverter } from '#core/script/index.ts';
    export const ready = async () => (await loadConverter('${source}', '${view}')).convert('${SENTENCE}').text;`;
}

function theirsOf({ library, from, to }: Conversion): string {
  return `import { Converter } from '${library}';
    export const ready = async () => Converter({ from: '${from}', to: '${to}' })('${SENTENCE}');`;
}

function timeToReady(address: string): Promise<number> {
  const script = `const begun = performance.now();
    const { ready } = await import(${JSON.stringify(address)});
    const text = await ready();
    console.log(JSON.stringify([performance.now() - begun, text]));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const [took, text] = JSON.parse(output) as [number, string];
  if (text.length !== SENTENCE.length) throw new Error('the sentence was not converted');
  return Promise.resolve(took);
}
