import { existsSync } from 'node:fs';
import { electronEnvironment } from './electron-runtime.mjs';
import { inCheckout } from './lib/paths.mjs';
import { say } from './setup.mjs';
import { runOnVirtualScreen } from './virtual-screen.mjs';

/**
 * Runs the tour of the main job and says where its screenshots and its Markdown are.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<number>} exit code
 */
export async function runTour(runtime) {
  const tsx = inCheckout('node_modules', 'tsx', 'dist', 'cli.mjs');
  const { code } = await runOnVirtualScreen([tsx, inCheckout('e2e', 'tour.ts')], {
    cwd: inCheckout(),
    env: electronEnvironment(runtime),
  });
  const folder = inCheckout('out', 'tour');
  if (code === 0 && existsSync(folder)) {
    say(`The tour is over; its screenshots and its Markdown are in ${folder}`);
  }
  return code;
}
