import { homedir } from 'node:os';
import path from 'node:path';

/** Absolute path of the checkout that these scripts stand in. */
export const checkout = path.resolve(import.meta.dirname, '../../..');

/** Absolute path of a file below the checkout. @param {string[]} parts */
export const inCheckout = (...parts) => path.join(checkout, ...parts);

/** Folder for what is costly to fetch and may outlive a checkout (the Electron runtime). */
export function cacheFolder() {
  const base = process.env['XDG_CACHE_HOME'];
  if (base !== undefined && path.isAbsolute(base)) return path.join(base, 'zhupi');
  if (process.platform === 'win32' && process.env['LOCALAPPDATA'] !== undefined) {
    return path.join(process.env['LOCALAPPDATA'], 'zhupi', 'cache');
  }
  return path.join(homedir(), '.cache', 'zhupi');
}
