import { existsSync } from 'node:fs';
import { inCheckout } from './lib/paths.mjs';
import { say } from './setup.mjs';
import { runOnVirtualScreen } from './virtual-screen.mjs';

/**
 * Runs the tour of the main job and says where its screenshots and its Markdown are.
 * @param {NodeJS.ProcessEnv} electron where the runtime is, for what starts it
 * @returns {Promise<number>} exit code
 */
export async function runTour(electron) {
  const tsx = inCheckout('node_modules', 'tsx', 'dist', 'cli.mjs');
  const { code } = await runOnVirtualScreen([tsx, inCheckout('e2e', 'tour.ts')], {
    cwd: inCheckout(),
    env: electron,
  });
  const folder = inCheckout('out', 'tour');
  if (code === 0 && existsSync(folder)) {
    say(`The tour is over; its screenshots and its Markdown are in ${folder}`);
  }
  return code;
}
