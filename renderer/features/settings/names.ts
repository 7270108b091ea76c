import type { Locale } from '#core/base/locale.ts';
import type { Settings } from '#core/ipc/settings.ts';
import type { ViewScript } from '#core/report/script.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';

type Words = Messages['settings'];

/** Names of the themes. */
export function themeNames(words: Words): Readonly<Record<Settings['theme'], string>> {
  return {
    system: words.themeSystem,
    light: words.themeLight,
    sepia: words.themeSepia,
    dark: words.themeDark,
  };
}

/** Names of the reading fonts. */
export function fontNames(words: Words): Readonly<Record<Settings['readingFont'], string>> {
  return { serif: words.fontSerif, sans: words.fontSans, kai: words.fontKai };
}

/** Full names of the views. */
export function scriptNames(words: Messages['reader']): Readonly<Record<ViewScript, string>> {
  return {
    source: words.scriptSourceName,
    cn: words.scriptCnName,
    t: words.scriptTName,
    tw: words.scriptTwName,
    twp: words.scriptTwpName,
    hk: words.scriptHkName,
  };
}

/** Languages, each in its own words. */
export function languageNames(words: Words): Readonly<Record<'system' | Locale, string>> {
  return { system: words.languageSystem, 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };
}
