import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkout, sharedReports } from '../../launch.ts';

/** Texts of a script, where they stand beside the checkout; the newest reports first, the long statutes behind them. */
const FOLDERS = {
  Hans: ['reports-hans/cpc-congress', 'reports-hans/gwr-provincial-2026', 'reports-hans/laws'],
  Hant: ['reports-hant/tw-mofa', 'reports-hant/tw-laws'],
} as const;

/**
 * Exactly `length` UTF-16 units of real texts of a script, read one after the other; null for Traditional where there are
 * no such texts beside the checkout. Simplified then comes from the bundled reports, over and over.
 */
export function realText(script: keyof typeof FOLDERS, length: number): string | null {
  const corpora = path.join(path.dirname(sharedReports), 'corpora');
  const folders = FOLDERS[script].map((folder) => path.join(corpora, folder)).filter(existsSync);
  if (folders.length === 0 && script === 'Hant') return null;
  const sources = folders.length > 0 ? folders : [path.join(checkout, 'corpus', 'reports')];
  const files = sources.flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => path.join(folder, name)),
  );
  let text = '';
  for (let i = 0; text.length < length; i += 1) {
    text += `${readFileSync(files[i % files.length] as string, 'utf8')}\n`;
  }
  return text.slice(0, length);
}
