import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { dataFolder } from '#services/data-folder.ts';
import { runInProcess } from './run-in-process.ts';

/** The pack that a checkout builds: ZHUPI_PACK, else out/corpus beside the bundle's own folder. */
function packFiles(): readonly string[] {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'corpus', 'zhupi.zhupipack');
  const file = process.env['ZHUPI_PACK'] || beside;
  return existsSync(file) ? [path.resolve(file)] : [];
}

/**
 * Has Node 20 run functions four times as long as it does by itself before it compiles them for speed. A command lives for
 * seconds, and the threads of an import compile each for itself: with 2,000 reports of 2,000 characters on two cores that took
 * a fifth of all processor time, and the import takes a tenth less so. Later versions decide otherwise and have no such option.
 */
function compileLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=300000');
}

/** Entry of the command on plain Node. */
async function main(): Promise<void> {
  const options = { packFiles: packFiles(), dataDir: dataFolder({ fromCheckout: true }) };
  process.exitCode = await runInProcess(process.argv.slice(2), options);
}

compileLater();
void main();
