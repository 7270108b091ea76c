import { setTimeout as delay } from 'node:timers/promises';
import type { ElectronApplication } from '@playwright/test';

/** How often the main process is asked again. */
const TRIES = 50;

/**
 * Asks the main process. Its inspector now and then loses an answer to garbage collection, on a busy machine several times
 * in a row; so what is asked here must bear to be done more than once.
 */
export async function surely<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !String(error).includes('garbage collected')) throw error;
      await delay(100);
    }
  }
}

/**
 * Answers the system's next open dialogs with paths, as a user would. The dialog itself belongs to the system and cannot
 * be driven; everything behind it is real. An empty list cancels.
 */
export async function answerOpenDialogs(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await surely(() =>
    app.evaluate(
      ({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePaths: chosen });
      },
      [...paths],
    ),
  );
}

/** The same for dialogs that ask for folders; one that asks for files is as if it were cancelled. */
export async function answerFolderDialogs(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await surely(() =>
    app.evaluate(
      ({ dialog }, chosen) => {
        dialog.showOpenDialog = (...asked: unknown[]) => {
          const { properties } = asked.at(-1) as { readonly properties?: readonly string[] };
          const folders = properties?.includes('openDirectory') ?? false;
          return Promise.resolve({ canceled: !folders, filePaths: folders ? chosen : [] });
        };
      },
      [...paths],
    ),
  );
}

/** Answers the system's next save dialogs with a path. */
export async function answerSaveDialogs(app: ElectronApplication, path: string): Promise<void> {
  await surely(() =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, path),
  );
}
