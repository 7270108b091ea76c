import { themeColours } from '#renderer/dom/code-colour.ts';
import { highlightRules, PageSheet } from '#renderer/dom/highlight-sheet.ts';

const sheets = new WeakMap<Document, PageSheet>();

/** Writes the colours of these codes' highlights as the theme has them, now and after each change of theme or of codes. */
export function followTheme(page: Document, codes: readonly string[]): () => void {
  const root = page.documentElement;
  const sheet = sheets.get(page) ?? new PageSheet(page);
  sheets.set(page, sheet);
  const write = (): void => sheet.write(highlightRules(themeColours(root, codes)));
  write();
  const state = (): string => `${root.dataset['theme'] ?? ''} ${root.dataset['codes'] ?? ''}`;
  let theme = state();
  const observer = new MutationObserver(() => {
    // Written again without a change it is told too; reading colours then would restyle the page for nothing.
    if (state() === theme) return;
    theme = state();
    write();
  });
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme', 'data-codes'] });
  return () => observer.disconnect();
}
