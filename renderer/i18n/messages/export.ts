import { counted, defineMessages, grouped } from '../define-messages.ts';

interface VaultCounts {
  readonly time: string;
  readonly written: number;
  readonly unchanged: number;
}

interface Count {
  readonly count: number;
}

/** Notes out to files, the clipboard and a vault; notes in from files; citations. */
export const exporting = defineMessages({
  title: { 'zh-Hans': '导出批注', 'zh-Hant': '匯出註記', en: 'Export notes' },
  which: { 'zh-Hans': '导出范围', 'zh-Hant': '匯出範圍', en: 'What to export' },
  thisReport: { 'zh-Hans': '当前报告', 'zh-Hant': '目前報告', en: 'This report' },
  allReports: { 'zh-Hans': '所有有批注的报告', 'zh-Hant': '所有有註記的報告', en: 'All reports with notes' },
  willWrite: {
    'zh-Hans': ({ reports, notes }: { readonly reports: number; readonly notes: number }) =>
      `将导出 ${grouped(reports)} 份报告的 ${grouped(notes)} 条批注：`,
    'zh-Hant': ({ reports, notes }: { readonly reports: number; readonly notes: number }) =>
      `將匯出 ${grouped(reports)} 份報告的 ${grouped(notes)} 則註記：`,
    en: ({ reports, notes }: { readonly reports: number; readonly notes: number }) =>
      `${counted(notes, 'note', 'notes')} of ${counted(reports, 'report', 'reports')} will be exported:`,
  },
  willCite: {
    'zh-Hans': ({ reports }: { readonly reports: number }) => `将导出 ${grouped(reports)} 份报告的著录信息：`,
    'zh-Hant': ({ reports }: { readonly reports: number }) => `將匯出 ${grouped(reports)} 份報告的書目資料：`,
    en: ({ reports }: { readonly reports: number }) =>
      `References of ${counted(reports, 'report', 'reports')} will be exported:`,
  },
  careful: {
    'zh-Hans': '文件夹里已有的同一报告的文件会就地更新；您在文件里自己写的内容原样保留。',
    'zh-Hant': '資料夾裡已有的同一報告的檔案會就地更新；您在檔案裡自行撰寫的內容原樣保留。',
    en: 'A file of the same report that is there already is updated in place; what you wrote in it yourself stays as it is.',
  },
  andMore: {
    'zh-Hans': ({ count }: Count) => `…以及另外 ${grouped(count)} 份`,
    'zh-Hant': ({ count }: Count) => `…以及另外 ${grouped(count)} 份`,
    en: ({ count }: Count) => `… and ${count.toLocaleString('en')} more`,
  },
  nothing: {
    'zh-Hans': '这里还没有批注可以导出。先在正文里标出一段。',
    'zh-Hant': '這裡還沒有註記可以匯出。請先在本文裡標出一段。',
    en: 'There are no notes to export yet. Highlight a passage first.',
  },
  choose: {
    'zh-Hans': '选择文件夹并导出…',
    'zh-Hant': '選擇資料夾並匯出…',
    en: 'Choose a folder and export…',
  },
  exporting: { 'zh-Hans': '正在导出…', 'zh-Hant': '正在匯出…', en: 'Exporting…' },
  results: { 'zh-Hans': '导出结果', 'zh-Hant': '匯出結果', en: 'Export results' },
  written: { 'zh-Hans': '已写入', 'zh-Hant': '已寫入', en: 'Written' },
  unchanged: { 'zh-Hans': '没有变化', 'zh-Hant': '沒有變化', en: 'Unchanged' },
  merged: { 'zh-Hans': '已更新', 'zh-Hant': '已更新', en: 'Updated' },
  conflicts: {
    'zh-Hans': ({ count }: Count) => `有 ${grouped(count)} 条您在文件里改过：您的原样保留，朱批的放在旁边。`,
    'zh-Hant': ({ count }: Count) => `有 ${grouped(count)} 則您在檔案裡改過：您的原樣保留，朱批的放在旁邊。`,
    en: ({ count }: Count) =>
      `You changed ${counted(count, 'note', 'notes')} in the file: yours are kept, Zhupi’s stand beside them.`,
  },
  copies: {
    'zh-Hans': ({ names }: { readonly names: string }) => `文件夹里还有同一份报告的副本，未作改动：${names}`,
    'zh-Hant': ({ names }: { readonly names: string }) => `資料夾裡還有同一份報告的副本，未作更動：${names}`,
    en: ({ names }: { readonly names: string }) =>
      `The folder has copies of this report’s file, which were left alone: ${names}`,
  },
  refused: { 'zh-Hans': '未写入', 'zh-Hant': '未寫入', en: 'Not written' },
  show: { 'zh-Hans': '在文件夹中显示', 'zh-Hant': '在資料夾中顯示', en: 'Show in folder' },
  showNamed: {
    'zh-Hans': ({ name }: { readonly name: string }) => `在文件夹中显示 ${name}`,
    'zh-Hant': ({ name }: { readonly name: string }) => `在資料夾中顯示 ${name}`,
    en: ({ name }: { readonly name: string }) => `Show ${name} in its folder`,
  },
  untitled: { 'zh-Hans': '（无标题）', 'zh-Hant': '（無標題）', en: '(no title)' },
  carefulData: {
    'zh-Hans': '文件夹里由朱批写入、且未被改动的同一文件会被替换；被改动过的文件原样保留，新文件另存。',
    'zh-Hant': '資料夾裡由朱批寫入、且未經改動的同一檔案會被取代；改動過的檔案原樣保留，另存新檔。',
    en: 'A file that Zhupi wrote and nobody has changed is replaced; one that you have changed stays, and a new one is written beside it.',
  },
  format: { 'zh-Hans': '格式', 'zh-Hant': '格式', en: 'Format' },
  formatWord: { 'zh-Hans': 'Word 文档（.docx）', 'zh-Hant': 'Word 文件（.docx）', en: 'Word (.docx)' },
  formatJson: {
    'zh-Hans': 'JSON（W3C 网络批注）',
    'zh-Hant': 'JSON（W3C 網路註記）',
    en: 'JSON (W3C Web Annotation)',
  },
  formatCsv: { 'zh-Hans': 'CSV 表格', 'zh-Hant': 'CSV 表格', en: 'CSV table' },
  formatBibtex: {
    'zh-Hans': '参考文献（BibTeX）',
    'zh-Hant': '參考文獻（BibTeX）',
    en: 'References (BibTeX)',
  },
  formatCsl: {
    'zh-Hans': '参考文献（CSL-JSON）',
    'zh-Hant': '參考文獻（CSL-JSON）',
    en: 'References (CSL-JSON)',
  },
  wholeLibrary: { 'zh-Hans': '整个文库', 'zh-Hant': '整個文庫', en: 'Whole library' },
  where: { 'zh-Hans': '导出到', 'zh-Hant': '匯出到', en: 'Export to' },
  toFolder: {
    'zh-Hans': '文件夹（每份报告一个文件）',
    'zh-Hant': '資料夾（每份報告一個檔案）',
    en: 'A folder, a file a report',
  },
  toFile: { 'zh-Hans': '一个文件', 'zh-Hant': '一個檔案', en: 'One file' },
  toClipboard: { 'zh-Hans': '剪贴板', 'zh-Hant': '剪貼簿', en: 'Clipboard' },
  scriptBeside: { 'zh-Hans': '引文旁附', 'zh-Hant': '引文旁附', en: 'Beside each quote' },
  noScript: { 'zh-Hans': '不附其他字形', 'zh-Hant': '不附其他字形', en: 'No other script' },
  template: { 'zh-Hans': '模板', 'zh-Hant': '範本', en: 'Template' },
  templateOwn: { 'zh-Hans': '朱批默认', 'zh-Hant': '朱批預設', en: 'Zhupi’s own' },
  templatePlain: { 'zh-Hans': '简洁', 'zh-Hant': '簡潔', en: 'Plain' },
  templateObsidian: { 'zh-Hans': 'Obsidian 标注块', 'zh-Hant': 'Obsidian 標註區塊', en: 'Obsidian callouts' },
  templatePaper: { 'zh-Hans': '论文（脚注）', 'zh-Hant': '論文（註腳）', en: 'Paper with footnotes' },
  deletedNotes: { 'zh-Hans': '已删除的批注', 'zh-Hant': '已刪除的註記', en: 'Deleted notes' },
  deletedRemove: { 'zh-Hans': '移除', 'zh-Hant': '移除', en: 'Removed' },
  deletedStrike: { 'zh-Hans': '加删除线保留', 'zh-Hant': '加刪除線保留', en: 'Struck through' },
  chooseFile: { 'zh-Hans': '选择文件并导出…', 'zh-Hant': '選擇檔案並匯出…', en: 'Choose a file and export…' },
  copy: { 'zh-Hans': '复制到剪贴板', 'zh-Hant': '複製到剪貼簿', en: 'Copy to the clipboard' },
  copied: { 'zh-Hans': '已复制到剪贴板。', 'zh-Hant': '已複製到剪貼簿。', en: 'Copied to the clipboard.' },
  tabExport: { 'zh-Hans': '导出', 'zh-Hant': '匯出', en: 'Export' },
  tabTemplates: { 'zh-Hans': '模板', 'zh-Hant': '範本', en: 'Templates' },
  tabVault: { 'zh-Hans': '笔记库', 'zh-Hant': '筆記庫', en: 'Vault' },
  vaultIntro: {
    'zh-Hans':
      '选一个文件夹（如 Obsidian 笔记库中的一个目录），批注一有变化就写进去；您在文件里自己写的内容原样保留。',
    'zh-Hant':
      '選一個資料夾（如 Obsidian 筆記庫中的一個目錄），註記一有變化就寫進去；您在檔案裡自行撰寫的內容原樣保留。',
    en: 'Choose a folder, such as one in an Obsidian vault: every change of a note is written there, and what you write in the files stays as it is.',
  },
  vaultIntroProject: {
    'zh-Hans': '选一个文件夹，这个项目中报告的批注一有变化就写进去；您在文件里自己写的内容原样保留。',
    'zh-Hant': '選一個資料夾，這個專案中報告的註記一有變化就寫進去；您在檔案裡自行撰寫的內容原樣保留。',
    en: 'Choose a folder: every change of a note on a report of this project is written there, and what you write in the files stays as it is.',
  },
  vaultNone: {
    'zh-Hans': '还没有选择文件夹',
    'zh-Hant': '還沒有選擇資料夾',
    en: 'No folder has been chosen',
  },
  vaultChoose: { 'zh-Hans': '选择文件夹…', 'zh-Hant': '選擇資料夾…', en: 'Choose a folder…' },
  vaultChange: { 'zh-Hans': '更换…', 'zh-Hant': '更換…', en: 'Change…' },
  vaultForget: { 'zh-Hans': '停止使用', 'zh-Hant': '停止使用', en: 'Stop using it' },
  vaultKeep: { 'zh-Hans': '随批注自动更新', 'zh-Hant': '隨註記自動更新', en: 'Keep it up to date' },
  vaultUpdate: { 'zh-Hans': '立即更新', 'zh-Hant': '立即更新', en: 'Update now' },
  vaultNever: { 'zh-Hans': '还没有写入过', 'zh-Hant': '還沒有寫入過', en: 'Nothing has been written yet' },
  vaultLast: {
    'zh-Hans': ({ time, written, unchanged }: VaultCounts) =>
      `${time}：写入 ${written} 个文件，${unchanged} 个没有变化`,
    'zh-Hant': ({ time, written, unchanged }: VaultCounts) =>
      `${time}：寫入 ${written} 個檔案，${unchanged} 個沒有變化`,
    en: ({ time, written, unchanged }: VaultCounts) =>
      `${time}: ${counted(written, 'file', 'files')} written, ${String(unchanged)} unchanged`,
  },
  templateOurs: {
    'zh-Hans': '这是自带的模板，请先复制一份再修改。',
    'zh-Hant': '這是內建的範本，請先複製一份再修改。',
    en: 'This template comes with Zhupi; make a copy to change it.',
  },
  templateName: { 'zh-Hans': '模板名称', 'zh-Hant': '範本名稱', en: 'Name of the template' },
  templateFile: {
    'zh-Hans': '新文件（只在第一次写入时使用）',
    'zh-Hant': '新檔案（只在第一次寫入時使用）',
    en: 'A new file (used once, when it is first written)',
  },
  templateNote: { 'zh-Hans': '每条批注', 'zh-Hant': '每則註記', en: 'Each note' },
  templateSections: { 'zh-Hans': '按章节加标题', 'zh-Hant': '依章節加標題', en: 'Headings for sections' },
  templateNames: { 'zh-Hans': '可用的名称', 'zh-Hant': '可用的名稱', en: 'Names that can be used' },
  templateCopy: { 'zh-Hans': '复制为新模板', 'zh-Hant': '複製為新範本', en: 'Copy as a new template' },
  templateSaved: { 'zh-Hans': '模板已保存。', 'zh-Hant': '範本已儲存。', en: 'The template has been saved.' },
  templateDeleted: {
    'zh-Hans': ({ name }: { readonly name: string }) => `已删除模板“${name}”。`,
    'zh-Hant': ({ name }: { readonly name: string }) => `已刪除範本「${name}」。`,
    en: ({ name }: { readonly name: string }) => `The template “${name}” has been deleted.`,
  },
  copyOf: {
    'zh-Hans': ({ name }: { readonly name: string }) => `${name} 副本`,
    'zh-Hant': ({ name }: { readonly name: string }) => `${name} 複本`,
    en: ({ name }: { readonly name: string }) => `Copy of ${name}`,
  },
  preview: { 'zh-Hans': '预览', 'zh-Hant': '預覽', en: 'Preview' },
  importNotes: { 'zh-Hans': '导入批注…', 'zh-Hant': '匯入註記…', en: 'Import notes…' },
  importTold: { 'zh-Hans': '批注导入结果', 'zh-Hant': '註記匯入結果', en: 'Import of notes' },
  imported: {
    'zh-Hans': ({ count }: Count) => `已导入 ${grouped(count)} 条批注`,
    'zh-Hant': ({ count }: Count) => `已匯入 ${grouped(count)} 則註記`,
    en: ({ count }: Count) => `${counted(count, 'note', 'notes')} imported`,
  },
  importedNothing: { 'zh-Hans': '没有新的批注', 'zh-Hant': '沒有新的註記', en: 'No new notes' },
  importedDoubtful: {
    'zh-Hans': ({ count }: Count) => `其中 ${grouped(count)} 条位置待确认`,
    'zh-Hant': ({ count }: Count) => `其中 ${grouped(count)} 則位置待確認`,
    en: ({ count }: Count) => `${String(count)} with a place to confirm`,
  },
  importedKept: {
    'zh-Hans': ({ count }: Count) => `${grouped(count)} 条与现有批注不同，两者都保留`,
    'zh-Hant': ({ count }: Count) => `${grouped(count)} 則與現有註記不同，兩者都保留`,
    en: ({ count }: Count) => `${String(count)} differ from yours and stand beside them`,
  },
  importedUnchanged: {
    'zh-Hans': ({ count }: Count) => `${grouped(count)} 条已有`,
    'zh-Hant': ({ count }: Count) => `${grouped(count)} 則已有`,
    en: ({ count }: Count) => `${String(count)} were here already`,
  },
  importedMissing: {
    'zh-Hans': ({ count }: Count) => `${grouped(count)} 条所属报告不在文库中，请先导入报告`,
    'zh-Hant': ({ count }: Count) => `${grouped(count)} 則所屬報告不在文庫中，請先匯入報告`,
    en: ({ count }: Count) =>
      `${String(count)} are of reports that are not in the library; import those first`,
  },
  importedRefused: {
    'zh-Hans': ({ count }: Count) => `${grouped(count)} 项不是批注`,
    'zh-Hant': ({ count }: Count) => `${grouped(count)} 項不是註記`,
    en: ({ count }: Count) => `${String(count)} entries are no notes`,
  },
  citation: {
    'zh-Hans': '引文格式（GB/T 7714）',
    'zh-Hant': '引文格式（GB/T 7714）',
    en: 'Citations (GB/T 7714)',
  },
  copyCited: { 'zh-Hans': '复制并附出处', 'zh-Hant': '複製並附出處', en: 'Copy with citation' },
  citedShort: { 'zh-Hans': '附出处', 'zh-Hant': '附出處', en: 'With citation' },
  copyCitedMarkdown: {
    'zh-Hans': '复制为 Markdown 并附出处',
    'zh-Hant': '複製為 Markdown 並附出處',
    en: 'Copy as Markdown with citation',
  },
  copiedCited: {
    'zh-Hans': '已复制引文和出处。',
    'zh-Hant': '已複製引文與出處。',
    en: 'The quote and its citation have been copied.',
  },
});
