import path from 'node:path';
import { toAppError, ZhupiError } from '#core/base/app-error.ts';
import type { AppError } from '#core/base/app-error.ts';
import type { Locale } from '#core/base/locale.ts';
import { localeOf } from '#core/base/locale.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import { printable } from '#core/messages/printable.ts';
import type { Library } from '#services/library-types.ts';
import { AmbiguousQuote, wordsOf } from './ambiguous-quote.ts';
import type { Command, CommandContext, ExitCode, ParsedArguments } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { COMMANDS } from './commands/index.ts';
import { commandHelp, overallHelp } from './help.ts';
import { commandFirst, COMMON_OPTIONS, parseArguments } from './parse-arguments.ts';

/**
 * Runs `zhupi` with the arguments behind its name. Never throws: what fails is said on stderr, or as JSON on stdout, in
 * the language of LC_ALL, LC_MESSAGES or LANG.
 * @returns 0 done, 1 something failed, 2 wrong usage
 */
export async function runCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const locale = localeOf(systemLanguage(io.env));
  // Even a command line that cannot be parsed is answered as its --json asks.
  const json = argv.includes('--json');
  try {
    return await runNamed(argv, io, locale);
  } catch (thrown) {
    const error = toAppError(thrown);
    const places = thrown instanceof AmbiguousQuote ? thrown.places : null;
    if (json) {
      const message = errorSentence(error, locale);
      const listed = places === null ? {} : { places };
      io.write(`${JSON.stringify({ error: { code: error.code, message, ...listed } })}\n`);
    } else if (places === null) {
      io.writeError(`${errorSentence(error, locale)}\n`);
    } else {
      const params = { ...error.params, reason: 'below' };
      io.writeError(`${errorSentence({ ...error, params }, locale)}\n`);
      for (const place of places) io.writeError(`${printable(wordsOf(place))}\n`);
    }
    return exitCodeOf(error);
  }
}

/** The language of messages by POSIX's rules; English when none is set. */
export function systemLanguage(env: CommandIo['env']): string {
  return env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en';
}

function exitCodeOf(error: AppError): ExitCode {
  return ['usage', 'query-bad', 'note-limit'].includes(error.code) ? 2 : 1;
}

async function runNamed(argv: readonly string[], io: CommandIo, locale: Locale): Promise<ExitCode> {
  const [first = '', ...rest] = commandFirst(argv);
  if (argv[0] === '--version') {
    io.write(`${io.version}\n`);
    return 0;
  }
  if (first === 'help' || (first === '' && argv.some((word) => word === '--help' || word === '-h'))) {
    io.write(overallHelp(COMMANDS));
    return 0;
  }
  if (first === '') throw new ZhupiError('usage', { reason: 'command-missing' });
  const command = COMMANDS.find(({ name }) => name === first);
  if (command === undefined) throw new ZhupiError('usage', { reason: 'command-unknown', word: first });
  const parsed = parseArguments(first, { ...command.options, ...COMMON_OPTIONS }, rest);
  if (parsed.options.has('help')) {
    io.write(commandHelp(command));
    return 0;
  }
  if (parsed.options.has('version')) {
    io.write(`${io.version}\n`);
    return 0;
  }
  requireArguments(command, parsed);
  return runParsed(command, parsed, io, locale);
}

function requireArguments(command: Command, { positionals }: ParsedArguments): void {
  const missing = command.needs[positionals.length];
  if (missing !== undefined) {
    throw new ZhupiError('usage', { reason: 'argument-missing', command: command.name, word: missing });
  }
  const surplus = positionals[command.most];
  if (surplus !== undefined) {
    throw new ZhupiError('usage', { reason: 'argument-surplus', command: command.name, word: surplus });
  }
}

async function runParsed(
  command: Command,
  { positionals, options }: ParsedArguments,
  io: CommandIo,
  locale: Locale,
): Promise<ExitCode> {
  const json = options.has('json');
  const resolve = (file: string, word = command.needs[0] ?? 'PATH') => {
    if (file === '') {
      throw new ZhupiError('usage', { reason: 'argument-empty', command: command.name, word });
    }
    return path.resolve(io.cwd, file);
  };
  const dataDir = resolve(options.get('data-dir')?.[0] ?? io.dataDir, '--data-dir');
  let opened: Promise<Library> | undefined;
  const context: CommandContext = {
    command: command.name,
    positionals,
    option: (name) => options.get(name)?.at(-1),
    options: (name) => options.get(name) ?? [],
    flag: (name) => options.has(name),
    json,
    locale,
    io,
    dataDir,
    resolve,
    library: () => (opened ??= openLibrary(io, dataDir)),
    say: (line) => {
      if (!json) io.write(`${line.split('\t').map(printable).join('\t')}\n`);
    },
    answer: (document) => {
      io.write(`${JSON.stringify(document)}\n`);
    },
  };
  try {
    return await command.run(context);
  } finally {
    // A library that did not open has said why already.
    const library = await opened?.catch(() => undefined);
    await library?.close();
  }
}

async function openLibrary(io: CommandIo, dataDir: string): Promise<Library> {
  const library = await io.openLibrary({
    dataDir,
    packFiles: io.packFiles,
    now: Date.now,
    actor: 'command',
    onEvent: () => undefined,
  });
  await library.loadPacks();
  return library;
}
