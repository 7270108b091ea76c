import type { Locale } from '../base/locale.ts';

/** Words of the application menu and of the system's dialogs, which main draws outside the window. */
export const MENU_MESSAGES = {
  file: { 'zh-Hans': '文件', 'zh-Hant': '檔案', en: 'File' },
  import: { 'zh-Hans': '导入…', 'zh-Hant': '匯入…', en: 'Import…' },
  importClipboard: {
    'zh-Hans': '从剪贴板新建报告',
    'zh-Hant': '從剪貼簿新增報告',
    en: 'New Report from the Clipboard',
  },
  reportInfo: { 'zh-Hans': '报告信息…', 'zh-Hant': '報告資訊…', en: 'Report Details…' },
  reopenEncoding: { 'zh-Hans': '换编码重新打开…', 'zh-Hant': '換編碼重新開啟…', en: 'Reopen with Encoding…' },
  replaceText: {
    'zh-Hans': '用另一个文件替换正文…',
    'zh-Hant': '用另一個檔案取代本文…',
    en: 'Replace Text…',
  },
  originalFile: { 'zh-Hans': '另存原文件…', 'zh-Hant': '另存原始檔…', en: 'Save the Original File…' },
  outline: { 'zh-Hans': '目录', 'zh-Hant': '目錄', en: 'Contents' },
  export: {
    'zh-Hans': '导出本报告的批注…',
    'zh-Hant': '匯出本報告的註記…',
    en: 'Export Notes of This Report…',
  },
  exportAll: { 'zh-Hans': '导出全部批注…', 'zh-Hant': '匯出全部註記…', en: 'Export All Notes…' },
  backups: { 'zh-Hans': '备份…', 'zh-Hant': '備份…', en: 'Backups…' },
  settings: { 'zh-Hans': '设置…', 'zh-Hant': '設定…', en: 'Settings…' },
  close: { 'zh-Hans': '关闭窗口', 'zh-Hant': '關閉視窗', en: 'Close Window' },
  quit: { 'zh-Hans': '退出', 'zh-Hant': '結束', en: 'Quit' },
  edit: { 'zh-Hans': '编辑', 'zh-Hant': '編輯', en: 'Edit' },
  undo: { 'zh-Hans': '撤销', 'zh-Hant': '復原', en: 'Undo' },
  redo: { 'zh-Hans': '重做', 'zh-Hant': '重做', en: 'Redo' },
  cut: { 'zh-Hans': '剪切', 'zh-Hant': '剪下', en: 'Cut' },
  copy: { 'zh-Hans': '复制', 'zh-Hant': '複製', en: 'Copy' },
  paste: { 'zh-Hans': '粘贴', 'zh-Hant': '貼上', en: 'Paste' },
  selectAll: { 'zh-Hans': '全选', 'zh-Hant': '全選', en: 'Select All' },
  find: { 'zh-Hans': '查找…', 'zh-Hant': '尋找…', en: 'Find…' },
  findNext: { 'zh-Hans': '下一处', 'zh-Hant': '下一處', en: 'Next Place' },
  findPrevious: { 'zh-Hans': '上一处', 'zh-Hant': '上一處', en: 'Previous Place' },
  view: { 'zh-Hans': '显示', 'zh-Hant': '檢視', en: 'View' },
  script: { 'zh-Hans': '字形', 'zh-Hant': '字形', en: 'Script' },
  scriptSource: { 'zh-Hans': '原文', 'zh-Hant': '原文', en: 'Source' },
  scriptCn: { 'zh-Hans': '简体', 'zh-Hant': '簡體', en: 'Simplified' },
  scriptT: { 'zh-Hans': '繁体（OpenCC）', 'zh-Hant': '繁體（OpenCC）', en: 'Traditional (OpenCC)' },
  scriptTw: { 'zh-Hans': '繁体（台湾）', 'zh-Hant': '繁體（臺灣）', en: 'Traditional (Taiwan)' },
  scriptTwp: {
    'zh-Hans': '繁体（台湾 IT 用词）',
    'zh-Hant': '繁體（臺灣資訊用詞）',
    en: 'Traditional (Taiwan IT wording)',
  },
  scriptHk: { 'zh-Hans': '繁体（香港）', 'zh-Hant': '繁體（香港）', en: 'Traditional (Hong Kong)' },
  library: { 'zh-Hans': '资料栏', 'zh-Hant': '資料欄', en: 'Library Pane' },
  notes: { 'zh-Hans': '批注栏', 'zh-Hant': '註記欄', en: 'Notes Pane' },
  repairs: { 'zh-Hans': '修复列表', 'zh-Hant': '修復清單', en: 'Repairs' },
  sourceLayer: { 'zh-Hans': '导入时的原貌', 'zh-Hant': '匯入時的原貌', en: 'As Imported' },
  larger: { 'zh-Hans': '放大文字', 'zh-Hant': '放大文字', en: 'Larger Text' },
  smaller: { 'zh-Hans': '缩小文字', 'zh-Hant': '縮小文字', en: 'Smaller Text' },
  defaultSize: { 'zh-Hans': '默认大小', 'zh-Hant': '預設大小', en: 'Default Size' },
  fullScreen: { 'zh-Hans': '全屏', 'zh-Hant': '全螢幕', en: 'Full Screen' },
  go: { 'zh-Hans': '前往', 'zh-Hant': '前往', en: 'Go' },
  back: { 'zh-Hans': '后退', 'zh-Hant': '上一頁', en: 'Back' },
  forward: { 'zh-Hans': '前进', 'zh-Hant': '下一頁', en: 'Forward' },
  help: { 'zh-Hans': '帮助', 'zh-Hant': '說明', en: 'Help' },
  shortcuts: { 'zh-Hans': '键盘操作', 'zh-Hant': '鍵盤操作', en: 'Keyboard Shortcuts' },
  chooseReports: {
    'zh-Hans': '选择要导入的报告',
    'zh-Hant': '選擇要匯入的報告',
    en: 'Choose reports to import',
  },
  chooseFolder: {
    'zh-Hans': '选择存放批注的文件夹',
    'zh-Hant': '選擇存放註記的資料夾',
    en: 'Choose a folder for the notes',
  },
  chooseText: {
    'zh-Hans': '选择报告的新文本',
    'zh-Hant': '選擇報告的新文字',
    en: 'Choose the new text of the report',
  },
  saveTable: { 'zh-Hans': '另存为', 'zh-Hant': '另存新檔', en: 'Save As' },
  saveOriginal: {
    'zh-Hans': '另存导入时的原文件',
    'zh-Hant': '另存匯入時的原檔案',
    en: 'Save the file as it was imported',
  },
  exportHere: { 'zh-Hans': '导出到此处', 'zh-Hant': '匯出到此處', en: 'Export Here' },
  kindReports: { 'zh-Hans': '报告与报告包', 'zh-Hant': '報告與報告包', en: 'Reports and packs' },
  kindTexts: { 'zh-Hans': '报告', 'zh-Hant': '報告', en: 'Reports' },
  kindArchive: { 'zh-Hans': '朱批文库归档', 'zh-Hant': '朱批文庫封存檔', en: 'Zhupi library archive' },
  saveArchive: {
    'zh-Hans': '把整个文库导出为一个文件',
    'zh-Hant': '將整個文庫匯出為一個檔案',
    en: 'Export the whole library as one file',
  },
  chooseArchive: {
    'zh-Hans': '选择要并入的文库归档',
    'zh-Hant': '選擇要併入的文庫封存檔',
    en: 'Choose a library archive to bring in',
  },
  kindAll: { 'zh-Hans': '所有文件', 'zh-Hant': '所有檔案', en: 'All files' },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

export type MenuMessage = keyof typeof MENU_MESSAGES;

/** A word of the menu in the language of the interface. */
export function menuMessage(key: MenuMessage, locale: Locale): string {
  return MENU_MESSAGES[key][locale];
}
