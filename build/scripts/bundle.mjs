import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lib/lock.mjs';
import { checkout, inCheckout } from './lib/paths.mjs';
import { SetupError, stopIfInterrupted } from './lib/process.mjs';
import { listFiles, signatureOf, Stamp } from './lib/signature.mjs';

/** @typedef {'cli' | 'app' | 'renderer'} BundleName */

const always = [
  'package.json',
  'package-lock.json',
  'build/scripts/bundle.mjs',
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

/** @param {string} file @param {Uint8Array | string} contents */
function writeWhole(file, contents) {
  mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.tmp`;
  writeFileSync(aside, contents);
  renameSync(aside, file);
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
 * Bundles Node code to CommonJS, because sandboxed preloads and Electron 33's main process want it so. What entries share,
 * and what a dynamic import brings, lies in chunks of its own, so that a process reads only what it runs: reading and
 * compiling the dictionaries would else hold up every start. esbuild cuts chunks for ES modules only, so they are made
 * first and each is turned into CommonJS.
 * @param {Record<string, string>} entryPoints
 * @param {string} folder
 * @param {{ ownUrl: boolean }} options `ownUrl` gives import.meta.url a meaning (a sandboxed preload has none)
 */
async function bundleNode(entryPoints, folder, { ownUrl }) {
  const { build, transform } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(inCheckout('package.json'), 'utf8'));
  const shared = /** @type {const} */ ({ target: 'node20.18', logLevel: 'silent' });
  const { outputFiles, metafile } = await build({
    ...shared,
    entryPoints,
    outdir: inCheckout(folder),
    outExtension: { '.js': '.cjs' },
    chunkNames: 'chunks/[name]-[hash]',
    absWorkingDir: checkout,
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    external: ['electron', '@photostructure/sqlite'],
    legalComments: 'none',
    sourcemap: 'inline',
    sourcesContent: false,
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.ZHUPI_VERSION': JSON.stringify(version),
      ...(ownUrl && { 'import.meta.url': 'moduleUrl', 'import.meta.dirname': '__dirname' }),
    },
  });
  for (const file of outputFiles) {
    const { code, map } = await transform(file.text, {
      ...shared,
      format: 'cjs',
      platform: 'node',
      sourcefile: path.basename(file.path),
      // Node's own import() would give a chunk's exports as its default export.
      supported: { 'dynamic-import': false },
      sourcemap: 'external',
      sourcesContent: false,
      ...(ownUrl && {
        banner: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;",
      }),
    });
    writeWhole(`${file.path}.map`, map);
    writeWhole(file.path, `${code}//# sourceMappingURL=${path.basename(file.path)}.map\n`);
  }
  return Object.keys(metafile.inputs);
}

/**
 * The program's entry. Electron gets ready only when its entry module is, so the command (`--cli`) has answered and
 * ended the process before a display is asked for.
 */
const startModule = "import { commandAnswered } from './main.cjs';\nawait commandAnswered;\n";

/** The tables of the character codes of Chinese fonts that PDF files name; PDF.js reads them when it meets one. @param {string} folder */
function copyCharacterTables(folder) {
  const tables = inCheckout('node_modules', 'pdfjs-dist', 'cmaps');
  cpSync(tables, inCheckout(folder, 'cmaps'), { recursive: true });
}

/** @type {Record<BundleName, () => Promise<string[]>>} each answers with the modules that went in */
const builders = {
  cli: () => {
    copyCharacterTables('out/cli');
    return bundleNode({ zhupi: 'electron/cli/main.ts', ...workerEntries() }, 'out/cli', { ownUrl: true });
  },
  app: async () => {
    const preload = await bundleNode({ preload: 'electron/preload/preload.ts' }, 'out/app', {
      ownUrl: false,
    });
    const library = 'electron/services/process/library-process.ts';
    const entries = {
      main: 'electron/main/main.ts',
      'library-process': library,
      command: 'electron/cli/run-in-process.ts',
      ...workerEntries(),
    };
    writeWhole(inCheckout('out', 'app', 'start.mjs'), startModule);
    copyCharacterTables('out/app');
    return [...preload, ...(await bundleNode(entries, 'out/app', { ownUrl: true }))];
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
