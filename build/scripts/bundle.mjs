import { cpSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { bundleNode, writeWhole } from './bundle-node.mjs';
import { withLock } from './lib/lock.mjs';
import { checkout, inCheckout } from './lib/paths.mjs';
import { SetupError, stopIfInterrupted } from './lib/process.mjs';
import { listFiles, signatureOf, Stamp } from './lib/signature.mjs';

/** @typedef {'cli' | 'app' | 'renderer'} BundleName */

const always = [
  'package.json',
  'package-lock.json',
  'build/scripts/bundle.mjs',
  'build/scripts/bundle-node.mjs',
  'build/scripts/bundle-renderer.mjs',
];

/** What each bundle is made from, and one file that shows it is there. @type {Record<BundleName, { inputs: string[]; output: string }>} */
const bundles = {
  cli: { inputs: ['core', 'electron/cli', 'electron/services'], output: 'out/cli/zhupi.cjs' },
  app: { inputs: ['core', 'electron'], output: 'out/app/main.cjs' },
  renderer: { inputs: ['core', 'renderer'], output: 'out/app/renderer/index.html' },
};

/** @param {string} name */
const stampOf = (name) => new Stamp(inCheckout('out', '.stamps', name));

/** @param {BundleName} name */
const currentSignature = (name) => signatureOf([...always, ...bundles[name].inputs]);

/** Whether an output was made from the inputs as they are now. @param {BundleName} name */
function isFresh(name) {
  const output = statSync(inCheckout(bundles[name].output), { throwIfNoEntry: false });
  return output !== undefined && stampOf(name).matches(currentSignature(name));
}

/** Every worker thread of the services is an entry of its own, named by its file. */
function workerEntries() {
  const files = listFiles(['electron/services']).filter((file) => file.endsWith('.worker.ts'));
  return Object.fromEntries(files.map((file) => [path.basename(file, '.ts'), file]));
}

/**
 * Folders of the npm packages among module paths, relative to the checkout.
 * @param {Iterable<string>} modules
 */
export function packagesAmong(modules) {
  const inPackage = /^\0?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
  const folders = [...modules].flatMap((module) => inPackage.exec(module.replaceAll('\\', '/'))?.[1] ?? []);
  const relative = folders.map((folder) => path.relative(checkout, path.resolve(checkout, folder)));
  return [...new Set(relative)].sort();
}

/** Where a bundle notes the npm packages that went into it, for the third-party notices. @param {string} name */
export const packageListOf = (name) => inCheckout('out', '.stamps', `${name}.packages.json`);

/**
 * The program's entry. Electron gets ready only when its entry module is, so the command (`--cli`) has answered and
 * ended the process before a display is asked for.
 */
const startModule = `import { createRequire } from 'node:module';
await createRequire(import.meta.url)('./main.cjs').commandAnswered;
`;

/** The tables of the character codes of Chinese fonts that PDF files name; PDF.js reads them when it meets one. @param {string} folder */
function copyCharacterTables(folder) {
  const tables = inCheckout('node_modules', 'pdfjs-dist', 'cmaps');
  cpSync(tables, inCheckout(folder, 'cmaps'), { recursive: true });
}

/** @type {Record<BundleName, () => Promise<string[]>>} each answers with the modules that went in */
const builders = {
  cli: () => {
    copyCharacterTables('out/cli');
    return bundleNode({ zhupi: 'electron/cli/main.ts', ...workerEntries() }, 'out/cli');
  },
  app: async () => {
    // By itself: a sandboxed preload can read no other file.
    const preload = await bundleNode({ preload: 'electron/preload/preload.ts' }, 'out/app');
    const library = 'electron/services/process/library-process.ts';
    const entries = {
      main: 'electron/main/main.ts',
      'library-process': library,
      command: 'electron/cli/run-in-process.ts',
      ...workerEntries(),
    };
    writeWhole(inCheckout('out', 'app', 'start.mjs'), startModule);
    copyCharacterTables('out/app');
    return [...preload, ...(await bundleNode(entries, 'out/app'))];
  },
  renderer: async () =>
    (await import('./bundle-renderer.mjs')).bundleRenderer(inCheckout('out', 'app', 'renderer')),
};

/** @param {BundleName} name */
async function buildOne(name) {
  const stamp = stampOf(name);
  const signature = currentSignature(name);
  stamp.clear();
  try {
    // Chunks are named by what they hold, so those of an earlier build would stay.
    rmSync(path.join(path.dirname(inCheckout(bundles[name].output)), 'chunks'), {
      recursive: true,
      force: true,
    });
    const modules = await builders[name]();
    writeWhole(packageListOf(name), JSON.stringify(packagesAmong(modules)));
  } catch (error) {
    rmSync(inCheckout(bundles[name].output), { force: true });
    throw new SetupError(
      `The build of ${name} failed:\n${error instanceof Error ? error.message : String(error)}`,
    );
  }
  stamp.write(signature);
}

/**
 * Builds those of the named bundles whose inputs changed since they were made.
 * @param {readonly BundleName[]} names
 * @param {(line: string) => void} say
 */
export async function ensureBundles(names, say) {
  if (names.every(isFresh)) return;
  await withLock(inCheckout('out', '.locks', 'bundle'), async () => {
    for (const name of names) {
      stopIfInterrupted();
      if (isFresh(name)) continue;
      say(`Building ${name} …`);
      await buildOne(name);
    }
  });
}
