import { launch } from '../launch.ts';
import { ReaderWindow } from '../pages/reader-window.ts';

/** Leaves a report open, as a user who comes back finds it. */
export async function openOne(dataDir: string): Promise<void> {
  const launched = await launch({ dataDir });
  const reader = new ReaderWindow(launched);
  await reader.openReport(/./u);
  await reader.article.locator('> *').first().waitFor();
  await launched.app.close();
}
