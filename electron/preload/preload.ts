import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DroppedFile, EventName, EventPayload, ZhupiApi } from '#core/ipc/api.ts';

/** The only door between the page and the program: one named method a call, one a event. Main checks every payload. */
const call = (name: string) => (request: unknown) => ipcRenderer.invoke(`zhupi:call:${name}`, request);

function listen<E extends EventName>(name: E) {
  return (listener: (payload: EventPayload<E>) => void): (() => void) => {
    const channel = `zhupi:event:${name}`;
    const handler = (_event: unknown, payload: EventPayload<E>): void => listener(payload);
    ipcRenderer.on(channel, handler);
    return () => void ipcRenderer.removeListener(channel, handler);
  };
}

const api = {
  listReports: call('listReports'),
  listBackups: call('listBackups'),
  makeBackup: call('makeBackup'),
  restoreBackup: call('restoreBackup'),
  exportLibraryWithDialog: call('exportLibraryWithDialog'),
  mergeArchiveWithDialog: call('mergeArchiveWithDialog'),
  closeNotice: call('closeNotice'),
  openReport: call('openReport'),
  cancelImport: call('cancelImport'),
  retryImport: call('retryImport'),
  deleteReports: call('deleteReports'),
  restoreReports: call('restoreReports'),
  listTrash: call('listTrash'),
  listNotes: call('listNotes'),
  createNote: call('createNote'),
  changeNote: call('changeNote'),
  deleteNotes: call('deleteNotes'),
  notebook: call('notebook'),
  notebookRows: call('notebookRows'),
  notebookIds: call('notebookIds'),
  changeNotes: call('changeNotes'),
  noteHistory: call('noteHistory'),
  restoreNoteVersion: call('restoreNoteVersion'),
  listDeletedNotes: call('listDeletedNotes'),
  restoreNotes: call('restoreNotes'),
  listTags: call('listTags'),
  listSavedSearches: call('listSavedSearches'),
  saveSearch: call('saveSearch'),
  renameSavedSearch: call('renameSavedSearch'),
  deleteSavedSearch: call('deleteSavedSearch'),
  listCodes: call('listCodes'),
  createCode: call('createCode'),
  changeCode: call('changeCode'),
  moveCode: call('moveCode'),
  deleteCode: call('deleteCode'),
  countByCode: call('countByCode'),
  countTags: call('countTags'),
  changeTags: call('changeTags'),
  listProjects: call('listProjects'),
  createProject: call('createProject'),
  renameProject: call('renameProject'),
  deleteProject: call('deleteProject'),
  fileReports: call('fileReports'),
  undo: call('undo'),
  redo: call('redo'),
  historyState: call('historyState'),
  search: call('search'),
  searchInReport: call('searchInReport'),
  cancelSearch: call('cancelSearch'),
  placeLabels: call('placeLabels'),
  openConcordance: call('openConcordance'),
  concordanceLines: call('concordanceLines'),
  cancelConcordance: call('cancelConcordance'),
  searchTrend: call('searchTrend'),
  decideEdits: call('decideEdits'),
  correctText: call('correctText'),
  changeMetadata: call('changeMetadata'),
  listVersions: call('listVersions'),
  reopenWithEncoding: call('reopenWithEncoding'),
  cancelVersion: call('cancelVersion'),
  noteCandidates: call('noteCandidates'),
  placeNote: call('placeNote'),
  listPacks: call('listPacks'),
  removePack: call('removePack'),
  scriptRules: call('scriptRules'),
  chooseScript: call('chooseScript'),
  removeScriptChoices: call('removeScriptChoices'),
  useOfficialProse: call('useOfficialProse'),
  appState: call('appState'),
  changeSettings: call('changeSettings'),
  savePosition: call('savePosition'),
  loadPosition: call('loadPosition'),
  importWithDialog: call('importWithDialog'),
  importClipboard: call('importClipboard'),
  replaceTextWithDialog: call('replaceTextWithDialog'),
  saveOriginalWithDialog: call('saveOriginalWithDialog'),
  exportWithDialog: call('exportWithDialog'),
  exportText: call('exportText'),
  previewTemplate: call('previewTemplate'),
  listTemplates: call('listTemplates'),
  saveTemplate: call('saveTemplate'),
  deleteTemplate: call('deleteTemplate'),
  vaultState: call('vaultState'),
  changeVault: call('changeVault'),
  forgetVault: call('forgetVault'),
  updateVault: call('updateVault'),
  chooseVaultWithDialog: call('chooseVaultWithDialog'),
  importNotesWithDialog: call('importNotesWithDialog'),
  saveCodeTableWithDialog: call('saveCodeTableWithDialog'),
  showExported: call('showExported'),
  openDataFolder: call('openDataFolder'),
  copyConcordance: call('copyConcordance'),
  saveConcordanceWithDialog: call('saveConcordanceWithDialog'),
  saveTrendWithDialog: call('saveTrendWithDialog'),
  copyText: call('copyText'),
  toggleFullScreen: call('toggleFullScreen'),
  importDropped: (job: string, files: readonly DroppedFile[]) =>
    ipcRenderer.invoke('zhupi:call:importPaths', {
      job,
      paths: files.map(pathOf).filter((path) => path !== ''),
    }),
  importNotesDropped: (reportId: string | null, files: readonly DroppedFile[]) =>
    ipcRenderer.invoke('zhupi:call:importNotesPaths', {
      reportId,
      paths: files.map(pathOf).filter((path) => path !== ''),
    }),
  onVaultFailed: listen('vaultFailed'),
  onLibraryChanged: listen('libraryChanged'),
  onLibraryNotice: listen('libraryNotice'),
  onNotesChanged: listen('notesChanged'),
  onScriptRulesChanged: listen('scriptRulesChanged'),
  onVersionProgress: listen('versionProgress'),
  onCodesChanged: listen('codesChanged'),
  onSavedSearchesChanged: listen('savedSearchesChanged'),
  onImportProgress: listen('importProgress'),
  onConcordanceProgress: listen('concordanceProgress'),
  onPacksState: listen('packsState'),
  onOpenLink: listen('openLink'),
  onMenuCommand: listen('menuCommand'),
} satisfies ZhupiApi;

/** Only a real File has a path; anything else that a page hands over has none. */
function pathOf(file: DroppedFile): string {
  return file instanceof File ? webUtils.getPathForFile(file) : '';
}

contextBridge.exposeInMainWorld('zhupi', api);
