import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inCheckout } from './lib/paths.mjs';
import { run, runMain } from './lib/process.mjs';
import { listFiles } from './lib/signature.mjs';
import { leaves, plants, plantsForCoreOrder } from './rooms-plants.mjs';

/** @typedef {{ from: string; to: string; rule: { name: string } }} Violation */
/** @typedef {{ modules: { source: string }[]; summary: { violations: Violation[] } }} Cruise */

const rooms = ['core', 'electron', 'renderer', 'e2e', 'test-support'];

/** @param {string} folder the tree to look at, with the rules in it @returns {Promise<Cruise>} */
async function cruise(folder) {
  const answer = path.join(folder, 'out', 'rooms.json');
  mkdirSync(path.dirname(answer), { recursive: true });
  rmSync(answer, { force: true });
  const command = inCheckout('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const there = rooms.filter((room) => existsSync(path.join(folder, room)));
  const args = [command, '--config', '.dependency-cruiser.cjs', '-T', 'json', '-f', answer, ...there];
  const { output } = await run(process.execPath, args, { cwd: folder, output: 'capture' });
  if (!existsSync(answer)) throw new Error(`dependency-cruiser gave no answer: ${output}`);
  return JSON.parse(readFileSync(answer, 'utf8'));
}

/** Names of the source files that the check must have seen. */
function filesOfTree() {
  return listFiles(rooms).filter((file) => /\.tsx?$/.test(file));
}

/** @returns {Promise<string[]>} what is wrong in the tree as it is, a line each */
async function checkTree() {
  const { modules, summary } = await cruise(inCheckout());
  const seen = new Set(modules.map(({ source }) => source));
  const unseen = filesOfTree().filter((file) => !seen.has(file));
  return [
    ...summary.violations.map(({ rule, from, to }) =>
      from === to ? `${rule.name}: ${from}` : `${rule.name}: ${from} → ${to}`,
    ),
    ...unseen.map((file) => `the check did not see ${file}`),
  ];
}

/** @param {string} folder @param {Record<string, string>} files */
function plant(folder, files) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${text}\n`);
  }
}

/** @returns {Promise<string[]>} rules that do not find the file that was planted for them, a line each */
async function proveRules() {
  const folder = inCheckout('out', 'rooms-proof');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const require = createRequire(import.meta.url);
  /** @type {{ forbidden: { name: string }[] }} */
  const { forbidden } = require(inCheckout('.dependency-cruiser.cjs'));
  const names = forbidden.map(({ name }) => name);
  const all = { ...plants, ...plantsForCoreOrder(names) };
  cpSync(inCheckout('.dependency-cruiser.cjs'), path.join(folder, '.dependency-cruiser.cjs'));
  cpSync(inCheckout('package.json'), path.join(folder, 'package.json'));
  symlinkSync(inCheckout('node_modules'), path.join(folder, 'node_modules'), 'junction');
  plant(folder, Object.fromEntries(leaves.map((file) => [file, 'export const leaf = 1;'])));
  for (const files of Object.values(all)) plant(folder, files);
  const { summary } = await cruise(folder);
  rmSync(folder, { recursive: true, force: true });
  return names.flatMap((name) => {
    const planted = Object.keys(all[name] ?? {});
    const found = summary.violations.some(({ rule, from }) => rule.name === name && planted.includes(from));
    return found ? [] : [`the rule ${name} does not find the bad file that was planted for it`];
  });
}

/** `npm run rooms`: the import rules over the whole tree, and the proof that each of them can fail. */
await runMain(async () => {
  const wrong = [...(await checkTree()), ...(await proveRules())];
  if (wrong.length === 0) return 0;
  process.stdout.write(`${wrong.join('\n')}\n`);
  return 1;
});
