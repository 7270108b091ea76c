import { inCheckout } from './lib/paths.mjs';
import { runMain } from './lib/process.mjs';
import { buildAll, setUpElectron } from './setup.mjs';
import { runOnVirtualScreen } from './virtual-screen.mjs';

/** `npm run bench`: sets up, then measures the app; arguments are passed on. */
await runMain(async () => {
  const runtime = await setUpElectron();
  await buildAll();
  const { electronEnvironment } = await import('./electron-runtime.mjs');
  const tsx = inCheckout('node_modules', 'tsx', 'dist', 'cli.mjs');
  const args = [tsx, inCheckout('e2e', 'bench', 'bench.ts'), ...process.argv.slice(2)];
  const { code } = await runOnVirtualScreen(args, { cwd: inCheckout(), env: electronEnvironment(runtime) });
  return code;
});
