import { runMain, SetupError } from './lib/process.mjs';
import { say, setUpElectron } from './setup.mjs';

/** `npm run package`: the app unpacked and as archives; with --installers what electron-builder.yml names. */
await runMain(async () => {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg !== '--installers');
  if (unknown !== undefined) throw new SetupError(`${unknown}? usage: npm run package -- [--installers]`);
  await setUpElectron();
  const { packageApp } = await import('./package-app.mjs');
  const { checkPackage } = await import('./lib/package-checks.mjs');
  const app = await packageApp({ kind: args.length > 0 ? 'installers' : 'archives' });
  const { failed } = await checkPackage(app);
  say(`The app is in ${app.folder}`);
  return failed === 0 ? 0 : 1;
});
