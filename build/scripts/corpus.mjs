import { ensureBundles } from './bundle.mjs';
import { corpusPack, ensureCorpus } from './corpus-pack.mjs';
import { ensureNodeModules } from './lib/node-modules.mjs';
import { runMain } from './lib/process.mjs';
import { say } from './setup.mjs';

/** `npm run corpus`: checks the bundled reports and makes their pack anew. */
await runMain(async () => {
  await ensureNodeModules(say);
  await ensureBundles(['cli'], say);
  process.stdout.write(await ensureCorpus(say, { force: true }));
  say(corpusPack);
});
