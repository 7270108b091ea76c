import { useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '#core/ipc/settings.ts';
import { writeCodeColours } from '../dom/code-colour.ts';
import { localeInUse } from '../state/settings-slice.ts';
import { useWindow } from '../state/use-window.ts';

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
  const settings = useWindow((state) => state.settings);
  const systemIsDark = useSyncExternalStore(listenToSystem, () => matchMedia(darkSystem).matches);
  const { theme, readingFont } = settings;
  const codes = useWindow((state) => state.codes);
  useEffect(() => writeCodeColours(document.documentElement, codes), [codes]);
  useEffect(() => {
    const root = document.documentElement;
    root.lang = locale;
    root.dataset['theme'] = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;
    root.dataset['readingFont'] = readingFont;
    for (const [name, value] of readingProperties(settings)) root.style.setProperty(name, value);
  }, [locale, theme, readingFont, systemIsDark, settings]);
}

function readingProperties(settings: Settings): readonly (readonly [string, string])[] {
  return [
    ['--reading-size', `${settings.fontSize}px`],
    ['--reading-line-height', String(settings.lineHeight)],
    ['--reading-width', `${settings.lineLength}em`],
    ['--reading-indent', settings.firstLineIndent ? '2em' : '0'],
  ];
}
