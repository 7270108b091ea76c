import type { Locale } from '#core/base/locale.ts';

/** One message in every language: a sentence, or a function from its parameters to one. */
type Message = Readonly<Record<Locale, string>> | Readonly<Record<Locale, (params: never) => string>>;

type Catalogue = Readonly<Record<string, Message>>;

/** A catalogue in one language. */
export type Localized<C extends Catalogue> = {
  readonly [K in keyof C]: C[K] extends Readonly<Record<Locale, string>> ? string : C[K]['en'];
};

/** Types a feature's messages; a key without one of the three languages does not compile. */
export function defineMessages<C extends Catalogue>(catalogue: C): C {
  return catalogue;
}

/** The catalogue's sentences of one language. */
export function localize<C extends Catalogue>(catalogue: C, locale: Locale): Localized<C> {
  const entries = Object.entries(catalogue).map(([key, message]) => [key, message[locale]]);
  return Object.fromEntries(entries) as Localized<C>;
}

/** A count as all three languages write it: 12,000. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}

/** English: "1 note", "2 notes". */
export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
