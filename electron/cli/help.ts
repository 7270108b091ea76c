import type { Command, OptionSpec, OptionSpecs } from './command.ts';
import { COMMON_OPTIONS } from './parse-arguments.ts';

const GLOBAL_EXAMPLE = 'zhupi import ~/Reports && zhupi search 教育强国';

/** The help of the whole command. */
export function overallHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'zhupi: read, mark and export official Chinese reports, offline.',
    '',
    'Usage: zhupi COMMAND [ARGUMENTS] [OPTIONS]',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Options of every command:',
    ...optionLines(COMMON_OPTIONS),
    '',
    'REPORT is the id of a report or its unique beginning. zhupi COMMAND --help tells more.',
    'Exit codes: 0 done, 1 something failed, 2 wrong usage.',
    '',
    `Example: ${GLOBAL_EXAMPLE}`,
    '',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  return [
    `zhupi ${command.name}: ${command.summary}`,
    '',
    `Usage: zhupi ${command.name} ${command.usage}`.trimEnd(),
    '',
    'Options:',
    ...optionLines({ ...command.options, ...COMMON_OPTIONS }),
    '',
    `Example: ${command.example}`,
    '',
  ].join('\n');
}

function optionLines(specs: OptionSpecs): readonly string[] {
  const wordOf = (name: string, { value }: OptionSpec) =>
    `--${name}${value === undefined ? '' : ` ${value}`}`;
  const width = Math.max(...Object.entries(specs).map(([name, spec]) => wordOf(name, spec).length));
  return Object.entries(specs).map(([name, spec]) => {
    const short = spec.short === undefined ? '    ' : `-${spec.short}, `;
    const allowed = spec.allowed === undefined ? '' : ` (${spec.allowed.join(', ')})`;
    return `  ${short}${wordOf(name, spec).padEnd(width)}  ${spec.help}${allowed}`;
  });
}
