import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { checkout } from '../../launch.ts';

/** Bundles with chunks for what is loaded late, as the program is bundled; gives the address of the entry. */
export async function bundle(outdir: string, contents: string): Promise<string> {
  await build({
    stdin: { contents, resolveDir: checkout, loader: 'ts' },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.18',
    outdir,
    entryNames: 'entry',
    outExtension: { '.js': '.mjs' },
  });
  return pathToFileURL(path.join(outdir, 'entry.mjs')).href;
}
