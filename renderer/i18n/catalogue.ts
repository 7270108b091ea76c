import type { Locale } from '#core/base/locale.ts';
import { localize } from './define-messages.ts';
import { app } from './messages/app.ts';
import { codes } from './messages/codes.ts';
import { common } from './messages/common.ts';
import { doubtful } from './messages/doubtful.ts';
import { exporting } from './messages/export.ts';
import { library } from './messages/library.ts';
import { notes } from './messages/notes.ts';
import { outline } from './messages/outline.ts';
import { reader } from './messages/reader.ts';
import { report } from './messages/report.ts';
import { repair } from './messages/repair.ts';
import { search } from './messages/search.ts';
import { settings } from './messages/settings.ts';

function build(locale: Locale) {
  return {
    locale,
    common: localize(common, locale),
    app: localize(app, locale),
    codes: localize(codes, locale),
    library: localize(library, locale),
    settings: localize(settings, locale),
    reader: localize(reader, locale),
    notes: localize(notes, locale),
    outline: localize(outline, locale),
    report: localize(report, locale),
    repair: localize(repair, locale),
    search: localize(search, locale),
    exporting: localize(exporting, locale),
    doubtful: localize(doubtful, locale),
  };
}

/** Every sentence of the interface in one language. */
export type Messages = Readonly<ReturnType<typeof build>>;

const built = new Map<Locale, Messages>();

/** The sentences of a language; the same object each time, so that it can stand in a dependency list. */
export function messagesOf(locale: Locale): Messages {
  const known = built.get(locale);
  if (known) return known;
  const messages = build(locale);
  built.set(locale, messages);
  return messages;
}
