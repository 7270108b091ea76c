import assert from 'node:assert/strict';
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sandboxArguments } from '../electron-runtime.mjs';
import { inCheckout } from './paths.mjs';
import { Interrupted, run } from './process.mjs';
import { startWithSandbox } from './sandbox-check.mjs';

/** @typedef {import('../package-app.mjs').PackagedApp} PackagedApp */

/** @param {string} archive @returns {string[]} paths of the files in an asar archive */
export function listAsar(archive) {
  const file = openSync(archive, 'r');
  try {
    // Chromium pickles: two sizes of 8 bytes in all, then the size of the header and the length of its JSON.
    const sizes = Buffer.alloc(16);
    readSync(file, sizes, 0, 16, 0);
    const json = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(file, json, 0, json.length, 16);
    /** @type {string[]} */
    const found = [];
    /** @param {any} node @param {string} where */
    const visit = (node, where) => {
      if (node.files === undefined) found.push(where);
      else {
        for (const [name, child] of Object.entries(node.files)) {
          visit(child, where === '' ? name : `${where}/${name}`);
        }
      }
    };
    visit(JSON.parse(json.toString('utf8')), '');
    return found;
  } finally {
    closeSync(file);
  }
}

/** @param {PackagedApp} app @param {readonly string[]} args @param {string} data */
async function cli(app, args, data) {
  const { code, output } = await run(app.executable, [...sandboxArguments(), '--cli', ...args], {
    output: 'capture',
    timeoutMs: 60_000,
    // No screen: the command must answer without one.
    env: { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, ZHUPI_DATA_DIR: data, LANG: 'en_US.UTF-8' },
  });
  assert.equal(code, 0, `zhupi --cli ${args.join(' ')}: exit ${code}: ${output}`);
  return output;
}

/** @param {string} output @returns {any} the last line that is JSON: Chromium may print warnings around it */
function jsonOf(output) {
  const line = output.split('\n').findLast((text) => text.startsWith('{'));
  assert.ok(line !== undefined, `no JSON in: ${output}`);
  return JSON.parse(line);
}

