import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { ZhupiApi } from '#core/ipc/api.ts';
import { createAnnotationsSlice } from '../notes/annotations-slice.ts';
import type { AnnotationsSlice } from '../notes/annotations-slice.ts';
import { createBulkSlice } from '../notes/bulk-slice.ts';
import type { BulkSlice } from '../notes/bulk-slice.ts';
import { createCodesSlice } from '../notes/codes-slice.ts';
import type { CodesSlice } from '../notes/codes-slice.ts';
import { createDialogSlice } from './dialog-slice.ts';
import type { DialogSlice } from './dialog-slice.ts';
import { createHistorySlice } from './history-slice.ts';
import type { HistorySlice } from './history-slice.ts';
import { createImportSlice } from '../library/import-slice.ts';
import type { ImportSlice } from '../library/import-slice.ts';
import { createLayoutSlice } from './layout-slice.ts';
import type { LayoutSlice } from './layout-slice.ts';
import { createLibrarySlice } from '../library/library-slice.ts';
import type { LibrarySlice } from '../library/library-slice.ts';
import { createNotebookSlice } from '../notes/notebook-slice.ts';
import type { NotebookSlice } from '../notes/notebook-slice.ts';
import { createNavigationSlice } from './navigation-slice.ts';
import type { NavigationSlice } from './navigation-slice.ts';
import { createNoticeSlice } from './notice-slice.ts';
import type { NoticeSlice } from './notice-slice.ts';
import { createPacksSlice } from '../library/packs-slice.ts';
import type { PacksSlice } from '../library/packs-slice.ts';
import { createReportChangesSlice } from '../library/report-changes-slice.ts';
import type { ReportChangesSlice } from '../library/report-changes-slice.ts';
import { createRepairSlice } from '../report/repair-slice.ts';
import type { RepairSlice } from '../report/repair-slice.ts';
import { createSettingsSlice } from './settings-slice.ts';
import type { SettingsSlice } from './settings-slice.ts';
import { createToastsSlice } from './toasts-slice.ts';
import type { ToastsSlice } from './toasts-slice.ts';

/**
 * What several features share. What one feature alone needs lives in that feature's own model. Components read by
 * selectors (`useWindow`) and call commands; nothing else writes.
 */
export type WindowState = SettingsSlice &
  LibrarySlice &
  ImportSlice &
  PacksSlice &
  NoticeSlice &
  NavigationSlice &
  AnnotationsSlice &
  NotebookSlice &
  BulkSlice &
  CodesSlice &
  HistorySlice &
  DialogSlice &
  RepairSlice &
  LayoutSlice &
  ReportChangesSlice &
  ToastsSlice;

export type WindowStore = StoreApi<WindowState>;

/** The store of one window. Call {@link startWindow} once to fill it and to listen. */
export function createWindowStore(client: ZhupiApi): WindowStore {
  return createStore<WindowState>()((...a) => ({
    ...createSettingsSlice(client)(...a),
    ...createLibrarySlice(client)(...a),
    ...createImportSlice(client)(...a),
    ...createPacksSlice(client)(...a),
    ...createNoticeSlice(client)(...a),
    ...createNavigationSlice(client)(...a),
    ...createAnnotationsSlice(client)(...a),
    ...createNotebookSlice(client)(...a),
    ...createBulkSlice(client)(...a),
    ...createCodesSlice(client)(...a),
    ...createHistorySlice(client)(...a),
    ...createDialogSlice(client)(...a),
    ...createRepairSlice(client)(...a),
    ...createLayoutSlice(client)(...a),
    ...createReportChangesSlice(client)(...a),
    ...createToastsSlice(client)(...a),
  }));
}
