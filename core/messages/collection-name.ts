import type { Locale } from '../base/locale.ts';

/** What a file is called that takes the notes of several reports, until the user names it. */
export const COLLECTION_NAME: Readonly<Record<Locale, string>> = {
  'zh-Hans': '批注',
  'zh-Hant': '註記',
  en: 'Notes',
};
