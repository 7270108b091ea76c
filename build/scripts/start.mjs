import { inCheckout } from './lib/paths.mjs';
import { run, runMain } from './lib/process.mjs';
import { buildAll, say, setUpElectron } from './setup.mjs';
import { hasDisplay } from './virtual-screen.mjs';

/** `npm start`: sets up what is missing and opens the app; without a display, or with --tour, it runs the tour. */
await runMain(async () => {
  const args = process.argv.slice(2);
  const runtime = await setUpElectron();
  await buildAll();
  const wantsTour = args.includes('--tour');
  const { electronEnvironment, sandboxArguments } = await import('./electron-runtime.mjs');
  const environment = electronEnvironment(runtime);
  if (wantsTour || !hasDisplay()) {
    if (!wantsTour) {
      say('There is no display here, so the app runs in a virtual screen and takes a tour of its main job.');
    }
    const { runTour } = await import('./tour.mjs');
    return await runTour(environment);
  }
  const command = [...sandboxArguments(), inCheckout(), ...args];
  const { code } = await run(runtime.executable, command, { env: environment });
  return code;
});
