import type { Locale } from '#core/base/locale.ts';
import { localize } from './define-messages.ts';
import { concordance, trend } from './messages/concordance.ts';
import { find } from './messages/find.ts';
import { operators, savedSearches, suggest } from './messages/suggest.ts';
import { useMessages } from './messages-context.ts';

function build(locale: Locale) {
  return {
    concordance: localize(concordance, locale),
    trend: localize(trend, locale),
    find: localize(find, locale),
    suggest: localize(suggest, locale),
    operators: localize(operators, locale),
    savedSearches: localize(savedSearches, locale),
  };
}

type LateMessages = Readonly<ReturnType<typeof build>>;

const built = new Map<Locale, LateMessages>();

/** Sentences of parts that are loaded when they are first shown: the first page does without them. */
export function lateMessagesOf(locale: Locale): LateMessages {
  const known = built.get(locale);
  if (known) return known;
  const messages = build(locale);
  built.set(locale, messages);
  return messages;
}

export function useLateMessages(): LateMessages {
  return lateMessagesOf(useMessages().locale);
}
