import type { ElectronApplication } from '@playwright/test';
import { surely } from './dialogs.ts';

/** What another program has copied: its text, and its HTML where it knows any. */
interface Copied {
  readonly text: string;
  readonly html?: string;
}

/** Puts something on the system's clipboard in place of all that is there. */
export async function copyToClipboard(app: ElectronApplication, copied: Copied): Promise<void> {
  await surely(() =>
    app.evaluate(async ({ clipboard, ClipboardItem }, { text, html }) => {
      const older = clipboard as unknown as {
        readonly writeHTML?: unknown;
        readonly clear: () => void;
        readonly write: (data: Copied) => void;
      };
      // Electron before its clipboard followed the web's.
      if (older.writeHTML !== undefined) {
        older.clear();
        older.write(html === undefined ? { text } : { text, html });
        return;
      }
      const kinds = html === undefined ? {} : { 'text/html': html };
      await clipboard.write([new ClipboardItem({ 'text/plain': text, ...kinds })]);
    }, copied),
  );
}
