import { parseArgs } from 'node:util';
import { ensureNodeModules } from './lib/node-modules.mjs';
import { Interrupted, runMain, SetupError } from './lib/process.mjs';
import { say, setUpElectron } from './setup.mjs';

/** @typedef {import('./lib/test-steps.mjs').Step} Step */
/** @typedef {import('./lib/test-steps.mjs').StepContext} StepContext */
/** @typedef {import('./lib/test-steps.mjs').StepResult & { step: Step; seconds: number }} Done */

const usage = `usage: npm test -- [--only STEP,…] [--long] [--require-shared]`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        long: { type: 'boolean', default: false },
        'require-shared': { type: 'boolean', default: process.env['ZHUPI_REQUIRE_SHARED'] === '1' },
      },
    });
    return { only: values.only?.split(','), long: values.long, requireShared: values['require-shared'] };
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** @param {Done} done */
function report({ step, seconds, passed, failed, skipped, output }) {
  const marks = [`${passed} passed`];
  if (failed > 0) marks.push(`${failed} failed`);
  if (skipped > 0) marks.push(`${skipped} not run`);
  const sign = failed > 0 ? '✗' : '✓';
  process.stdout.write(`${sign} ${step.title}: ${marks.join(', ')} (${seconds.toFixed(1)} s)\n`);
  if (output !== undefined && output.trim() !== '') process.stdout.write(`${output.trimEnd()}\n`);
}

/** @param {Step} step @param {StepContext} context @returns {Promise<Done>} */
async function runStep(step, context) {
  const start = performance.now();
  if (!step.quiet) process.stdout.write(`\n── ${step.title}\n`);
  /** @type {import('./lib/test-steps.mjs').StepResult} */
  let result;
  try {
    result = await step.run(context);
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    const output =
      error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error);
    result = { passed: 0, failed: 1, skipped: 0, output };
  }
  // Where everything must run, a test that did not run has not passed.
  if (context.requireShared) result = { ...result, failed: result.failed + result.skipped, skipped: 0 };
  const done = { ...result, step, seconds: (performance.now() - start) / 1000 };
  report(done);
  return done;
}

/** Quiet steps that follow each other run two at a time; the others alone. @param {Step[]} steps @param {StepContext} context */
async function runSteps(steps, context) {
  /** @type {Done[]} */
  const done = [];
  const quiet = steps.filter((step) => step.quiet);
  const queue = quiet[Symbol.iterator]();
  const worker = async () => {
    for (const step of queue) done.push(await runStep(step, context));
  };
  await Promise.all([worker(), worker()]);
  for (const step of steps) if (!step.quiet) done.push(await runStep(step, context));
  return done;
}

/** @param {ReturnType<typeof readOptions>} options */
async function chooseSteps(options) {
  const { longSteps, shortSteps } = await import('./lib/test-steps.mjs');
  const all = options.long ? longSteps() : shortSteps();
  const names = [...new Set(all.map(({ name }) => name))];
  const unknown = options.only?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0) {
    throw new SetupError(`no such step: ${unknown.join(', ')}; there are ${names.join(', ')}`);
  }
  return all.filter(({ name }) => options.only?.includes(name) ?? true);
}

/** `npm test`: sets up what is missing, runs every step and sums the counts up in the last line. */
await runMain(async () => {
  const options = readOptions();
  if (options.long) process.env['ZHUPI_LONG'] = '1';
  const start = performance.now();
  try {
    const steps = await chooseSteps(options);
    await ensureNodeModules(say);
    /** @type {NodeJS.ProcessEnv} */
    let electron = {};
    if (steps.some(({ needsElectron }) => needsElectron === true)) {
      const runtime = await setUpElectron();
      const { electronEnvironment } = await import('./electron-runtime.mjs');
      electron = electronEnvironment(runtime);
      // Also for electron-builder and whatever else a step starts.
      Object.assign(process.env, electron);
      const { buildAll } = await import('./setup.mjs');
      if (options.only !== undefined) await buildAll();
    }
    const done = await runSteps(steps, { electron, requireShared: options.requireShared });
    const passed = done.reduce((sum, { passed: count }) => sum + count, 0);
    const failed = done.reduce((sum, { failed: count }) => sum + count, 0);
    const minutes = (performance.now() - start) / 60_000;
    process.stdout.write(`\nThis took ${minutes.toFixed(1)} minutes.\n${passed} passed, ${failed} failed\n`);
    return failed === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    process.stderr.write(`${error instanceof SetupError ? error.message : String(error)}\n`);
    process.stdout.write('0 passed, 1 failed\n');
    return 1;
  }
});
