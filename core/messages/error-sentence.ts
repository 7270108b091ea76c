import type { AppError } from '../base/app-error.ts';
import type { Locale } from '../base/locale.ts';
import type { ErrorCatalogue, ErrorVariant } from './error-catalogue.ts';
import { ERRORS_EN } from './errors-en.ts';
import { ERRORS_ZH_HANS } from './errors-zh-hans.ts';
import { ERRORS_ZH_HANT } from './errors-zh-hant.ts';
import { printable } from './printable.ts';

/** The sentences of a language, by error code. */
export const ERROR_CATALOGUES: Readonly<Record<Locale, ErrorCatalogue>> = {
  en: ERRORS_EN,
  'zh-Hans': ERRORS_ZH_HANS,
  'zh-Hant': ERRORS_ZH_HANT,
};

/** The one sentence that tells a user what went wrong, with which file, and what to do. A parameter that is missing shows as `…`. */
export function errorSentence(error: AppError, locale: Locale): string {
  const catalogue = ERROR_CATALOGUES[locale];
  const variant = `${error.code}.${error.params['reason'] ?? ''}`;
  const pattern = isVariant(variant, catalogue) ? catalogue[variant] : catalogue[error.code];
  return pattern.replace(/\{(\w+)\}/gu, (_all, name: string) => printable(String(error.params[name] ?? '…')));
}

function isVariant(key: string, catalogue: ErrorCatalogue): key is ErrorVariant {
  return Object.hasOwn(catalogue, key);
}
