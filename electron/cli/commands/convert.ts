import { readFile } from 'node:fs/promises';
import { ZhupiError } from '#core/base/app-error.ts';
import type { SourceScript, ViewScript } from '#core/report/script.ts';
import { SOURCE_SCRIPTS, VIEW_SCRIPTS } from '#core/report/script.ts';
import {
  type DoubtfulSpot,
  buildView,
  loadConverter,
  loadDoubtfulFinder,
  loadScriptDetector,
} from '#core/script/index.ts';
import { spanTuples } from '#core/text/offset-map.ts';
import { fileError, requireFile } from '#services/importers/plain-file.ts';
import type { Command, CommandContext } from '../command.ts';
import { linesAsBlocks } from '../lines-as-blocks.ts';

/** The names of the views, which people know from OpenCC, for the script that a text is in. */
const SCRIPT_OF_VIEW: Readonly<Record<string, SourceScript>> = {
  cn: 'Hans',
  t: 'Hant',
  tw: 'Hant-TW',
  twp: 'Hant-TW',
  hk: 'Hant-HK',
};

/** Characters shown on each side of a doubtful one. */
const AROUND = 4;

/** `zhupi convert --to SCRIPT [FILE]` */
export const convertCommand: Command = {
  name: 'convert',
  summary: 'convert a text into another script',
  usage: '--to SCRIPT [FILE]',
  example: 'echo 教育强国 | zhupi convert --to tw',
  needs: [],
  most: 1,
  options: {
    to: { kind: 'value', value: 'SCRIPT', allowed: VIEW_SCRIPTS, help: 'the script to make' },
    from: {
      kind: 'value',
      value: 'SCRIPT',
      allowed: [...SOURCE_SCRIPTS, ...Object.keys(SCRIPT_OF_VIEW)],
      help: 'the script of the text; else it is detected',
    },
    plain: { kind: 'flag', help: 'leave the list for official prose out' },
    punctuation: { kind: 'flag', help: 'let quotation marks follow the script' },
    doubtful: { kind: 'flag', help: 'list the characters that no phrase settles' },
  },
  run: async (context) => {
    const { command, option, flag, json, answer, io } = context;
    const to = option('to');
    if (to === undefined) {
      throw new ZhupiError('usage', { reason: 'argument-missing', command, word: '--to' });
    }
    const text = await readText(context);
    const from = option('from');
    const script =
      from === undefined
        ? (await loadScriptDetector()).detectScript(text)
        : (SCRIPT_OF_VIEW[from] ?? (from as SourceScript));
    const converter = await loadConverter(script, to as ViewScript, {
      overrides: !flag('plain'),
      punctuation: flag('punctuation'),
    });
    const view = buildView({ text, blocks: linesAsBlocks(text) }, converter);
    const doubtful = flag('doubtful')
      ? (await loadDoubtfulFinder(script, to as ViewScript, { overrides: !flag('plain') }))(text)
      : null;
    if (json) {
      const spots = doubtful?.map(({ start, end, shown, alternatives }) => ({
        start,
        end,
        shown,
        alternatives,
      }));
      answer({
        text: view.text,
        spans: spanTuples(view.map),
        ...(spots === undefined ? {} : { doubtful: spots }),
      });
    } else {
      io.write(view.text);
      for (const spot of doubtful ?? []) io.writeError(`${doubtfulLine(text, spot)}\n`);
    }
    return 0;
  },
};

/** Line and column from 1 in characters, the character with what is around it, what it became, what it may be. */
function doubtfulLine(text: string, { start, end, shown, alternatives }: DoubtfulSpot): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(0, lineStart).split('\n').length;
  const column = Array.from(text.slice(lineStart, start)).length + 1;
  const before = Array.from(text.slice(lineStart, start)).slice(-AROUND).join('');
  const after = Array.from(text.slice(end).split('\n', 1)[0] ?? '')
    .slice(0, AROUND)
    .join('');
  return `${line}:${column}\t${before}[${text.slice(start, end)}]${after}\t${shown}\t${alternatives.join(' ')}`;
}

async function readText({ positionals, resolve, io }: CommandContext): Promise<string> {
  const [file] = positionals;
  const path = file === undefined || file === '-' ? '-' : resolve(file, 'FILE');
  const bytes = path === '-' ? await io.readInput() : await readBytes(path);
  const { decodeBytes } = await import('#services/importers/decode-bytes.ts');
  try {
    return decodeBytes(bytes).text;
  } catch (error) {
    if (!(error instanceof ZhupiError)) throw error;
    throw new ZhupiError(error.code, { ...error.params, path }, { cause: error });
  }
}

/** What a shell has opened already, such as the output of a program in `<(…)`. */
const OPEN_ALREADY = /^\/dev\/(?:fd\/\d+|stdin)$/u;

async function readBytes(path: string): Promise<Uint8Array> {
  if (!OPEN_ALREADY.test(path)) await requireFile(path);
  try {
    return await readFile(path);
  } catch (cause) {
    throw fileError(cause, path);
  }
}