/** Each check throws when it does not hold. @type {Record<string, (app: PackagedApp) => Promise<void> | void>} */
const checks = {
  'holds the app and nothing of its making': ({ resources }) => {
    const files = listAsar(path.join(resources, 'app.asar'));
    for (const wanted of [
      'start.mjs',
      'main.cjs',
      'preload.cjs',
      'library-process.cjs',
      'renderer/index.html',
    ]) {
      assert.ok(files.includes(`out/app/${wanted}`), `${wanted} is missing`);
    }
    const allowed = /^(package\.json|out\/app\/|node_modules\/(@photostructure\/sqlite|node-gyp-build)\/)/;
    const strange = files.filter((file) => !allowed.test(file) || /\.(map|tsx?|cc?|h|gyp)$/.test(file));
    assert.deepEqual(strange, []);
  },
  'holds no starter and no updater': ({ resources }) => {
    const names = readdirSync(resources);
    assert.ok(
      !names.includes('app') && !names.includes('app-update.yml') && !names.includes('default_app.asar'),
    );
  },
  "holds only this platform's SQLite": ({ resources }) => {
    const files = readdirSync(path.join(resources, 'app.asar.unpacked'), { recursive: true });
    const binaries = files.map(String).filter((file) => file.endsWith('.node'));
    assert.equal(binaries.length, 1, binaries.join(', '));
    assert.ok(binaries[0]?.includes(`${process.platform}-${process.arch}`), binaries[0]);
  },
  'holds its icon, the bundled reports and all licences': ({ resources }) => {
    assert.ok(existsSync(path.join(resources, 'window-icon.png')));
    const pack = readFileSync(path.join(resources, 'corpus', 'zhupi.zhupipack'));
    assert.ok(pack.equals(readFileSync(inCheckout('out', 'corpus', 'zhupi.zhupipack'))));
    assert.match(readFileSync(path.join(resources, 'LICENSE.txt'), 'utf8'), /MIT/);
    assert.match(
      readFileSync(path.join(resources, 'THIRD-PARTY-NOTICES.txt'), 'utf8'),
      /@photostructure\/sqlite/,
    );
  },
  'has its fuses set': async ({ executable, forTests }) => {
    const { FuseV1Options: fuse, getCurrentFuseWire } = await import('@electron/fuses');
    const wire = await getCurrentFuseWire(executable);
    const isOn = (/** @type {number} */ option) =>
      String.fromCharCode(
        Number(/** @type {Record<number, unknown>} */ (/** @type {unknown} */ (wire))[option]),
      ) === '1';
    assert.equal(isOn(fuse.RunAsNode), false, 'RunAsNode');
    assert.equal(isOn(fuse.EnableNodeOptionsEnvironmentVariable), false, 'NODE_OPTIONS');
    assert.equal(isOn(fuse.EnableNodeCliInspectArguments), forTests, '--inspect');
    assert.equal(isOn(fuse.EnableEmbeddedAsarIntegrityValidation), true, 'asar integrity');
    assert.equal(isOn(fuse.OnlyLoadAppFromAsar), true, 'only from asar');
  },
  'does the job as a command, without a display': async (app) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'zhupi-package-'));
    try {
      const data = path.join(folder, 'data');
      const report = path.join(folder, 'report.txt');
      writeFileSync(report, '教育工作报告\n\n坚持教育优先发展，建设教育强国。\n各地区要落实各项措施。\n');
      const { version } = JSON.parse(readFileSync(inCheckout('package.json'), 'utf8'));
      assert.match(await cli(app, ['--version'], data), new RegExp(version.replaceAll('.', String.raw`\.`)));
      const imported = jsonOf(await cli(app, ['import', '--json', report], data));
      assert.equal(imported.status, 'imported');
      const { reportId } = imported;
      await cli(app, ['annotate', reportId, '--quote', '教育強國', '--note', 'goal', '--json'], data);
      assert.match(await cli(app, ['notes', reportId, '--json'], data), /goal/);
      const exported = jsonOf(
        await cli(app, ['export', reportId, '--out', path.join(folder, 'vault'), '--json'], data),
      );
      const file = exported.files[0].path;
      assert.ok(existsSync(file));
      assert.match(readFileSync(file, 'utf8'), /教育强国[\s\S]*goal/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Tests as root must switch the sandbox off, so root starts the app once more as an ordinary user. */
const isRootOnLinux = () => process.platform === 'linux' && process.getuid?.() === 0;

/** @param {PackagedApp} app @returns {Promise<{ passed: number; failed: number }>} */
async function checkSandbox(app) {
  if (!isRootOnLinux()) return { passed: 0, failed: 0 };
  try {
    if ((await startWithSandbox(app)) === 'shown') {
      process.stdout.write('  ✓ the package starts with its sandbox on, as an ordinary user\n');
      return { passed: 1, failed: 0 };
    }
    process.stdout.write(
      '  – this system gives ordinary users no sandbox, so the start with it was left out\n',
    );
    return { passed: 0, failed: 0 };
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    process.stdout.write(`  ✗ the package starts with its sandbox on: ${String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

/**
 * Checks a packaged app from outside: its contents, its fuses, and the main job through `--cli`.
 * @param {PackagedApp} app
 * @returns {Promise<{ passed: number; failed: number }>}
 */
export async function checkPackage(app) {
  const counts = await checkSandbox(app);
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check(app);
      counts.passed++;
      process.stdout.write(`  ✓ the package ${name}\n`);
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      counts.failed++;
      process.stdout.write(
        `  ✗ the package ${name}: ${error instanceof Error ? error.message : String(error)}\n`,
      );
    }
  }
  return counts;
}
