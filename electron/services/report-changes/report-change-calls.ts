import type { Library } from '../library-types.ts';
import { changeMetadata } from './change-metadata.ts';
import { correctText } from './correct-text.ts';
import { decideEdits } from './decide-edits.ts';
import type { ReportChangesDeps } from './deps.ts';
import { listVersions } from './list-versions.ts';
import { placeNote } from './place-note.ts';

/** The calls that change a report; `told` tells the windows behind each that did. */
export function reportChangeCalls(deps: ReportChangesDeps, told: () => void) {
  const tell = <T>(answer: T): T => {
    told();
    return answer;
  };
  const later = async <T>(answer: T | Promise<T>): Promise<T> => tell(await answer);
  return {
    decideEdits: (request) => later(decideEdits(deps, request)),
    correctText: (request) => later(correctText(deps, request)),
    changeMetadata: (request) => tell(changeMetadata(deps, request)),
    listVersions: ({ reportId }) => listVersions(deps, reportId),
    placeNote: (request) => tell(placeNote(deps, request)),
    // What reads files and places notes is loaded when it is first asked for.
    reopenWithEncoding: async (request) => {
      const { reopenWithEncoding } = await import('./reopen-with-encoding.ts');
      return tell(await reopenWithEncoding(deps, request));
    },
    replaceText: async (request) => {
      const { replaceText } = await import('./replace-text.ts');
      return tell(await replaceText(deps, request));
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
