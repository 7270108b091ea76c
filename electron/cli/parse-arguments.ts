import { ZhupiError } from '#core/base/app-error.ts';
import type { OptionSpec, OptionSpecs, ParsedArguments } from './command.ts';

/** Options that every command has. */
export const COMMON_OPTIONS: OptionSpecs = {
  json: { kind: 'flag', help: 'answer as JSON' },
  'data-dir': { kind: 'value', value: 'DIR', help: 'the data folder to use' },
  help: { kind: 'flag', short: 'h', help: 'show this help' },
  version: { kind: 'flag', help: 'show the version' },
};

/**
 * Parses the arguments behind a command's name. An option's value is the next argument whatever it begins with, or what
 * follows `=`; `--` ends the options; `-` alone, and `-` before a character beyond ASCII, are arguments.
 *
 * (node:util parseArgs refuses a value that begins with a hyphen, and quotes of reports do.)
 * @throws ZhupiError `usage`
 */
export function parseArguments(
  command: string,
  specs: OptionSpecs,
  arguments_: readonly string[],
): ParsedArguments {
  const positionals: string[] = [];
  const options = new Map<string, readonly string[]>();
  const usage = (reason: string, params: Readonly<Record<string, string>>) =>
    new ZhupiError('usage', { reason, command, ...params });
  for (let at = 0; at < arguments_.length; at += 1) {
    const word = arguments_[at] ?? '';
    if (word === '--') {
      positionals.push(...arguments_.slice(at + 1));
      break;
    }
    if (!/^-[!-~]/u.test(word)) {
      positionals.push(word);
      continue;
    }
    const [name, spec, inline] = findOption(word, specs) ?? [];
    if (name === undefined || spec === undefined) throw usage('option-unknown', { word });
    let value = '';
    if (spec.kind === 'flag') {
      if (inline !== undefined) throw usage('option-value-wrong', { word, value: inline, allowed: '–' });
    } else {
      if (inline === undefined) at += 1;
      const given = inline ?? arguments_[at];
      if (given === undefined) throw usage('option-value-missing', { word });
      if (spec.allowed !== undefined && !spec.allowed.includes(given)) {
        throw usage('option-value-wrong', { word, value: given, allowed: spec.allowed.join(', ') });
      }
      value = given;
    }
    options.set(name, spec.kind === 'list' ? [...(options.get(name) ?? []), value] : [value]);
  }
  return { positionals, options };
}

/** The same words with the command's name in front of the common options that stand before it; empty where none is named. */
export function commandFirst(argv: readonly string[]): readonly string[] {
  let at = 0;
  for (;;) {
    const [, spec, inline] = findOption(argv[at] ?? '', COMMON_OPTIONS) ?? [];
    if (spec === undefined) break;
    at += spec.kind === 'flag' || inline !== undefined ? 1 : 2;
  }
  const command = argv[at];
  return command === undefined ? [] : [command, ...argv.slice(0, at), ...argv.slice(at + 1)];
}

function findOption(
  word: string,
  specs: OptionSpecs,
): readonly [name: string, spec: OptionSpec, inline: string | undefined] | undefined {
  if (!word.startsWith('--')) {
    if (!word.startsWith('-')) return undefined;
    const short = Object.entries(specs).find(([, spec]) => spec.short === word.slice(1));
    return short === undefined ? undefined : [short[0], short[1], undefined];
  }
  const equals = word.indexOf('=');
  const name = word.slice(2, equals < 0 ? undefined : equals);
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  return spec === undefined ? undefined : [name, spec, equals < 0 ? undefined : word.slice(equals + 1)];
}

/**
 * A whole number that an option gives.
 * @throws ZhupiError `usage`
 */
export function wholeNumber(
  command: string,
  option: string,
  value: string,
  least: number,
  most: number,
): number {
  const number = /^\d{1,9}$/u.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  const params = { reason: 'option-value-wrong', command, word: `--${option}`, value };
  throw new ZhupiError('usage', { ...params, allowed: `${least}–${most}` });
}
