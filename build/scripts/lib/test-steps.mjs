import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runOnVirtualScreen } from '../virtual-screen.mjs';
import { inCheckout } from './paths.mjs';
import { run } from './process.mjs';
import { countPlaywright, countsFrom, countVitest } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */
/** @typedef {{ electron: NodeJS.ProcessEnv; requireShared: boolean }} StepContext */
/** @typedef {Counts & { output?: string }} StepResult */
/**
 * One step of `npm test`. Quiet steps print only when they fail and may run two at a time.
 * @typedef {{ name: string; title: string; quiet: boolean; needsElectron?: boolean; run: (context: StepContext) => Promise<StepResult> }} Step
 */

/** @param {string} name */
const bin = (name) =>
  ({
    prettier: inCheckout('node_modules/prettier/bin/prettier.cjs'),
    eslint: inCheckout('node_modules/eslint/bin/eslint.js'),
    oxlint: inCheckout('node_modules/oxlint/bin/oxlint'),
    knip: inCheckout('node_modules/knip/bin/knip.js'),
    vitest: inCheckout('node_modules/vitest/vitest.mjs'),
    playwright: inCheckout('node_modules/@playwright/test/cli.js'),
  })[name] ?? inCheckout('build', 'scripts', name);

/**
 * A check without tests of its own: it counts as one.
 * @param {string} name @param {string} title @param {string} program @param {readonly string[]} args
 * @returns {Step}
 */
function check(name, title, program, args) {
  return {
    name,
    title,
    quiet: true,
    run: async () => {
      const { code, output } = await run(process.execPath, [bin(program), ...args], {
        cwd: inCheckout(),
        output: 'capture',
        env: { FORCE_COLOR: undefined, NO_COLOR: '1' },
      });
      return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0, output };
    },
  };
}

/** @param {string} name where a test program leaves its report */
function reportFile(name) {
  const file = inCheckout('out', 'test', `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** Each room counts as one. @type {Step} */
const types = {
  name: 'types',
  title: 'types of each room',
  quiet: true,
  run: async () => {
    const report = reportFile('types');
    const { code, output } = await run(process.execPath, [bin('types.mjs'), report], {
      cwd: inCheckout(),
      output: 'capture',
    });
    const counts = countsFrom(report, code, (/** @type {Counts} */ told) => told);
    return counts.failed === 0 ? counts : { ...counts, output };
  },
};

/** @param {string} name @param {readonly string[]} projects @returns {Promise<Counts>} */
async function runVitest(name, projects) {
  const report = reportFile(name);
  const choice = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(process.execPath, [bin('vitest'), 'run', ...choice, ...reporters], {
    cwd: inCheckout(),
  });
  return countsFrom(report, code, countVitest);
}

/**
 * @param {string} name @param {string} config @param {StepContext} context @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Counts>}
 */
async function runPlaywright(name, config, context, env) {
  const report = reportFile(name);
  const args = [bin('playwright'), 'test', '-c', config, '--reporter=list,json'];
  const { code } = await runOnVirtualScreen(args, {
    cwd: inCheckout(),
    env: { ...context.electron, PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...env },
  });
  return countsFrom(report, code, countPlaywright);
}

const sharedFolder = () => process.env['ZHUPI_SHARED'] ?? path.join(path.dirname(inCheckout()), 'shared');

/** @type {Step} */
const sharedTests = {
  name: 'shared',
  title: 'tests on the real texts of ../shared',
  quiet: false,
  run: async ({ requireShared }) => {
    if (existsSync(path.join(sharedFolder(), 'reports'))) return await runVitest('shared', ['shared']);
    process.stdout.write(`The shared project was left out: ${sharedFolder()} is not there.\n`);
    return { passed: 0, failed: requireShared ? 1 : 0, skipped: 0 };
  },
};

/** @type {Step} */
const packaged = {
  name: 'package',
  title: 'packaged app',
  quiet: false,
  needsElectron: true,
  run: async (context) => {
    const { packageApp } = await import('../package-app.mjs');
    const { checkPackage } = await import('./package-checks.mjs');
    const app = await packageApp({ forTests: true });
    const counts = await checkPackage(app);
    const driven = await runPlaywright('package', 'e2e/packaged.config.ts', context, {
      ZHUPI_PACKAGED_APP: app.executable,
    });
    return {
      passed: counts.passed + driven.passed,
      failed: counts.failed + driven.failed,
      skipped: driven.skipped,
    };
  },
};

/** @type {Step} */
const endToEnd = {
  name: 'e2e',
  title: 'end-to-end tests in the real Electron',
  quiet: false,
  needsElectron: true,
  run: async (context) => await runPlaywright('e2e', 'e2e/playwright.config.ts', context),
};

/** What `npm start` does where there is no display. @type {Step} */
const tour = {
  name: 'tour',
  title: 'tour of the main job',
  quiet: false,
  needsElectron: true,
  run: async (context) => {
    const { runTour } = await import('../tour.mjs');
    const code = await runTour(context.electron);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  },
};

/** A build that fails throws, and the step with it. @param {string} name @param {string} title @param {() => Promise<unknown>} work @returns {Step} */
const buildStep = (name, title, work) => ({
  name,
  title,
  quiet: false,
  run: async () => {
    await work();
    return { passed: 1, failed: 0, skipped: 0 };
  },
});

const silent = () => {};

/** The steps of `npm test` in their order. @returns {Step[]} */
export function shortSteps() {
  return [
    check('format', 'format', 'prettier', [
      '--check',
      '--cache',
      '--cache-location',
      inCheckout('out', '.prettier-cache'),
      '.',
    ]),
    check('lint', 'lint', 'eslint', ['--max-warnings', '0', '.']),
    check('oxlint', 'lint: accessibility', 'oxlint', ['--deny-warnings']),
    types,
    check('rooms', 'import rules', 'rooms.mjs', []),
    check('unused', 'unused code', 'knip', ['--no-progress', '--no-config-hints']),
    {
      name: 'unit',
      title: 'unit, property and component tests',
      quiet: false,
      run: async () => await runVitest('unit', ['unit', 'components']),
    },
    sharedTests,
    buildStep('corpus', 'corpus build', async () => {
      const { ensureBundles } = await import('../bundle.mjs');
      const { ensureCorpus } = await import('../corpus-pack.mjs');
      await ensureBundles(['cli'], silent);
      await ensureCorpus(silent, { force: true });
    }),
    buildStep('build', 'build', async () => {
      const { ensureBundles } = await import('../bundle.mjs');
      await ensureBundles(['cli', 'app', 'renderer'], silent);
    }),
    endToEnd,
    tour,
    packaged,
  ];
}

/** The steps of `npm run test:long`: what takes too long for every run. @returns {Step[]} */
export function longSteps() {
  return [
    {
      name: 'long',
      title: 'long tests',
      quiet: false,
      run: async () => await runVitest('long', ['long']),
    },
    ...shortSteps().filter(({ name }) => ['corpus', 'build', 'e2e'].includes(name)),
  ];
}
