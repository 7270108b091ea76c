import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '#services/data-folder.ts';
import { processIo } from './process-io.ts';
import { runCommand } from './run-command.ts';

/** The pack that a checkout builds: ZHUPI_PACK, else out/corpus beside the bundle's own folder. */
function packFiles(): readonly string[] {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'corpus', 'zhupi.zhupipack');
  const file = process.env['ZHUPI_PACK'] || beside;
  return existsSync(file) ? [path.resolve(file)] : [];
}

/** Entry of the command on plain Node. */
async function main(): Promise<void> {
  const { io, flush } = processIo({ packFiles: packFiles(), dataDir: dataFolder({ fromCheckout: true }) });
  process.exitCode = await runCommand(process.argv.slice(2), io);
  await flush();
}

void main();
