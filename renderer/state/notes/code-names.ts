import { useCallback } from 'react';
import { labelOfCode } from '#core/annotations/codes-names.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '../window/use-window.ts';

/** What the code of a note is called: as the user named it, else by its colour; an id that no code has is its own name. */
export function useCodeName(): (code: string) => string {
  const { locale } = useMessages();
  const codes = useWindow((state) => state.codes);
  return useCallback((code: string) => labelOfCode(codes, code, locale), [codes, locale]);
}
