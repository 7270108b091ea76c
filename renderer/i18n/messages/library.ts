import { counted, defineMessages, grouped } from '../define-messages.ts';

interface Count {
  readonly count: number;
}

/** The list of reports, imports, the trash and the packs. */
export const library = defineMessages({
  title: { 'zh-Hans': '文库', 'zh-Hant': '文庫', en: 'Library' },
  list: { 'zh-Hans': '报告', 'zh-Hant': '報告', en: 'Reports' },
  import: { 'zh-Hans': '导入', 'zh-Hant': '匯入', en: 'Import' },
  importReports: { 'zh-Hans': '导入报告…', 'zh-Hant': '匯入報告…', en: 'Import reports…' },
  importFolder: { 'zh-Hans': '导入文件夹…', 'zh-Hant': '匯入資料夾…', en: 'Import a folder…' },
  filter: { 'zh-Hans': '筛选报告', 'zh-Hant': '篩選報告', en: 'Filter reports' },
  filterHint: { 'zh-Hans': '标题、单位、地区', 'zh-Hant': '標題、單位、地區', en: 'Title, issuer, place' },
  clearFilter: { 'zh-Hans': '清除筛选', 'zh-Hant': '清除篩選', en: 'Clear the filter' },
  sort: { 'zh-Hans': '排序', 'zh-Hant': '排序', en: 'Sort' },
  sortImported: { 'zh-Hans': '最近导入', 'zh-Hant': '最近匯入', en: 'Last imported' },
  sortDate: { 'zh-Hans': '日期', 'zh-Hant': '日期', en: 'Date' },
  sortTitle: { 'zh-Hans': '标题', 'zh-Hant': '標題', en: 'Title' },
  sortIssuer: { 'zh-Hans': '发文单位', 'zh-Hant': '發文單位', en: 'Issuer' },
  untitled: { 'zh-Hans': '（无标题）', 'zh-Hant': '（無標題）', en: '(no title)' },
  fromPack: { 'zh-Hans': '资料包', 'zh-Hant': '資料包', en: 'Pack' },
  scriptHans: { 'zh-Hans': '简', 'zh-Hant': '簡', en: '简' },
  scriptHant: { 'zh-Hans': '繁', 'zh-Hant': '繁', en: '繁' },
  scriptMixed: { 'zh-Hans': '混', 'zh-Hant': '混', en: '混' },
  scriptHansName: { 'zh-Hans': '简体', 'zh-Hant': '簡體', en: 'Simplified' },
  scriptHantName: { 'zh-Hans': '繁体', 'zh-Hant': '繁體', en: 'Traditional' },
  scriptMixedName: { 'zh-Hans': '简繁混用', 'zh-Hant': '簡繁混用', en: 'Mixed scripts' },
  emptyTitle: { 'zh-Hans': '文库还是空的', 'zh-Hant': '文庫還是空的', en: 'The library is empty' },
  emptyBody: {
    'zh-Hans':
      '把报告文件或整个文件夹拖进窗口，或点“导入”选择。可用 txt、Markdown、保存的网页、Word（docx）、PDF 和 EPUB；文件只会复制，不会改动，也不会离开这台电脑。',
    'zh-Hant':
      '將報告檔案或整個資料夾拖進視窗，或按「匯入」選擇。可用 txt、Markdown、儲存的網頁、Word（docx）、PDF 與 EPUB；檔案只會複製，不會更動，也不會離開這部電腦。',
    en: 'Drag report files or a whole folder into the window, or choose them with Import. Text, Markdown, saved web pages, Word (docx), PDF and EPUB will do. They are copied, never changed, and never leave this computer.',
  },
  noMatchTitle: { 'zh-Hans': '没有符合的报告', 'zh-Hant': '沒有符合的報告', en: 'No report fits' },
  noMatchBody: {
    'zh-Hans': '这里只筛选标题、单位和地区。要查正文，请用上方的搜索框。',
    'zh-Hant': '這裡只篩選標題、單位和地區。要查本文，請用上方的搜尋框。',
    en: 'This looks at title, issuer and place only. To look inside the texts, use the search box above.',
  },
  loadFailed: {
    'zh-Hans': '报告列表读不出来',
    'zh-Hant': '無法讀取報告清單',
    en: 'The list of reports could not be read',
  },
  deleteReport: { 'zh-Hans': '移到回收站', 'zh-Hant': '移到回收筒', en: 'Move to trash' },
  openReport: { 'zh-Hans': '打开', 'zh-Hant': '開啟', en: 'Open' },
  reportActions: {
    'zh-Hans': ({ title }: { readonly title: string }) => `“${title}”的操作`,
    'zh-Hant': ({ title }: { readonly title: string }) => `「${title}」的動作`,
    en: ({ title }: { readonly title: string }) => `Actions for “${title}”`,
  },
  libraryActions: { 'zh-Hans': '文库操作', 'zh-Hant': '文庫動作', en: 'Library actions' },
  deleted: {
    'zh-Hans': ({ title }: { readonly title: string }) => `“${title}”已移到回收站，保留 30 天。`,
    'zh-Hant': ({ title }: { readonly title: string }) => `「${title}」已移到回收筒，保留 30 天。`,
    en: ({ title }: { readonly title: string }) => `“${title}” is in the trash for 30 days.`,
  },
  deletedMany: {
    'zh-Hans': ({ count }: Count) => `${grouped(count)} 份报告已移到回收站，保留 30 天。`,
    'zh-Hant': ({ count }: Count) => `${grouped(count)} 份報告已移到回收筒，保留 30 天。`,
    en: ({ count }: Count) => `${counted(count, 'report is', 'reports are')} in the trash for 30 days.`,
  },
  packReportKept: {
    'zh-Hans': '资料包里的报告不能单独删除；要去掉，请在“资料包”中移除整个包。',
    'zh-Hant': '資料包裡的報告無法單獨刪除；如要移除，請在「資料包」中移除整個包。',
    en: 'A report of a pack cannot be deleted alone; remove the whole pack under “Packs”.',
  },
  importing: { 'zh-Hans': '正在导入', 'zh-Hant': '正在匯入', en: 'Importing' },
  importProgress: {
    'zh-Hans': ({ done, total }: { readonly done: number; readonly total: number }) =>
      `正在导入：${grouped(done)} / ${grouped(total)}`,
    'zh-Hant': ({ done, total }: { readonly done: number; readonly total: number }) =>
      `正在匯入：${grouped(done)} / ${grouped(total)}`,
    en: ({ done, total }: { readonly done: number; readonly total: number }) =>
      `Importing ${grouped(done)} of ${grouped(total)}`,
  },
  timeLeft: {
    'zh-Hans': ({ seconds }: { readonly seconds: number }) =>
      seconds < 60 ? `约剩 ${seconds} 秒` : `约剩 ${Math.ceil(seconds / 60)} 分钟`,
    'zh-Hant': ({ seconds }: { readonly seconds: number }) =>
      seconds < 60 ? `約剩 ${seconds} 秒` : `約剩 ${Math.ceil(seconds / 60)} 分鐘`,
    en: ({ seconds }: { readonly seconds: number }) =>
      seconds < 60
        ? `About ${counted(seconds, 'second', 'seconds')} left`
        : `About ${counted(Math.ceil(seconds / 60), 'minute', 'minutes')} left`,
  },
  retryImport: { 'zh-Hans': '重试未导入的文件', 'zh-Hant': '重試未匯入的檔案', en: 'Try these files again' },
  moreFiles: {
    'zh-Hans': ({ count }: Count) => `再显示一些（还有 ${grouped(count)} 个文件）`,
    'zh-Hant': ({ count }: Count) => `再顯示一些（還有 ${grouped(count)} 個檔案）`,
    en: ({ count }: Count) => `Show more (${counted(count, 'file', 'files')} left)`,
  },
  cancelImport: { 'zh-Hans': '停止导入', 'zh-Hant': '停止匯入', en: 'Stop importing' },
  stopping: { 'zh-Hans': '正在停止…', 'zh-Hant': '正在停止…', en: 'Stopping…' },
  imported: {
    'zh-Hans': ({ count }: Count) => `已导入 ${grouped(count)} 份报告。`,
    'zh-Hant': ({ count }: Count) => `已匯入 ${grouped(count)} 份報告。`,
    en: ({ count }: Count) => `${counted(count, 'report', 'reports')} imported.`,
  },
  importedOne: {
    'zh-Hans': ({ title }: { readonly title: string }) => `已导入“${title}”。`,
    'zh-Hant': ({ title }: { readonly title: string }) => `已匯入「${title}」。`,
    en: ({ title }: { readonly title: string }) => `“${title}” imported.`,
  },
  importNothing: {
    'zh-Hans': '没有可导入的文件。',
    'zh-Hant': '沒有可匯入的檔案。',
    en: 'There was nothing to import.',
  },
  importStopped: { 'zh-Hans': '导入已停止。', 'zh-Hant': '匯入已停止。', en: 'The import was stopped.' },
  importDuplicates: {
    'zh-Hans': ({ count }: Count) => `${grouped(count)} 份已在文库中。`,
    'zh-Hant': ({ count }: Count) => `${grouped(count)} 份已在文庫中。`,
    en: ({ count }: Count) => `${count.toLocaleString('en')} already in the library.`,
  },
  importDuplicateOne: {
    'zh-Hans': ({ title }: { readonly title: string }) => `“${title}”已在文库中。`,
    'zh-Hant': ({ title }: { readonly title: string }) => `「${title}」已在文庫中。`,
    en: ({ title }: { readonly title: string }) => `“${title}” is in the library already.`,
  },
  importTrashed: {
    'zh-Hans': ({ count }: Count) => `${grouped(count)} 份在回收站里。`,
    'zh-Hant': ({ count }: Count) => `${grouped(count)} 份在回收筒裡。`,
    en: ({ count }: Count) => `${count.toLocaleString('en')} in the trash.`,
  },
  importTrashedOne: {
    'zh-Hans': ({ title }: { readonly title: string }) => `“${title}”在回收站里，可以恢复。`,
    'zh-Hant': ({ title }: { readonly title: string }) => `「${title}」在回收筒裡，可以還原。`,
    en: ({ title }: { readonly title: string }) => `“${title}” is in the trash and can be restored.`,
  },
  inTrash: { 'zh-Hans': '在回收站里', 'zh-Hant': '在回收筒裡', en: 'In the trash' },
  importFailures: {
    'zh-Hans': ({ count }: Count) => `${grouped(count)} 份未能导入。`,
    'zh-Hant': ({ count }: Count) => `${grouped(count)} 份無法匯入。`,
    en: ({ count }: Count) => `${count.toLocaleString('en')} could not be imported.`,
  },
  importSkipped: {
    'zh-Hans': ({ count }: Count) => `另有 ${grouped(count)} 个其他类型的文件未处理。`,
    'zh-Hant': ({ count }: Count) => `另有 ${grouped(count)} 個其他類型的檔案未處理。`,
    en: ({ count }: Count) => `${counted(count, 'file', 'files')} of other kinds left alone.`,
  },
  showDetails: { 'zh-Hans': '查看详情', 'zh-Hant': '檢視詳情', en: 'Show details' },
  importReport: { 'zh-Hans': '导入结果', 'zh-Hant': '匯入結果', en: 'Import results' },
  failedFiles: { 'zh-Hans': '未能导入', 'zh-Hant': '無法匯入', en: 'Not imported' },
  duplicateFiles: { 'zh-Hans': '已在文库中', 'zh-Hant': '已在文庫中', en: 'Already in the library' },
  backups: { 'zh-Hans': '备份…', 'zh-Hant': '備份…', en: 'Backups…' },
  trash: { 'zh-Hans': '回收站', 'zh-Hant': '回收筒', en: 'Trash' },
  trashBody: {
    'zh-Hans': '报告连同批注保留 30 天，之后自动清除。',
    'zh-Hant': '報告連同註記保留 30 天，之後自動清除。',
    en: 'Reports stay here with their notes for 30 days, then they are removed for good.',
  },
  trashEmpty: { 'zh-Hans': '回收站是空的。', 'zh-Hant': '回收筒是空的。', en: 'The trash is empty.' },
  restore: { 'zh-Hans': '恢复', 'zh-Hant': '還原', en: 'Restore' },
  restoreNamed: {
    'zh-Hans': ({ title }: { readonly title: string }) => `恢复“${title}”`,
    'zh-Hant': ({ title }: { readonly title: string }) => `還原「${title}」`,
    en: ({ title }: { readonly title: string }) => `Restore “${title}”`,
  },
  restored: {
    'zh-Hans': ({ title }: { readonly title: string }) => `“${title}”已恢复。`,
    'zh-Hant': ({ title }: { readonly title: string }) => `「${title}」已還原。`,
    en: ({ title }: { readonly title: string }) => `“${title}” is back in the library.`,
  },
  deletedOn: {
    'zh-Hans': ({ date }: { readonly date: string }) => `${date} 删除`,
    'zh-Hant': ({ date }: { readonly date: string }) => `${date} 刪除`,
    en: ({ date }: { readonly date: string }) => `Deleted ${date}`,
  },
  packs: { 'zh-Hans': '资料包', 'zh-Hant': '資料包', en: 'Packs' },
  packsBody: {
    'zh-Hans': '资料包是一组现成的报告，和文库一起搜索。用“导入”或拖入窗口即可安装。',
    'zh-Hant': '資料包是一組現成的報告，和文庫一起搜尋。用「匯入」或拖進視窗即可安裝。',
    en: 'A pack is a ready-made set of reports, searched together with the library. Install one with Import or by dropping it on the window.',
  },
  packsEmpty: { 'zh-Hans': '还没有资料包。', 'zh-Hant': '尚無資料包。', en: 'There are no packs.' },
  packVersion: {
    'zh-Hans': ({ version }: { readonly version: string }) => `版本 ${version}`,
    'zh-Hant': ({ version }: { readonly version: string }) => `版本 ${version}`,
    en: ({ version }: { readonly version: string }) => `Version ${version}`,
  },
  bundled: { 'zh-Hans': '随程序附带', 'zh-Hant': '隨程式附帶', en: 'Part of Zhupi' },
  removePack: { 'zh-Hans': '移除', 'zh-Hant': '移除', en: 'Remove' },
  removePackNamed: {
    'zh-Hans': ({ title }: { readonly title: string }) => `移除“${title}”`,
    'zh-Hant': ({ title }: { readonly title: string }) => `移除「${title}」`,
    en: ({ title }: { readonly title: string }) => `Remove “${title}”`,
  },
  removePackQuestion: {
    'zh-Hans': '移除这个资料包？写过批注的报告会留在文库里。',
    'zh-Hant': '移除這個資料包？寫過註記的報告會留在文庫裡。',
    en: 'Remove this pack? Reports that you have notes on stay in the library.',
  },
  packRemoved: {
    'zh-Hans': ({ title }: { readonly title: string }) => `资料包“${title}”已移除。`,
    'zh-Hant': ({ title }: { readonly title: string }) => `資料包「${title}」已移除。`,
    en: ({ title }: { readonly title: string }) => `The pack “${title}” was removed.`,
  },
  importClipboard: {
    'zh-Hans': '从剪贴板新建报告',
    'zh-Hant': '從剪貼簿新增報告',
    en: 'New report from the clipboard',
  },
});
