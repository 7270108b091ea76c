import os from 'node:os';
import path from 'node:path';

export interface DataFolderOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  readonly home?: string;
  /** Run from a checkout, not as an installed program: its data are apart. */
  readonly fromCheckout: boolean;
}

/**
 * Absolute path of the data folder, found without Electron so that window and command agree: ZHUPI_DATA_DIR, else the
 * platform's folder for application data and `Zhupi`, or `Zhupi-dev` from a checkout. Nothing is made.
 */
export function dataFolder(options: DataFolderOptions): string {
  const env = options.env ?? process.env;
  const chosen = env['ZHUPI_DATA_DIR'];
  if (chosen !== undefined && chosen !== '') return path.resolve(chosen);
  const name = options.fromCheckout ? 'Zhupi-dev' : 'Zhupi';
  return path.join(
    applicationData(env, options.platform ?? process.platform, options.home ?? os.homedir()),
    name,
  );
}

/** Rows of the list of reports for the next start: see kept-list.ts. */
export function keptListFile(dataDir: string): string {
  return path.join(dataDir, 'list.json');
}

function applicationData(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  switch (platform) {
    case 'win32':
      return absolute(env['APPDATA']) ?? path.join(home, 'AppData', 'Roaming');
    case 'darwin':
      return path.join(home, 'Library', 'Application Support');
    default:
      // The XDG base directories forbid relative paths; Electron's appData is here too.
      return absolute(env['XDG_CONFIG_HOME']) ?? path.join(home, '.config');
  }
}

function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && (path.isAbsolute(folder) || path.win32.isAbsolute(folder))
    ? folder
    : undefined;
}
