import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lib/lock.mjs';
import { inCheckout } from './lib/paths.mjs';
import { run, SetupError } from './lib/process.mjs';
import { signatureOf, Stamp } from './lib/signature.mjs';

/** The bundled reports as a pack, made by the command itself so that `zhupi pack` and the bundle cannot differ. */
export const corpusPack = inCheckout('out', 'corpus', 'zhupi.zhupipack');

const stamp = new Stamp(inCheckout('out', '.stamps', 'corpus'));
const signature = () =>
  signatureOf(['corpus/reports'], inCheckout()) + signatureOf(['zhupi.cjs'], inCheckout('out', 'cli'));

const isFresh = () => existsSync(corpusPack) && stamp.matches(signature());

/**
 * Builds the corpus pack unless it is there and up to date. The command must have been built before.
 * @param {(line: string) => void} say
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<string>} what the command printed, empty when nothing was to do
 */
export async function ensureCorpus(say, { force = false } = {}) {
  if (!force && isFresh()) return '';
  return await withLock(inCheckout('out', '.locks', 'corpus'), async () => {
    if (!force && isFresh()) return '';
    say('Building the corpus pack …');
    const made = signature();
    stamp.clear();
    mkdirSync(path.dirname(corpusPack), { recursive: true });
    const aside = path.join(path.dirname(corpusPack), `.${process.pid}.zhupipack`);
    try {
      const args = [inCheckout('out/cli/zhupi.cjs'), 'pack', inCheckout('corpus/reports'), '-o', aside];
      const { code, output } = await run(process.execPath, args, { output: 'capture', cwd: inCheckout() });
      if (code !== 0) throw new SetupError(`The corpus pack could not be built:\n${output.trim()}`);
      renameSync(aside, corpusPack);
      stamp.write(made);
      return output.replaceAll(aside, corpusPack);
    } finally {
      rmSync(aside, { force: true });
    }
  });
}
