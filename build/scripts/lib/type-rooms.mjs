import path from 'node:path';
import { checkout } from './paths.mjs';

/** Each room is compiled with its own libraries only; the last one takes all files. */
export const rooms = [
  'core',
  'electron/main',
  'electron/preload',
  'electron/services',
  'electron/cli',
  'renderer',
  'renderer/tsconfig.worker.json',
  'build',
  'e2e',
  'tsconfig.json',
];

/**
 * The room that answers for a file: the one in whose folder it is, for a worker of the window the one of workers, for a test
 * and all that is in no room the last one.
 * @param {string} file @returns {string | null} null for what is not ours
 */
export function roomOf(file) {
  const relative = path.relative(checkout, file).replaceAll('\\', '/');
  if (relative.startsWith('../') || /^(?:node_modules|out|release)\//.test(relative)) return null;
  if (/\.test\.tsx?$/.test(relative)) return 'tsconfig.json';
  if (/^renderer\/.*\.worker\.ts$/.test(relative)) return 'renderer/tsconfig.worker.json';
  return rooms.find((room) => relative.startsWith(`${room}/`)) ?? 'tsconfig.json';
}
