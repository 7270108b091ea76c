import { buildReading } from '#core/text/reading.ts';
import { meantPath, shownPath } from '#services/importers/system-path.ts';
import type { Command } from '../command.ts';

/** `zhupi repair FILE`: what an import would make of the file; nothing is stored. */
export const repairCommand: Command = {
  name: 'repair',
  summary: 'print what an import would read from a file; nothing is stored',
  usage: 'FILE',
  example: 'zhupi repair damaged.txt --json',
  needs: ['FILE'],
  most: 1,
  options: {},
  run: async ({ positionals, resolve, json, answer, io }) => {
    const { analyseSource } = await import('#services/importers/analyse-source.ts');
    const { readSourceFile } = await import('#services/importers/read-source-file.ts');
    const path = await meantPath(resolve(positionals[0] ?? ''));
    const file = await readSourceFile(path);
    const { source, format, encoding, encodingConfidence } = file;
    const { edits, blocks, metadata } = await analyseSource(source, format, shownPath(path), file);
    const { text } = buildReading(source, format, edits, blocks);
    const { region, foundBy, ...others } = metadata;
    const { region: ofPlace, ...rules } = foundBy ?? {};
    if (json) {
      answer({
        ...{ encoding, encodingConfidence, source, text, edits, metadata: { ...others, place: region } },
        foundBy: { ...rules, ...(ofPlace !== undefined && { place: ofPlace }) },
      });
    } else {
      io.write(`${text}\n`);
    }
    return 0;
  },
};
