import type { AppError } from '#core/base/app-error.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import type { Messages } from './catalogue.ts';

/** What went wrong and what to do about it, in the language of the interface. */
export function errorText(error: AppError, messages: Messages): string {
  return errorSentence(error, messages.locale);
}
