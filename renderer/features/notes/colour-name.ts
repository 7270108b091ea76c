import { BUILT_IN_CODES } from '#core/annotations/codes.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';

/** The name of a code for people; a code of their own goes by its id. */
export function colourName(messages: Messages, code: string): string {
  const known = BUILT_IN_CODES.find((each) => each === code);
  return known === undefined ? code || messages.notes.otherColour : messages.common[known];
}
