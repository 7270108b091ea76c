import type { Locale } from '#core/base/locale.ts';
import { localize, type Localized } from '#renderer/i18n/define-messages.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { backup } from '#renderer/i18n/messages/backup.ts';

export type BackupWords = Localized<typeof backup>;

const known = new Map<Locale, BackupWords>();

/** The words of these dialogs, which come with them: a start does not read them. */
export function useBackupWords(): BackupWords {
  const { locale } = useMessages();
  const words = known.get(locale) ?? localize(backup, locale);
  known.set(locale, words);
  return words;
}
