import { counted, defineMessages } from '../define-messages.ts';

interface Count {
  readonly count: number;
}

/** What a report says of itself, its versions, and reading it anew. */
export const report = defineMessages({
  actions: { 'zh-Hans': '报告操作', 'zh-Hant': '報告動作', en: 'Report actions' },
  info: { 'zh-Hans': '报告信息…', 'zh-Hant': '報告資訊…', en: 'Report details…' },
  infoTitle: { 'zh-Hans': '报告信息', 'zh-Hant': '報告資訊', en: 'Report details' },
  infoIntro: {
    'zh-Hans': '更正这些内容不会改动正文。',
    'zh-Hant': '更正這些內容不會更動本文。',
    en: 'Correcting these never touches the text.',
  },
  title: { 'zh-Hans': '标题', 'zh-Hant': '標題', en: 'Title' },
  issuer: { 'zh-Hans': '发文单位', 'zh-Hant': '發文單位', en: 'Issuer' },
  region: { 'zh-Hans': '地区', 'zh-Hant': '地區', en: 'Region' },
  documentNumber: { 'zh-Hans': '文号', 'zh-Hant': '文號', en: 'Document number' },
  date: { 'zh-Hans': '日期', 'zh-Hant': '日期', en: 'Date' },
  dateHint: { 'zh-Hans': '如 2023-07-18', 'zh-Hant': '如 2023-07-18', en: 'such as 2023-07-18' },
  source: { 'zh-Hans': '信息来源', 'zh-Hant': '資訊來源', en: 'Source' },
  url: { 'zh-Hans': '网址', 'zh-Hant': '網址', en: 'Address' },
  author: { 'zh-Hans': '作者', 'zh-Hant': '作者', en: 'Author' },
  editor: { 'zh-Hans': '责任编辑', 'zh-Hant': '責任編輯', en: 'Editor' },
  titleMissing: { 'zh-Hans': '请写一个标题。', 'zh-Hant': '請填寫標題。', en: 'A report needs a title.' },
  dateWrong: {
    'zh-Hans': '请写成 2023、2023-07 或 2023-07-18。',
    'zh-Hant': '請寫成 2023、2023-07 或 2023-07-18。',
    en: 'Write it as 2023, 2023-07 or 2023-07-18.',
  },
  urlWrong: {
    'zh-Hans': '网址以 http:// 或 https:// 开头。',
    'zh-Hant': '網址以 http:// 或 https:// 開頭。',
    en: 'An address begins with http:// or https://.',
  },
  tooLong: {
    'zh-Hans': '太长了，请在 2,000 字以内。',
    'zh-Hant': '太長了，請在 2,000 字以內。',
    en: 'Too long: 2,000 characters at most.',
  },
  saved: { 'zh-Hans': '报告信息已保存。', 'zh-Hant': '報告資訊已儲存。', en: 'Report details saved.' },
  facts: { 'zh-Hans': '文件', 'zh-Hant': '檔案', en: 'File' },
  script: { 'zh-Hans': '字形', 'zh-Hant': '字形', en: 'Script' },
  scriptNone: { 'zh-Hans': '无汉字', 'zh-Hant': '無漢字', en: 'No Chinese characters' },
  length: { 'zh-Hans': '篇幅', 'zh-Hant': '篇幅', en: 'Length' },
  encoding: { 'zh-Hans': '编码', 'zh-Hant': '編碼', en: 'Encoding' },
  encodingSure: {
    'zh-Hans': ({ encoding, percent }: { readonly encoding: string; readonly percent: number }) =>
      `${encoding}（把握 ${percent}%）`,
    'zh-Hant': ({ encoding, percent }: { readonly encoding: string; readonly percent: number }) =>
      `${encoding}（把握 ${percent}%）`,
    en: ({ encoding, percent }: { readonly encoding: string; readonly percent: number }) =>
      `${encoding} (${percent} % sure)`,
  },
  format: { 'zh-Hans': '读取方式', 'zh-Hant': '讀取方式', en: 'Read as' },
  formatText: { 'zh-Hans': '纯文本', 'zh-Hant': '純文字', en: 'Plain text' },
  formatHtml: { 'zh-Hans': '网页', 'zh-Hant': '網頁', en: 'Web page' },
  formatArchive: { 'zh-Hans': '网页存档', 'zh-Hant': '網頁封存', en: 'Web archive' },
  importedAt: { 'zh-Hans': '导入时间', 'zh-Hant': '匯入時間', en: 'Imported' },
  fromPack: { 'zh-Hans': '来自资料包', 'zh-Hant': '來自資料包', en: 'Part of a pack' },
  versions: { 'zh-Hans': '正文版本', 'zh-Hant': '本文版本', en: 'Versions of the text' },
  version: {
    'zh-Hans': ({ number }: { readonly number: number }) => `第 ${number} 版`,
    'zh-Hant': ({ number }: { readonly number: number }) => `第 ${number} 版`,
    en: ({ number }: { readonly number: number }) => `Version ${number}`,
  },
  currentVersion: { 'zh-Hans': '当前', 'zh-Hant': '目前', en: 'current' },
  bytes: {
    'zh-Hans': ({ count }: Count) => `${count.toLocaleString('en')} 字节`,
    'zh-Hant': ({ count }: Count) => `${count.toLocaleString('en')} 位元組`,
    en: ({ count }: Count) => counted(count, 'byte', 'bytes'),
  },
  reopen: { 'zh-Hans': '换编码重新打开…', 'zh-Hant': '換編碼重新開啟…', en: 'Reopen with encoding…' },
  reopenTitle: { 'zh-Hans': '换编码重新打开', 'zh-Hant': '換編碼重新開啟', en: 'Reopen with encoding' },
  reopenIntro: {
    'zh-Hans': '正文是乱码时，从保存的原文件换一种编码再读一遍。批注会跟着走。',
    'zh-Hant': '本文是亂碼時，從保存的原始檔換一種編碼再讀一遍。註記會跟著走。',
    en: 'When the text is garbled: reads the kept original once more, with another encoding. Your notes follow.',
  },
  reopenNow: {
    'zh-Hans': ({ encoding }: { readonly encoding: string }) => `现在按 ${encoding} 读取。`,
    'zh-Hant': ({ encoding }: { readonly encoding: string }) => `目前按 ${encoding} 讀取。`,
    en: ({ encoding }: { readonly encoding: string }) => `It is read as ${encoding} now.`,
  },
  encodingFixed: {
    'zh-Hans': 'Word、EPUB 和 PDF 文件自己注明文字的编码，不能另选。',
    'zh-Hant': 'Word、EPUB 和 PDF 檔案自己註明文字的編碼，不能另選。',
    en: 'Word, EPUB and PDF files state their own encoding, so there is none to choose.',
  },
  reopenDo: { 'zh-Hans': '重新打开', 'zh-Hant': '重新開啟', en: 'Reopen' },
  utf8: {
    'zh-Hans': 'UTF-8（网页、新文件）',
    'zh-Hant': 'UTF-8（網頁、新檔案）',
    en: 'UTF-8 (web, new files)',
  },
  gb18030: {
    'zh-Hans': 'GB18030（含 GBK、GB2312，大陆旧文件）',
    'zh-Hant': 'GB18030（含 GBK、GB2312，大陸舊檔案）',
    en: 'GB18030 (with GBK, GB2312: older files of the mainland)',
  },
  big5: {
    'zh-Hans': 'Big5（台湾、香港旧文件）',
    'zh-Hant': 'Big5（臺灣、香港舊檔案）',
    en: 'Big5 (older files of Taiwan and Hong Kong)',
  },
  utf16le: {
    'zh-Hans': 'UTF-16 LE（Windows “Unicode”文本）',
    'zh-Hant': 'UTF-16 LE（Windows「Unicode」文字）',
    en: 'UTF-16 LE (“Unicode” text of Windows)',
  },
  utf16be: { 'zh-Hans': 'UTF-16 BE', 'zh-Hant': 'UTF-16 BE', en: 'UTF-16 BE' },
  replace: { 'zh-Hans': '用另一个文件替换正文…', 'zh-Hant': '用另一個檔案取代本文…', en: 'Replace text…' },
  saveOriginal: { 'zh-Hans': '另存原文件…', 'zh-Hant': '另存原始檔…', en: 'Save the original file…' },
  originalSaved: {
    'zh-Hans': ({ path }: { readonly path: string }) => `原文件已存到 ${path}`,
    'zh-Hant': ({ path }: { readonly path: string }) => `原始檔已存到 ${path}`,
    en: ({ path }: { readonly path: string }) => `The original was saved as ${path}`,
  },
  noOriginal: {
    'zh-Hans': '资料包里的报告没有原文件。',
    'zh-Hant': '資料包裡的報告沒有原始檔。',
    en: 'A report of a pack has no original file.',
  },
  reading: { 'zh-Hans': '正在重新读取…', 'zh-Hant': '正在重新讀取…', en: 'Reading anew…' },
  placing: {
    'zh-Hans': ({ done, total }: { readonly done: number; readonly total: number }) =>
      `正在新正文里找批注的位置：${done.toLocaleString('en')} / ${total.toLocaleString('en')}`,
    'zh-Hant': ({ done, total }: { readonly done: number; readonly total: number }) =>
      `正在新本文裡找註記的位置：${done.toLocaleString('en')} / ${total.toLocaleString('en')}`,
    en: ({ done, total }: { readonly done: number; readonly total: number }) =>
      `Finding the notes in the new text: ${done.toLocaleString('en')} / ${total.toLocaleString('en')}`,
  },
  placingBar: { 'zh-Hans': '为批注找位置', 'zh-Hant': '為註記找位置', en: 'Finding the notes' },
  cancelPlacing: {
    'zh-Hans': '取消，保留原来的正文',
    'zh-Hant': '取消，保留原來的本文',
    en: 'Cancel and keep the text',
  },
  readingCancelled: {
    'zh-Hans': '已取消，正文和批注都没有变。',
    'zh-Hant': '已取消，本文和註記都沒有變。',
    en: 'Cancelled; the text and its notes are as they were.',
  },
  resultTitle: { 'zh-Hans': '正文已更换', 'zh-Hant': '本文已更換', en: 'The text was replaced' },
  resultEncoding: {
    'zh-Hans': ({ title, encoding }: { readonly title: string; readonly encoding: string }) =>
      `“${title}”现在按 ${encoding} 读取。`,
    'zh-Hant': ({ title, encoding }: { readonly title: string; readonly encoding: string }) =>
      `「${title}」現在按 ${encoding} 讀取。`,
    en: ({ title, encoding }: { readonly title: string; readonly encoding: string }) =>
      `“${title}” is read as ${encoding} now.`,
  },
  resultReplaced: {
    'zh-Hans': ({ title }: { readonly title: string }) => `“${title}”的正文换成了所选文件的内容。`,
    'zh-Hant': ({ title }: { readonly title: string }) => `「${title}」的本文換成了所選檔案的內容。`,
    en: ({ title }: { readonly title: string }) => `“${title}” has the text of the file you chose.`,
  },
  resultNoNotes: {
    'zh-Hans': '这份报告没有批注。',
    'zh-Hant': '這份報告沒有註記。',
    en: 'This report has no notes.',
  },
  resultNotes: { 'zh-Hans': '批注现在的位置', 'zh-Hant': '註記現在的位置', en: 'Where its notes stand now' },
  resultExact: { 'zh-Hans': '原样找到', 'zh-Hant': '原樣找到', en: 'Found as they were' },
  resultMoved: {
    'zh-Hans': '随原文移动，或原文略有改动',
    'zh-Hant': '隨原文移動，或原文略有更動',
    en: 'Moved, or with a few words changed',
  },
  resultDoubtful: { 'zh-Hans': '需要你来确认', 'zh-Hant': '需要您來確認', en: 'For you to confirm' },
  resultOrphan: { 'zh-Hans': '新正文里没有', 'zh-Hant': '新本文裡沒有', en: 'Not in the new text' },
  resultSafe: {
    'zh-Hans': '没有批注被删除。旧正文仍然保留。',
    'zh-Hant': '沒有註記被刪除。舊本文仍然保留。',
    en: 'No note was deleted, and the old text is kept.',
  },
  showChanged: { 'zh-Hans': '查看这些批注', 'zh-Hant': '檢視這些註記', en: 'Show these notes' },
});
