import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { electronEnvironment, ensureElectron } from './electron-runtime.mjs';
import { inCheckout } from './lib/paths.mjs';
import { writeNotices } from './notices.mjs';
import { buildAll, say } from './setup.mjs';

/** @typedef {{ folder: string; resources: string; executable: string; forTests: boolean }} PackagedApp */

/** @returns {string | undefined} a 7-Zip that is installed; electron-builder would else download its own */
function findSevenZip() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, '7za')).find((file) => existsSync(file));
}

/** @param {'unpacked' | 'archives' | 'installers'} kind @returns {string[] | undefined} targets, or those of the configuration */
function targetsFor(kind) {
  if (kind === 'installers') return undefined;
  if (kind === 'unpacked') return ['dir'];
  const sevenZip = findSevenZip();
  if (process.platform === 'linux' && sevenZip === undefined) {
    say('No 7za here (Debian: p7zip-full), so no archives are made of the unpacked app.');
    return ['dir'];
  }
  if (sevenZip !== undefined) process.env['ELECTRON_BUILDER_7ZIP_PATH'] ??= sevenZip;
  return process.platform === 'linux' ? ['dir', 'tar.gz', 'zip'] : ['dir', 'zip'];
}

/** @param {import('electron-builder').AfterPackContext} context @returns {Omit<PackagedApp, 'forTests'>} */
function placesOf({ appOutDir, packager, electronPlatformName }) {
  const product = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') {
    const contents = path.join(appOutDir, `${product}.app`, 'Contents');
    const executable = path.join(contents, 'MacOS', product);
    return { folder: appOutDir, resources: path.join(contents, 'Resources'), executable };
  }
  const name = electronPlatformName === 'win32' ? `${product}.exe` : 'zhupi';
  return {
    folder: appOutDir,
    resources: path.join(appOutDir, 'resources'),
    executable: path.join(appOutDir, name),
  };
}

/**
 * Packages the app for this platform.
 * @param {{ forTests?: boolean; kind?: 'unpacked' | 'archives' | 'installers' }} [options] `forTests` leaves the inspector on, which Playwright needs
 * @returns {Promise<PackagedApp>}
 */
export async function packageApp({ forTests = false, kind = 'unpacked' } = {}) {
  const runtime = await ensureElectron(say);
  await buildAll();
  writeNotices();
  const { build } = await import('electron-builder');
  /** @type {Omit<PackagedApp, 'forTests'> | undefined} */
  let places;
  const targets = targetsFor(kind);
  const platform =
    /** @type {const} */ ({ darwin: 'mac', win32: 'win' })[String(process.platform)] ?? 'linux';
  // A variable that points electron's own package elsewhere must not reach the app's packager.
  Object.assign(process.env, electronEnvironment(runtime));
  await build({
    projectDir: inCheckout(),
    [platform]: targets ?? [],
    publish: 'never',
    config: {
      extends: inCheckout('build', 'electron-builder.yml'),
      directories: { output: forTests ? 'release/test' : 'release', buildResources: 'build/resources' },
      electronDist: runtime.folder,
      electronVersion: runtime.version,
      ...(forTests && { electronFuses: { enableNodeCliInspectArguments: true } }),
      afterPack: (context) => {
        places = placesOf(context);
        // What the runtime of electron-runtime.mjs brings along, and what only an updater would need.
        rmSync(path.join(places.resources, 'app'), { recursive: true, force: true });
        rmSync(path.join(places.resources, 'app-update.yml'), { force: true });
      },
    },
  });
  if (places === undefined) throw new Error('electron-builder packaged nothing');
  return { ...places, forTests };
}
