import type { Locale } from '#core/base/locale.ts';
import { localize } from '#renderer/i18n/define-messages.ts';
import type { Localized } from '#renderer/i18n/define-messages.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { notebook } from '#renderer/i18n/messages/notebook.ts';

type NotebookWords = Localized<typeof notebook>;

const made = new Map<Locale, NotebookWords>();

/** The sentences of the list of notes; they come with the list, so that the start does not wait for them. */
export function notebookWords(locale: Locale): NotebookWords {
  const known = made.get(locale) ?? localize(notebook, locale);
  made.set(locale, known);
  return known;
}

export function useNotebookWords(): NotebookWords {
  return notebookWords(useMessages().locale);
}
