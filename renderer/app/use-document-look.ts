import { useEffect, useSyncExternalStore } from 'react';
import { writeCodeColours } from '../dom/code-colour.ts';
import { localeInUse } from '../state/window/settings-slice.ts';
import { useWindow } from '../state/window/use-window.ts';

const darkSystem = '(prefers-color-scheme: dark)';

function listenToSystem(changed: () => void): () => void {
  const query = matchMedia(darkSystem);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/**
 * Writes the settings of looks onto the root element: language, theme, and the custom properties that the reading text
 * is laid out with (--reading-size, --reading-line-height, --reading-width, --reading-indent), and the colours of codes.
 */
export function useDocumentLook(): void {
  const locale = useWindow(localeInUse);
  // One by one: a change of other settings draws nothing again.
  const theme = useWindow((state) => state.settings.theme);
  const readingFont = useWindow((state) => state.settings.readingFont);
  const fontSize = useWindow((state) => state.settings.fontSize);
  const lineHeight = useWindow((state) => state.settings.lineHeight);
  const lineLength = useWindow((state) => state.settings.lineLength);
  const firstLineIndent = useWindow((state) => state.settings.firstLineIndent);
  const systemIsDark = useSyncExternalStore(listenToSystem, () => matchMedia(darkSystem).matches);
  const codes = useWindow((state) => state.codes);
  useEffect(() => writeCodeColours(document.documentElement, codes), [codes]);
  useEffect(() => {
    const root = document.documentElement;
    root.lang = locale;
    root.dataset['theme'] = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;
    root.dataset['readingFont'] = readingFont;
  }, [locale, theme, readingFont, systemIsDark]);
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--reading-size', `${fontSize}px`);
    style.setProperty('--reading-line-height', String(lineHeight));
    style.setProperty('--reading-width', `${lineLength}em`);
    style.setProperty('--reading-indent', firstLineIndent ? '2em' : '0');
  }, [fontSize, lineHeight, lineLength, firstLineIndent]);
}
