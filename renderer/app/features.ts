import { ExportDialog } from '../features/export/index.ts';
import { NotesPane } from '../features/notes/index.ts';
import { OutlinePane } from '../features/outline/index.ts';
import { readerKeys, ReaderPane, ScriptSwitch } from '../features/reader/index.ts';
import { withRepairs } from '../features/repair/index.ts';
import { ReportDialogs } from '../features/report/index.ts';
import { SearchBox, searchKeys, SearchPane } from '../features/search/index.ts';
import type { FeatureSlots } from './feature-slots.ts';

/** The features of the program, each in its slot. */
export const featureSlots: FeatureSlots = {
  ReaderPane,
  SearchPane,
  OutlinePane,
  ReportDialogs,
  NotesPane: withRepairs(NotesPane),
  SearchBox,
  ScriptSwitch,
  ExportDialog,
  keyHelp: [...readerKeys, ...searchKeys],
};
