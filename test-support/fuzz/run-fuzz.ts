import fc from 'fast-check';
import type { FuzzTarget } from './fuzz-target.ts';
import { IMPORTER_TARGETS, realTargets } from './importer-targets.ts';
import { SEARCH_TARGET } from './search-target.ts';
import { PLAN_TARGET, RULE_TARGETS } from './rule-targets.ts';

/*
 * `npm run fuzz`: every importer and rule on random damage and the search on hostile queries, all in this one process. Bundled by build/scripts/fuzz.mjs.
 * Arguments: the number of runs, then names of targets (all when there are none).
 */

const TARGETS: readonly FuzzTarget[] = [
  ...RULE_TARGETS,
  PLAN_TARGET,
  SEARCH_TARGET,
  ...IMPORTER_TARGETS,
  ...realTargets(),
];

/** Milliseconds of work after which a file or text counts as one that hangs. */
const MOST_WORK = 5_000;
/** Cases between two lines about how far it is. */
const PROGRESS = 10_000;

// What a broken PDF leaves behind has been answered (see document.worker.ts).
process.on('unhandledRejection', () => undefined);

/** Milliseconds of this process's own work, so that a busy machine makes nothing hang. */
function workOf(usage: NodeJS.CpuUsage): number {
  return (usage.user + usage.system) / 1_000;
}

/** How much work a case is. */
async function measured(check: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await check();
  return workOf(process.cpuUsage(before));
}

/** Answers whether the target held. */
async function fuzz({ name, inputs, check }: FuzzTarget, runs: number): Promise<boolean> {
  let done = 0;
  let longest = 0;
  const begun = process.cpuUsage();
  const property = fc.asyncProperty(inputs, async (input) => {
    let work = await measured(() => check(input));
    if (work > MOST_WORK) {
      // A machine that runs out of memory charges its own search for some to whoever asks: what hangs, hangs again.
      console.log(`  ${name}: ${String(Math.round(work))} ms of work, tried again`);
      work = Math.min(work, await measured(() => check(input)));
    }
    longest = Math.max(longest, work);
    if (work > MOST_WORK) throw new Error(`hangs: ${String(Math.round(work))} ms of work`);
    done += 1;
    if (done % PROGRESS === 0) console.log(`  ${name}: ${String(done)} …`);
  });
  const result = await fc.check(property, { numRuns: runs });
  const seconds = (workOf(process.cpuUsage(begun)) / 1_000).toFixed(1);
  const verdict = result.failed ? 'FAILED' : 'ok';
  console.log(
    `${verdict} ${name}: ${String(done)} runs in ${seconds} s of work, longest ${String(Math.round(longest))} ms`,
  );
  if (result.failed) console.log(fc.defaultReportMessage(result));
  return !result.failed;
}

async function main(): Promise<number> {
  const [runs = '', ...names] = process.argv.slice(2);
  const unknown = names.filter((name) => !TARGETS.some((target) => target.name === name));
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(', ')}\nknown: ${TARGETS.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  let failed = 0;
  for (const target of TARGETS) {
    if (names.length > 0 && !names.includes(target.name)) continue;
    if (!(await fuzz(target, Number(runs)))) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
