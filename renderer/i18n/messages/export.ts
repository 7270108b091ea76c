import { counted, defineMessages } from '../define-messages.ts';

interface Count {
  readonly count: number;
}

/** The dialog that writes notes as Markdown. */
export const exporting = defineMessages({
  title: { 'zh-Hans': '导出批注', 'zh-Hant': '匯出註記', en: 'Export notes' },
  which: { 'zh-Hans': '导出范围', 'zh-Hant': '匯出範圍', en: 'What to export' },
  thisReport: { 'zh-Hans': '当前报告', 'zh-Hant': '目前報告', en: 'This report' },
  allReports: { 'zh-Hans': '所有有批注的报告', 'zh-Hant': '所有有註記的報告', en: 'All reports with notes' },
  willWrite: {
    'zh-Hans': ({ reports, notes }: { readonly reports: number; readonly notes: number }) =>
      `将在所选文件夹写入 ${reports} 个 Markdown 文件，共 ${notes} 条批注：`,
    'zh-Hant': ({ reports, notes }: { readonly reports: number; readonly notes: number }) =>
      `將在所選資料夾寫入 ${reports} 個 Markdown 檔案，共 ${notes} 則註記：`,
    en: ({ reports, notes }: { readonly reports: number; readonly notes: number }) =>
      `${counted(reports, 'Markdown file', 'Markdown files')} with ${counted(notes, 'note', 'notes')} will be written to the folder you choose:`,
  },
  contents: {
    'zh-Hans': '每条批注含所在章节、引文（按原文字形）、批注、标签、位置和返回链接。',
    'zh-Hant': '每則註記含所在章節、引文（依原文字形）、註記、標籤、位置與返回連結。',
    en: 'Each note comes with its section, the quote in the script of the source, your words, tags, its place and a link back.',
  },
  careful: {
    'zh-Hans': '文件夹里已有的同一报告的文件会就地更新；您在文件里自己写的内容原样保留。',
    'zh-Hant': '資料夾裡已有的同一報告的檔案會就地更新；您在檔案裡自行撰寫的內容原樣保留。',
    en: 'A file of the same report that is there already is updated in place; what you wrote in it yourself stays as it is.',
  },
  andMore: {
    'zh-Hans': ({ count }: Count) => `…以及另外 ${count} 份`,
    'zh-Hant': ({ count }: Count) => `…以及另外 ${count} 份`,
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
  refused: { 'zh-Hans': '未写入', 'zh-Hant': '未寫入', en: 'Not written' },
  show: { 'zh-Hans': '在文件夹中显示', 'zh-Hant': '在資料夾中顯示', en: 'Show in folder' },
  showNamed: {
    'zh-Hans': ({ name }: { readonly name: string }) => `在文件夹中显示 ${name}`,
    'zh-Hant': ({ name }: { readonly name: string }) => `在資料夾中顯示 ${name}`,
    en: ({ name }: { readonly name: string }) => `Show ${name} in its folder`,
  },
  untitled: { 'zh-Hans': '（无标题）', 'zh-Hant': '（無標題）', en: '(no title)' },
});
