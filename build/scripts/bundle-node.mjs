import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inCheckout } from './lib/paths.mjs';

/**
 * Bundles Node code to CommonJS, because sandboxed preloads and Electron 33's main process want it so. What entries share,
 * and what a dynamic import brings, lies in chunks of its own, so that a process reads only what it runs: reading and
 * compiling the dictionaries would else hold up every start. The fewer chunks a start reads the better (docs/adr/0009).
 * @param {Record<string, string>} entryPoints files of the checkout by the names of their bundles
 * @param {string} folder where the bundles go, of the checkout; files that are there stay
 * @returns {Promise<string[]>} the modules that went in
 */
export async function bundleNode(entryPoints, folder) {
  // Not before a fresh clone has its modules.
  const { rolldown } = await import('rolldown');
  const { version } = JSON.parse(readFileSync(inCheckout('package.json'), 'utf8'));
  const bundle = await rolldown({
    cwd: inCheckout(),
    input: Object.fromEntries(Object.entries(entryPoints).map(([name, file]) => [name, inCheckout(file)])),
    platform: 'node',
    external: ['electron', '@photostructure/sqlite'],
    logLevel: 'silent',
    transform: {
      target: 'node20.18',
      define: {
        'process.env.NODE_ENV': '"production"',
        'process.env.ZHUPI_VERSION': JSON.stringify(version),
      },
    },
  });
  try {
    const { output } = await bundle.generate({
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: 'chunks/[name]-[hash].cjs',
      sourcemap: true,
      sourcemapExcludeSources: true,
      comments: { legal: false },
    });
    for (const file of output) {
      const contents = file.type === 'chunk' ? file.code : file.source;
      writeWhole(inCheckout(folder, file.fileName), contents);
    }
    return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  } finally {
    await bundle.close();
  }
}

/** @param {string} file @param {Uint8Array | string} contents */
export function writeWhole(file, contents) {
  mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.tmp`;
  writeFileSync(aside, contents);
  renameSync(aside, file);
}
