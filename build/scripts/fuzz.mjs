import { inCheckout } from './lib/paths.mjs';
import { ensureNodeModules } from './lib/node-modules.mjs';
import { run, runMain, SetupError } from './lib/process.mjs';
import { say } from './setup.mjs';

/** `npm run fuzz -- [RUNS] [FILTER…]`: the property tests with many more random cases each (default 5,000). */
await runMain(async () => {
  const [runs = '5000', ...filters] = process.argv.slice(2);
  if (!/^[1-9]\d*$/.test(runs)) throw new SetupError('usage: npm run fuzz -- [RUNS] [FILTER…]');
  await ensureNodeModules(say);
  const vitest = inCheckout('node_modules', 'vitest', 'vitest.mjs');
  const names = filters.length > 0 ? filters : ['property'];
  const args = [vitest, 'run', '--project', 'unit', '--testTimeout', '600000', ...names];
  const { code } = await run(process.execPath, args, { cwd: inCheckout(), env: { ZHUPI_FUZZ_RUNS: runs } });
  return code;
});
