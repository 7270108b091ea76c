import { useCallback } from 'react';
import type { Annotation } from '#core/annotations/record.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useCodeName } from '#renderer/state/notes/code-names.ts';
import { useNotebookWords } from './notebook-words.ts';

/** Says a note to a screen reader: what it is, in which colour, and what the user wrote. */
export function useNoteAloud(): (note: Annotation) => string {
  const { reader } = useMessages();
  const words = useNotebookWords();
  const nameOf = useCodeName();
  return useCallback(
    ({ kind, code, note }: Annotation) => {
      const colour = nameOf(code);
      if (kind === 'underline') return words.aloudUnderline({ colour, note });
      return kind === 'bookmark' ? words.aloudBookmark({ note }) : reader.paragraphNote({ colour, note });
    },
    [reader, words, nameOf],
  );
}
