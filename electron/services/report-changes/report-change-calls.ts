import type { Library, LibraryOptions } from '../library-types.ts';
import { changeMetadata } from './change-metadata.ts';
import { correctText } from './correct-text.ts';
import { decideEdits } from './decide-edits.ts';
import type { ReportChangesDeps } from './deps.ts';
import { listVersions } from './list-versions.ts';
import type { PlacingWatch } from './place-by-text.ts';
import { placeNote } from './place-note.ts';

/** Whom a change is told to, behind the call that made it. */
interface Listeners {
  /** Something about a report or its notes changed. */
  readonly changed: () => void;
  /** What is searched changed as well. */
  readonly textChanged: () => void;
  readonly onEvent: LibraryOptions['onEvent'];
}

/** The calls that change a report. */
export function reportChangeCalls(deps: ReportChangesDeps, { changed, textChanged, onEvent }: Listeners) {
  const watched = versionsUnderWay(onEvent);
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
      return tellText(
        await watched.run(request.reportId, (watch) => reopenWithEncoding(deps, request, watch)),
      );
    },
    replaceText: async (request) => {
      const { replaceText } = await import('./replace-text.ts');
      return tellText(await watched.run(request.reportId, (watch) => replaceText(deps, request, watch)));
    },
    cancelVersion: ({ reportId }) => {
      watched.cancel(reportId);
      return {};
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

interface VersionsUnderWay {
  readonly run: <T>(reportId: string, work: (watch: PlacingWatch) => Promise<T>) => Promise<T>;
  /** Ends every reading anew of a report that is under way. */
  readonly cancel: (reportId: string) => void;
}

/** Reports that are being read anew, and who is told how far that is. */
function versionsUnderWay(onEvent: LibraryOptions['onEvent']): VersionsUnderWay {
  const underWay = new Map<string, Set<AbortController>>();
  return {
    run: async (reportId, work) => {
      const controller = new AbortController();
      const ofReport = underWay.get(reportId) ?? new Set();
      underWay.set(reportId, ofReport.add(controller));
      const onProgress = (done: number, total: number): void => {
        onEvent({ name: 'versionProgress', payload: { reportId, done, total } });
      };
      try {
        return await work({ onProgress, signal: controller.signal });
      } finally {
        ofReport.delete(controller);
        if (ofReport.size === 0) underWay.delete(reportId);
      }
    },
    cancel: (reportId) => {
      for (const controller of underWay.get(reportId) ?? []) controller.abort();
    },
  };
}
