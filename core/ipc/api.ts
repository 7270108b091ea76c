import type { z } from 'zod';
import type { Result } from '../base/result.ts';
import type { events, libraryCalls, mainCalls } from './contract.ts';

type Calls = Readonly<Record<string, { readonly request: z.ZodType; readonly response: z.ZodType }>>;

/** Functions that answer calls inside a process: they throw ZhupiError, the border turns that into a Result. */
export type Handlers<C extends Calls> = {
  readonly [K in keyof C]: (
    request: z.output<C[K]['request']>,
  ) => Promise<z.input<C[K]['response']>> | z.input<C[K]['response']>;
};

/** The same calls as the window sees them. */
type Methods<C extends Calls> = {
  readonly [K in keyof C]: (request: z.input<C[K]['request']>) => Promise<Result<z.output<C[K]['response']>>>;
};

export type LibraryHandlers = Handlers<typeof libraryCalls>;
export type MainHandlers = Handlers<typeof mainCalls>;

export type MainCall = keyof typeof mainCalls;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;

/** `window.zhupi`: one method a call, `on` with a closed list of events, and the only way from a File to an import. */
export interface ZhupiApi
  extends Methods<typeof libraryCalls>, Omit<Methods<typeof mainCalls>, 'importPaths' | 'importNotesPaths'> {
  /** Imports dropped files; resolves their paths in the preload, so that no path string comes from the page. */
  readonly importDropped: (
    job: string,
    files: readonly DroppedFile[],
  ) => ReturnType<Methods<typeof mainCalls>['importPaths']>;
  /** The same for files with notes; `reportId` is the report of those that name none. */
  readonly importNotesDropped: (
    reportId: string | null,
    files: readonly DroppedFile[],
  ) => ReturnType<Methods<typeof mainCalls>['importNotesPaths']>;
  readonly onVaultFailed: Listen<'vaultFailed'>;
  readonly onLibraryChanged: Listen<'libraryChanged'>;
  readonly onLibraryNotice: Listen<'libraryNotice'>;
  readonly onNotesChanged: Listen<'notesChanged'>;
  readonly onScriptRulesChanged: Listen<'scriptRulesChanged'>;
  readonly onVersionProgress: Listen<'versionProgress'>;
  readonly onNotesProgress: Listen<'notesProgress'>;
  readonly onCodesChanged: Listen<'codesChanged'>;
  readonly onSavedSearchesChanged: Listen<'savedSearchesChanged'>;
  readonly onImportProgress: Listen<'importProgress'>;
  readonly onConcordanceProgress: Listen<'concordanceProgress'>;
  readonly onPacksState: Listen<'packsState'>;
  readonly onOpenLink: Listen<'openLink'>;
  readonly onMenuCommand: Listen<'menuCommand'>;
}

/** A DOM `File`; core knows no DOM. */
export interface DroppedFile {
  readonly name: string;
}

/** Adds a listener; the answer takes it away again. */
type Listen<E extends EventName> = (listener: (payload: EventPayload<E>) => void) => () => void;
