/** The languages of the interface and of the command's sentences. */
export const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * The interface language that fits a system's language tag (BCP 47 such as `zh-TW`, or POSIX such as `zh_CN.UTF-8`).
 * Chinese of Taiwan, Hong Kong, Macau or marked Hant is zh-Hant, other Chinese zh-Hans, anything else English.
 */
export function localeOf(tag: string): Locale {
  const parts = tag.replace(/\..*$/u, '').toLowerCase().split(/[-_]/u);
  if (parts[0] !== 'zh') return 'en';
  if (parts.includes('hans')) return 'zh-Hans';
  return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
}
