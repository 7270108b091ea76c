import { clipboard } from 'electron';
import { ZhupiError } from '#core/base/app-error.ts';
import type { Result } from '#core/base/result.ts';
import type { ImportSummary } from '#core/ipc/payloads.ts';
import type { LibraryHost } from './library-host.ts';

/**
 * A new report of what is on the clipboard: of its HTML, which knows headings and tables, where that holds any text, else of
 * its plain text. Throws `clipboard-empty` when it holds neither.
 * @param name the report's when its text has no title
 */
export async function importClipboard(library: LibraryHost, name: string): Promise<Result<ImportSummary>> {
  const [html, text] = [await readHtml(), await clipboard.readText()];
  const [hasHtml, hasText] = [html.trim() !== '', text.trim() !== ''];
  if (!hasHtml && !hasText) throw new ZhupiError('clipboard-empty');
  const fromText = () => library.call('importBytes', { name, kind: '.txt', content: text });
  if (!hasHtml) return fromText();
  const answer = await library.call('importBytes', { name, kind: '.html', content: html });
  if (!answer.ok) return answer;
  const error = answer.value.told[0]?.error;
  if (error === undefined || error === null) return answer;
  if (hasText) return fromText();
  // HTML without text, such as a copied picture.
  if (error.code === 'file-empty') throw new ZhupiError('clipboard-empty');
  return answer;
}

/** Electron before its clipboard followed the web's. */
interface OlderClipboard {
  readonly readHTML?: () => string;
}

async function readHtml(): Promise<string> {
  const older: OlderClipboard = clipboard as unknown as OlderClipboard;
  if (older.readHTML !== undefined) return older.readHTML();
  const item = (await clipboard.read()).find(({ types }) => types.includes('text/html'));
  return item === undefined ? '' : (await item.getType('text/html')).text();
}
