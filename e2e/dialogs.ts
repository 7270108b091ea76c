import type { ElectronApplication } from '@playwright/test';

/** The inspector now and then loses an answer to garbage collection; what is asked here may be done twice. */
async function surely(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!String(error).includes('garbage collected')) throw error;
    await work();
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

/** Answers the system's next save dialogs with a path. */
export async function answerSaveDialogs(app: ElectronApplication, path: string): Promise<void> {
  await surely(() =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, path),
  );
}
