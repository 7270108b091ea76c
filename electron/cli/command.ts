import type { Locale } from '#core/base/locale.ts';
import type { Library } from '#services/library-types.ts';
import type { CommandIo } from './command-io.ts';

/** An option of a command. */
export interface OptionSpec {
  /** `flag` takes no value; `list` may be given several times. */
  readonly kind: 'flag' | 'value' | 'list';
  /** What stands for the value in the help. */
  readonly value?: string;
  /** One letter, for `-o`. */
  readonly short?: string;
  /** The only values there are. */
  readonly allowed?: readonly string[];
  readonly help: string;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** What a command line said. */
export interface ParsedArguments {
  readonly positionals: readonly string[];
  /** Every value of an option, in order; a flag that is set has one empty value. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** One command of `zhupi`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The arguments as the help shows them. */
  readonly usage: string;
  readonly example: string;
  /** Names of the arguments that must stand there, and whether more may follow. */
  readonly needs: readonly string[];
  readonly most: number;
  readonly options: OptionSpecs;
  /** The answer is the exit code. Throws ZhupiError for what fails as a whole. */
  readonly run: (context: CommandContext) => Promise<ExitCode>;
}

/** Done; something failed; wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What a command works with. */
export interface CommandContext {
  readonly command: string;
  readonly positionals: readonly string[];
  readonly option: (name: string) => string | undefined;
  readonly options: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  readonly json: boolean;
  readonly locale: Locale;
  readonly io: CommandIo;
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  /**
   * Absolute path of an argument, which counts from where the user stands. Throws `usage` for an empty one, such as a
   * variable that is not set, which would mean that folder itself.
   * @param word the argument or option that named it; left out, the first argument
   */
  readonly resolve: (path: string, word?: string) => string;
  /** Opens the data folder at the first call, packs loaded; it is closed when the command ends. */
  readonly library: () => Promise<Library>;
  /** Text for people on stdout, with a line end. Says nothing with --json. */
  readonly say: (line: string) => void;
  /** A JSON document on a line of stdout. */
  readonly answer: (document: unknown) => void;
}
