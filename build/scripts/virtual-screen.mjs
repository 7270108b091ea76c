import { run } from './lib/process.mjs';

/** Whether a window can be shown to somebody. */
export const hasDisplay = () =>
  process.platform !== 'linux' ||
  (process.env['DISPLAY'] ?? '') !== '' ||
  (process.env['WAYLAND_DISPLAY'] ?? '') !== '';

/**
 * Runs a Node program; on Linux in a virtual screen of its own, so that nothing pops up and every run looks alike.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runOnVirtualScreen(args, options = {}) {
  if (process.platform !== 'linux') return run(process.execPath, args, options);
  const screen = ['-a', '-s', '-screen 0 1600x1000x24', process.execPath, ...args];
  return run('xvfb-run', screen, { ...options, env: { ...options.env, WAYLAND_DISPLAY: undefined } });
}
