import { createContext, useContext } from 'react';
import { messagesOf } from './catalogue.ts';
import type { Messages } from './catalogue.ts';

/** Given by the shell from the language setting; English where nothing was given. */
export const MessagesContext = createContext<Messages>(messagesOf('en'));

/** The sentences of the interface in the user's language: `useMessages().library.import`. */
export function useMessages(): Messages {
  return useContext(MessagesContext);
}
