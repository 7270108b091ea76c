// @ts-nocheck: what a default app calls (setVersion, setAppPath) is not in the public types.
// Stands in resources/app of the runtime that electron-runtime.mjs builds and does what Electron's own default
// app does in a downloaded one: run the app whose folder the command line names.
// Electron is not ready before this module is, so an app may do work of its own first.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** @param {readonly string[]} args @returns {{ folder: string | undefined; preloads: string[] }} */
function readArguments(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (arg === '-r' || arg === '--require') preloads.push(args[++index]);
    else if (!arg.startsWith('-')) return { folder: arg, preloads };
  }
  return { folder: undefined, preloads };
}

const { folder, preloads } = readArguments(process.argv.slice(1));
if (folder === undefined) {
  process.stderr.write('usage: electron [-r MODULE] FOLDER\n');
  app.exit(2);
} else {
  const root = path.resolve(folder);
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { value: true, configurable: false, enumerable: true });
  app.setVersion(manifest.version);
  app.name = manifest.productName ?? manifest.name;
  app.setAppPath(root);
  const require = createRequire(import.meta.url);
  for (const file of preloads) require(file);
  await import(pathToFileURL(path.join(root, manifest.main)).href);
}
