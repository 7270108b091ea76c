import type { LibraryOptions, Library } from '#services/library-types.ts';

/** Everything a command touches outside itself, so that tests and the packaged program give their own. */
export interface CommandIo {
  /** Where the user stands; absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** The data folder unless `--data-dir` names another. */
  readonly dataDir: string;
  /** Packs of the program that are really there. */
  readonly packFiles: readonly string[];
  readonly stderrIsTerminal: boolean;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly readInput: () => Promise<Uint8Array>;
  readonly openLibrary: (options: LibraryOptions) => Promise<Library>;
  /** Calls the listener when the user interrupts, instead of ending at once; the answer takes it away again. */
  readonly onInterrupt: (listener: () => void) => () => void;
}
