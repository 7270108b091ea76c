import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageListOf } from './bundle.mjs';
import { inCheckout } from './lib/paths.mjs';
import { SetupError } from './lib/process.mjs';

/** Packages that ship as they are, beside the bundled code. */
const shipped = ['node_modules/@photostructure/sqlite', 'node_modules/node-gyp-build'];
const licenceFile = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const rule = '='.repeat(78);

/** @param {string} folder a package's folder @returns {string} */
function noticeOf(folder) {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((name) => licenceFile.test(name))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8').trim());
  if (texts.length === 0 && typeof manifest.license !== 'string') {
    throw new SetupError(`${manifest.name} names no licence, so it cannot be shipped.`);
  }
  const { author } = manifest;
  const holder = typeof author === 'string' ? author : author?.name;
  const heading = `${manifest.name} ${manifest.version}\nLicence: ${manifest.license ?? 'see below'}`;
  const fallback = holder === undefined ? [] : [`Author: ${holder}`];
  return [heading, ...(texts.length > 0 ? texts : fallback)].join('\n\n');
}

/** Writes the licences of everything that is bundled or shipped. @returns {string} path of the file */
export function writeNotices() {
  const lists = ['app', 'renderer'].map(packageListOf);
  const missing = lists.find((file) => !existsSync(file));
  if (missing !== undefined) throw new SetupError('The app must be built before its notices can be written.');
  /** @type {string[]} */
  const bundled = lists.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')));
  const folders = [...new Set([...bundled, ...shipped])].sort();
  const head =
    'Zhupi contains the packages below. Electron and Chromium carry their own notices:\nLICENSE.electron.txt and LICENSES.chromium.html beside the program.';
  const text = [head, ...folders.map((folder) => noticeOf(inCheckout(folder)))].join(`\n\n${rule}\n\n`);
  const file = inCheckout('out', 'THIRD-PARTY-NOTICES.txt');
  writeFileSync(file, `${text}\n`);
  return file;
}
