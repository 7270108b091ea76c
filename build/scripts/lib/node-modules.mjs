import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { withLock } from './lock.mjs';
import { inCheckout } from './paths.mjs';
import { run, SetupError } from './process.mjs';
import { Stamp } from './signature.mjs';

const stamp = new Stamp(inCheckout('node_modules', '.zhupi-lock'));
const lockfile = inCheckout('package-lock.json');
/** npm writes this list of what it installed as its last act, so it is not there after an install that was cut off. */
const installedList = inCheckout('node_modules', '.package-lock.json');

const lockfileHash = () => createHash('sha256').update(readFileSync(lockfile)).digest('hex');

/** @param {string} file @returns {Record<string, { version?: string; integrity?: string; optional?: boolean }>} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether an `npm install` of the user's own has already put in exactly what the lockfile asks for. */
function isInstalledAlready() {
  if (!existsSync(installedList)) return false;
  const wanted = packagesOf(lockfile);
  const present = packagesOf(installedList);
  const agrees = Object.entries(wanted).every(([where, entry]) => {
    if (where === '') return true;
    const other = present[where];
    if (other === undefined) return entry.optional === true;
    return other.version === entry.version && other.integrity === entry.integrity;
  });
  return agrees && Object.keys(present).every((where) => where in wanted);
}

/**
 * Runs npm, the one that runs this script where there is one.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options) {
  const own = process.env['npm_execpath'];
  if (own !== undefined && /npm-cli\.c?js$/.test(own)) return run(process.execPath, [own, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * Installs the packages of the lockfile unless they are there. The stamp is taken away first and written last.
 * @param {(line: string) => void} say
 */
export async function ensureNodeModules(say) {
  if (stamp.matches(lockfileHash())) return;
  await withLock(inCheckout('out', '.locks', 'node-modules'), async () => {
    const hash = lockfileHash();
    if (stamp.matches(hash)) return;
    stamp.clear();
    if (!isInstalledAlready()) {
      say('Installing the node packages (npm ci) …');
      const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: inCheckout(),
        output: 'capture',
      });
      if (code !== 0) {
        throw new SetupError(
          `${output.trim()}\nnpm ci failed (exit ${code}): look at the lines above, then run the same command again.`,
        );
      }
    }
    stamp.write(hash);
  });
}
