import { createRequire } from 'node:module';
import { ensureBundles } from './bundle.mjs';
import { ensureCorpus } from './corpus-pack.mjs';
import { ensureNodeModules } from './lib/node-modules.mjs';
import { inCheckout } from './lib/paths.mjs';
import { leaveSignals, runMain } from './lib/process.mjs';

/** `npm run zhupi`: the command, from a checkout. What is missing or stale is built first, without a word. */
await runMain(async () => {
  const silent = () => {};
  await ensureNodeModules(silent);
  await ensureBundles(['cli'], silent);
  await ensureCorpus(silent);
  leaveSignals();
  // npm changes to the checkout before it runs a script; the user's relative paths count from where they stand.
  const stands = process.env['INIT_CWD'];
  if (process.env['npm_lifecycle_event'] === 'zhupi' && stands !== undefined) process.chdir(stands);
  const command = inCheckout('out', 'cli', 'zhupi.cjs');
  process.argv = [process.execPath, command, ...process.argv.slice(2)];
  createRequire(import.meta.url)(command);
});
