import path from 'node:path';
import { app, Menu } from 'electron';
import type * as Command from '#electron/cli/run-in-process.ts';
import { dataFolder } from '#services/data-folder.ts';
import { makeFolders } from '#services/store/make-folders.ts';
import { declareAppScheme } from './app-protocol.ts';
import { runApplication } from './application.ts';
import { commandArguments, parseLaunch } from './launch.ts';
import { disableNetworking } from './lockdown.ts';
import { existing, programPaths } from './paths.ts';

/** Entry of the program: the command where `--cli` asks for it, else the window. */
async function main(): Promise<void> {
  const resources = app.isPackaged ? process.resourcesPath : null;
  const paths = programPaths(__dirname, resources);
  const command = commandArguments(process.argv);
  if (command !== null) {
    await answerCommand(command, paths.pack);
    return;
  }
  const launch = parseLaunch(process.argv.slice(1), process.cwd());
  const dataDir = launch.dataDir ?? dataFolder({ fromCheckout: !app.isPackaged });
  disableNetworking();
  declareAppScheme();
  // Chromium's own files lie inside the data folder, so that two data folders are two independent programs.
  const profile = path.join(dataDir, 'window');
  // setPath wants the folder to be there.
  makeFolders(profile);
  app.setPath('userData', profile);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  // Else Electron makes a menu of its own at `ready`, which ours would take the place of.
  Menu.setApplicationMenu(null);
  void runApplication({ dataDir, paths, launch });
}

/**
 * `zhupi --cli …`: no window, no display; the process ends before Electron is ready. The command is a bundle of its own,
 * so that a start of the window does not read it.
 */
async function answerCommand(command: readonly string[], pack: string): Promise<void> {
  const { runInProcess } = require(path.join(__dirname, 'command.cjs')) as typeof Command;
  const code = await runInProcess(command, {
    packFiles: await existing(pack),
    dataDir: dataFolder({ fromCheckout: !app.isPackaged }),
  });
  app.exit(code);
}

/**
 * Settled when the command has answered, or at once for the window. The program's entry module waits for it, and
 * Electron for that module: so the command needs no display.
 */
export const commandAnswered: Promise<void> = main();
