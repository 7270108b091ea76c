import { lazy, Suspense, useDeferredValue } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { readerKeys } from '../features/reader/key-help.ts';
import { ScriptSwitch } from '../features/reader/ScriptSwitch.tsx';
import { searchKeys } from '../features/search/key-help.ts';
import { SearchBox } from '../features/search/SearchBox.tsx';
import { useWindow } from '../state/window/use-window.ts';
import type { FeatureSlots } from './feature-slots.ts';

/**
 * The features of the program, each in its slot. Those that the list of reports does not need come as files of their own:
 * the list is drawn before they are read (docs/adr/0009).
 */
export const featureSlots: FeatureSlots = {
  ReaderPane: whenShown(async () => (await import('../features/reader/index.ts')).ReaderPane),
  SearchPane: whenShown(async () => (await import('../features/search/index.ts')).SearchPane),
  OutlinePane: whenShown(async () => (await import('../features/outline/index.ts')).OutlinePane),
  BackupDialogs: whenShown(async () => (await import('../features/backup/index.ts')).BackupDialogs),
  ReportDialogs: whenShown(async () => (await import('../features/report/index.ts')).ReportDialogs),
  NoteDialogs: whenShown(async () => (await import('../features/notes/index.ts')).NoteDialogs),
  NotesPane: whenShown(async () => {
    const [{ NotesPane }, { withRepairs }] = await Promise.all([
      import('../features/notes/index.ts'),
      import('../features/repair/index.ts'),
    ]);
    return withRepairs(NotesPane);
  }),
  CodeDialogs: whenShown(async () => (await import('../features/codes/index.ts')).CodeDialogs),
  SearchBox,
  ScriptSwitch,
  ExportDialog: whenShown(async () => (await import('../features/export/index.ts')).ExportDialog),
  keyHelp: [...readerKeys, ...searchKeys],
};

/** A component that is loaded when it is first drawn, behind the list of reports; its place is empty until then. */
function whenShown<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  // React's own type of a lazy component loses the pair of props and component.
  const Loaded = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>;
  return function Shown(props: P): ReactElement | null {
    if (!useListDrawn()) return null;
    return (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/** Whether the list of reports, or why there is none, has been painted: a deferred value comes behind the paint. */
function useListDrawn(): boolean {
  const isListed = useWindow(({ libraryState }) => libraryState !== 'loading');
  return useDeferredValue(isListed, false);
}
