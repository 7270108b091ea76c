import { existsSync } from 'node:fs';
import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import { commandSentence } from '#core/messages/command-sentence.ts';
import { writeWhole } from '#services/store/originals.ts';
import type { Command } from '../command.ts';
import { fileToWrite } from '../file-to-write.ts';

/** `zhupi pack DIR -o FILE` */
export const packCommand: Command = {
  name: 'pack',
  summary: 'make a pack of a folder of Markdown reports',
  usage: 'DIR -o FILE',
  example: 'zhupi pack corpus/reports -o reports.zhupipack',
  needs: ['DIR'],
  most: 1,
  options: {
    output: { kind: 'value', value: 'FILE', short: 'o', help: 'the pack to write' },
    id: { kind: 'value', value: 'ID', help: 'its id; else that of pack.yaml, else the name of the folder' },
    title: { kind: 'value', value: 'TEXT', help: 'its title; else that of pack.yaml, else its id' },
    release: { kind: 'value', value: 'VERSION', help: 'its version; else that of pack.yaml, else 1' },
  },
  run: async (context) => {
    const { command, positionals, option, resolve, json, answer, say, locale } = context;
    const output = option('output');
    if (output === undefined) {
      throw new ZhupiError('usage', { reason: 'argument-missing', command, word: '-o FILE' });
    }
    const file = fileToWrite(context, '-o', output);
    const dir = resolve(positionals[0] ?? '');
    const { readPackDescription } = await import('#services/packs/pack-description.ts');
    const described = await readPackDescription(dir);
    const packId = option('id') ?? described.id;
    const { buildPack } = await import('#services/packs/build-pack.ts');
    const { buildPackIndex } = await import('#core/search/pack-index.ts');
    const { bytes, reports } = await buildPack(dir, {
      packId,
      title: option('title') ?? described.title ?? packId,
      version: option('release') ?? described.version ?? '1',
      buildIndex: buildPackIndex,
    });
    writeOutput(file, bytes);
    if (json) answer({ reports, bytes: bytes.length });
    else say(commandSentence('pack-done', { path: file, reports, bytes: bytes.length }, locale));
    return 0;
  },
};

/** Writes the file whole or not at all. Throws the errors of a place that the user chose, not those of the data folder. */
function writeOutput(file: string, bytes: Uint8Array): void {
  const folder = path.dirname(file);
  if (!existsSync(folder)) throw new ZhupiError('export-folder-missing', { path: folder });
  try {
    writeWhole(file, bytes);
  } catch (cause) {
    const isFull = cause instanceof ZhupiError && cause.code === 'disk-full';
    throw new ZhupiError(
      isFull ? 'export-disk-full' : 'export-folder-unwritable',
      { path: folder },
      { cause },
    );
  }
}
