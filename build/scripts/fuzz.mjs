import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inCheckout } from './lib/paths.mjs';
import { ensureNodeModules } from './lib/node-modules.mjs';
import { run, runMain, SetupError } from './lib/process.mjs';
import { say } from './setup.mjs';

const USAGE = `usage: npm run fuzz -- [--runs N] [NAME…]     importers, rules, search (default: all of them, 5,000 runs each)
       npm run fuzz -- [--runs N] --properties [FILE…]    every other property test`;

/**
 * Importers and rules run in one process from a bundle: loading each module through a test runner would take longer than
 * what is tried.
 * @param {string} runs @param {readonly string[]} names
 */
async function fuzzTargets(runs, names) {
  const { build } = await import('esbuild');
  const output = inCheckout('out', 'fuzz', `fuzz-${process.pid}.mjs`);
  await build({
    entryPoints: [inCheckout('test-support', 'fuzz', 'run-fuzz.ts')],
    outfile: output,
    absWorkingDir: inCheckout(),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.18',
    sourcemap: 'inline',
    logLevel: 'silent',
    // Its native part is found from where it is installed.
    external: ['@photostructure/sqlite'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  try {
    // A bundle does not know where the checkout is.
    const env = { ZHUPI_SHARED: process.env.ZHUPI_SHARED ?? inCheckout('..', 'shared') };
    return (await run(process.execPath, ['--enable-source-maps', output, runs, ...names], { env })).code;
  } finally {
    rmSync(output, { force: true });
  }
}

/** @param {string} runs @param {readonly string[]} files */
async function runPropertyTests(runs, files) {
  const vitest = inCheckout('node_modules', 'vitest', 'vitest.mjs');
  const filters = files.length > 0 ? files : ['property'];
  const args = [vitest, 'run', '--project', 'unit', '--testTimeout', '600000', ...filters];
  return (await run(process.execPath, args, { cwd: inCheckout(), env: { ZHUPI_FUZZ_RUNS: runs } })).code;
}

/** `npm run fuzz`: random damage, many more cases than `npm test` tries. */
await runMain(async () => {
  const { runs, properties, names } = readArguments();
  await ensureNodeModules(say);
  return properties ? runPropertyTests(runs, names) : fuzzTargets(runs, names);
});

function readArguments() {
  try {
    const options = /** @type {const} */ ({ runs: { type: 'string' }, properties: { type: 'boolean' } });
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const { runs = '5000', properties = false } = values;
    if (!/^[1-9]\d*$/.test(runs)) throw new SetupError(USAGE);
    return { runs, properties, names: positionals };
  } catch {
    throw new SetupError(USAGE);
  }
}
