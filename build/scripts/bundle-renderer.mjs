import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { inCheckout } from './lib/paths.mjs';

/**
 * Builds the window's page. Paths are relative and nothing is inlined, since the page's content security policy
 * allows only files of the app itself.
 * @param {string} folder where the page goes; it is replaced as a whole
 * @returns {Promise<string[]>} the modules that went in
 */
export async function bundleRenderer(folder) {
  /** @type {Set<string>} */
  const modules = new Set();
  /** @type {() => import('vite').Plugin} */
  const noteModules = () => ({
    name: 'note-modules',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') for (const id of Object.keys(chunk.modules)) modules.add(id);
      }
    },
  });
  /** @type {Set<string>} */
  let startModules = new Set();
  /** @type {import('vite').Plugin} */
  const findStart = {
    name: 'find-start',
    buildEnd() {
      startModules = staticallyReached(this, inCheckout('renderer', 'index.html'));
    },
  };
  const aside = `${folder}.${process.pid}.tmp`;
  try {
    await build({
      configFile: false,
      root: inCheckout('renderer'),
      base: './',
      logLevel: 'error',
      plugins: [react(), noteModules(), findStart],
      worker: { format: 'es', plugins: () => [noteModules()] },
      build: {
        outDir: aside,
        emptyOutDir: true,
        target: 'chrome130',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 4096,
        cssCodeSplit: false,
        // What a start needs comes in one file: each file that is asked for waits for the main process.
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: 'start', test: (id) => startModules.has(id) }] } },
        },
      },
    });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(path.dirname(folder), { recursive: true });
    renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return [...modules];
}

/**
 * The modules that an entry reads before it runs: itself and what it imports, but for dynamic imports.
 * @param {import('vite').Rolldown.PluginContext} context
 * @param {string} entry
 */
function staticallyReached(context, entry) {
  const reached = new Set([entry]);
  for (const id of reached) {
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  }
  return reached;
}
