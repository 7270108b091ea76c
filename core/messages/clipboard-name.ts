import type { Locale } from '../base/locale.ts';

/** What a report from the clipboard is called when its text has no title. */
export const CLIPBOARD_NAME: Readonly<Record<Locale, string>> = {
  'zh-Hans': '剪贴板',
  'zh-Hant': '剪貼簿',
  en: 'Clipboard',
};
