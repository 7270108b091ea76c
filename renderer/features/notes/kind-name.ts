import type { useNotebookWords } from './notebook-words.ts';

/** The name of a kind of note for people. */
export function kindName(words: ReturnType<typeof useNotebookWords>, kind: string): string {
  switch (kind) {
    case 'underline':
      return words.kindUnderline;
    case 'note':
      return words.kindNote;
    case 'bookmark':
      return words.kindBookmark;
    default:
      return words.kindHighlight;
  }
}
