import type { Library } from '../library-types.ts';
import { changeMetadata } from './change-metadata.ts';
import { correctText } from './correct-text.ts';
import { decideEdits } from './decide-edits.ts';
import type { ReportChangesDeps } from './deps.ts';
import { listVersions } from './list-versions.ts';
import { placeNote } from './place-note.ts';

/** Whom a change is told to, behind the call that made it. */
interface Listeners {
  /** Something about a report or its notes changed. */
  readonly changed: () => void;
  /** What is searched changed as well. */
  readonly textChanged: () => void;
}

/** The calls that change a report. */
export function reportChangeCalls(deps: ReportChangesDeps, { changed, textChanged }: Listeners) {
  const tell = <T>(answer: T): T => {
    changed();
    return answer;
  };
  const tellText = <T>(answer: T): T => {
    textChanged();
    return answer;
  };
  const later = async <T>(answer: T | Promise<T>): Promise<T> => tell(await answer);
  return {
    decideEdits: (request) => later(decideEdits(deps, request)),
    correctText: (request) => later(correctText(deps, request)),
    changeMetadata: (request) => tellText(changeMetadata(deps, request)),
    listVersions: ({ reportId }) => listVersions(deps, reportId),
    placeNote: (request) => tell(placeNote(deps, request)),
    // What reads files and places notes is loaded when it is first asked for.
    reopenWithEncoding: async (request) => {
      const { reopenWithEncoding } = await import('./reopen-with-encoding.ts');
      return tellText(await reopenWithEncoding(deps, request));
    },
    replaceText: async (request) => {
      const { replaceText } = await import('./replace-text.ts');
      return tellText(await replaceText(deps, request));
    },
    noteCandidates: async ({ id }) => {
      const { noteCandidates } = await import('./note-candidates.ts');
      return noteCandidates(deps, id);
    },
    copyOriginal: async (request) => {
      const { copyOriginal } = await import('./originals.ts');
      return copyOriginal(deps, request);
    },
    originalName: async ({ reportId }) => {
      const { originalName } = await import('./originals.ts');
      return { name: originalName(deps, reportId) };
    },
  } satisfies Partial<Library>;
}
