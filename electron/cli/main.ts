import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '#services/data-folder.ts';
import { runInProcess } from './run-in-process.ts';

/** The pack that a checkout builds: ZHUPI_PACK, else out/corpus beside the bundle's own folder. */
function packFiles(): readonly string[] {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'corpus', 'zhupi.zhupipack');
  const file = process.env['ZHUPI_PACK'] || beside;
  return existsSync(file) ? [path.resolve(file)] : [];
}

/** Entry of the command on plain Node. */
async function main(): Promise<void> {
  const options = { packFiles: packFiles(), dataDir: dataFolder({ fromCheckout: true }) };
  process.exitCode = await runInProcess(process.argv.slice(2), options);
}

void main();
