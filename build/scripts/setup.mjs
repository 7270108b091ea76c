import { ensureBundles } from './bundle.mjs';
import { ensureNodeModules } from './lib/node-modules.mjs';
import { ensureSystemLibraries } from './lib/system-libraries.mjs';

/** Says what is being done, on stderr, so that stdout stays for results. @param {string} line */
export const say = (line) => void process.stderr.write(`${line}\n`);

/**
 * Everything that the app needs before it can run from a checkout; what is there already is skipped.
 * Only built-in modules are imported until the node packages are in.
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>}
 */
export async function setUpElectron() {
  await ensureSystemLibraries(say);
  await ensureNodeModules(say);
  const { ensureElectron } = await import('./electron-runtime.mjs');
  return await ensureElectron(say);
}

/** The command, the app and the bundled reports, built where they are missing or stale. */
export async function buildAll() {
  const { ensureCorpus } = await import('./corpus-pack.mjs');
  await ensureBundles(['cli', 'app', 'renderer'], say);
  await ensureCorpus(say);
}
