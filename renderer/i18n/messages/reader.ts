import { counted, defineMessages } from '../define-messages.ts';

/** The text, the script switch, the bar at a selection and the panel of a highlight. */
export const reader = defineMessages({
  text: { 'zh-Hans': '正文', 'zh-Hant': '本文', en: 'Text' },
  untitled: { 'zh-Hans': '（无标题）', 'zh-Hant': '（無標題）', en: '(no title)' },
  emptyTitle: {
    'zh-Hans': '选一份报告开始读',
    'zh-Hant': '選一份報告開始閱讀',
    en: 'Choose a report to read',
  },
  emptyBody: {
    'zh-Hans': '点左侧文库中的报告即可打开。选中文字后点一种颜色，就标出一段；按 ? 查看快捷键。',
    'zh-Hant': '按左側文庫中的報告即可開啟。選取文字後按一種顏色，就標出一段；按 ? 檢視快速鍵。',
    en: 'Open one from the library on the left. Select a passage and click a colour to highlight it; press ? for the keys.',
  },
  emptyBodyFolded: {
    'zh-Hans': '从文库里选一份，或者先导入。选中文字后点一种颜色，就标出一段；按 ? 查看快捷键。',
    'zh-Hant': '從文庫裡選一份，或先匯入。選取文字後按一種顏色，就標出一段；按 ? 檢視快速鍵。',
    en: 'Choose one from the library, or import some. Select a passage and click a colour to highlight it; press ? for the keys.',
  },
  opening: { 'zh-Hans': '正在打开…', 'zh-Hant': '正在開啟…', en: 'Opening…' },
  converting: { 'zh-Hans': '正在转换…', 'zh-Hant': '正在轉換…', en: 'Converting…' },
  openFailed: {
    'zh-Hans': '这份报告打不开',
    'zh-Hant': '無法開啟這份報告',
    en: 'This report could not be opened',
  },
  retry: { 'zh-Hans': '再试一次', 'zh-Hant': '再試一次', en: 'Try again' },
  noText: {
    'zh-Hans': '这份报告没有可读的文字。',
    'zh-Hant': '這份報告沒有可讀的文字。',
    en: 'This report has no text to read.',
  },
  conversionFailed: {
    'zh-Hans': '字形转换失败，显示的仍是原文。请切回“原文”再试；若再次出现，请重新启动程序。',
    'zh-Hant': '字形轉換失敗，顯示的仍是原文。請切回「原文」再試；若再次發生，請重新啟動程式。',
    en: 'The script could not be converted; the source is shown. Switch to Source and try again; if it happens again, restart the program.',
  },
  characters: {
    'zh-Hans': ({ count }: { readonly count: number }) => `${count.toLocaleString('en')} 字`,
    'zh-Hant': ({ count }: { readonly count: number }) => `${count.toLocaleString('en')} 字`,
    en: ({ count }: { readonly count: number }) => counted(count, 'character', 'characters'),
  },
  script: { 'zh-Hans': '阅读字形', 'zh-Hant': '閱讀字形', en: 'Reading script' },
  scriptSource: { 'zh-Hans': '原文', 'zh-Hant': '原文', en: '原文' },
  scriptCn: { 'zh-Hans': '简', 'zh-Hant': '簡', en: '简' },
  scriptT: { 'zh-Hans': '繁', 'zh-Hant': '繁', en: '繁' },
  scriptTw: { 'zh-Hans': '繁台', 'zh-Hant': '繁臺', en: '繁台' },
  scriptTwp: { 'zh-Hans': '繁台词', 'zh-Hant': '繁臺詞', en: '繁台词' },
  scriptHk: { 'zh-Hans': '繁港', 'zh-Hant': '繁港', en: '繁港' },
  scriptSourceName: { 'zh-Hans': '原文字形', 'zh-Hant': '原文字形', en: 'As in the source' },
  scriptCnName: { 'zh-Hans': '简体', 'zh-Hant': '簡體', en: 'Simplified' },
  scriptTName: { 'zh-Hans': '繁体（OpenCC）', 'zh-Hant': '繁體（OpenCC）', en: 'Traditional (OpenCC)' },
  scriptTwName: { 'zh-Hans': '繁体（台湾）', 'zh-Hant': '繁體（臺灣）', en: 'Traditional (Taiwan)' },
  scriptTwpName: {
    'zh-Hans': '繁体（台湾 IT 用词）',
    'zh-Hant': '繁體（臺灣資訊用詞）',
    en: 'Traditional (Taiwan IT wording)',
  },
  scriptHkName: { 'zh-Hans': '繁体（香港）', 'zh-Hant': '繁體（香港）', en: 'Traditional (Hong Kong)' },
  selectionBar: { 'zh-Hans': '选中文字的操作', 'zh-Hant': '選取文字的動作', en: 'Actions for the selection' },
  highlightIn: {
    'zh-Hans': ({ colour }: { readonly colour: string }) => `标成${colour}色`,
    'zh-Hant': ({ colour }: { readonly colour: string }) => `標成${colour}色`,
    en: ({ colour }: { readonly colour: string }) => `Highlight in ${colour.toLowerCase()}`,
  },
  underline: { 'zh-Hans': '画线', 'zh-Hant': '畫線', en: 'Underline' },
  addNote: { 'zh-Hans': '写批注', 'zh-Hant': '寫註記', en: 'Write a note' },
  searchSelection: { 'zh-Hans': '搜索选中文字', 'zh-Hant': '搜尋選取文字', en: 'Search for the selection' },
  newNote: { 'zh-Hans': '新批注', 'zh-Hant': '新註記', en: 'New note' },
  notesHere: { 'zh-Hans': '此处的批注', 'zh-Hant': '此處的註記', en: 'Notes here' },
  paragraphNote: {
    'zh-Hans': ({ colour, note }: { readonly colour: string; readonly note: string }) =>
      note === '' ? `${colour}色标记。` : `${colour}色标记，批注：${note}。`,
    'zh-Hant': ({ colour, note }: { readonly colour: string; readonly note: string }) =>
      note === '' ? `${colour}色標記。` : `${colour}色標記，註記：${note}。`,
    en: ({ colour, note }: { readonly colour: string; readonly note: string }) =>
      note === '' ? `${colour} highlight.` : `${colour} highlight, note: ${note}.`,
  },
  keyParagraph: { 'zh-Hans': '上一段、下一段', 'zh-Hant': '上一段、下一段', en: 'Previous, next paragraph' },
  keyExtend: {
    'zh-Hans': '从当前段开始选字，或扩展选区',
    'zh-Hant': '從目前段落開始選字，或延伸選取範圍',
    en: 'Select from the current paragraph on, or extend the selection',
  },
  keySelectParagraph: {
    'zh-Hans': '选中当前段',
    'zh-Hant': '選取目前段落',
    en: 'Select the current paragraph',
  },
  keyOpenNote: { 'zh-Hans': '打开当前批注', 'zh-Hant': '開啟目前註記', en: 'Open the current note' },
  keyBar: { 'zh-Hans': '到选区工具条', 'zh-Hant': '到選取工具列', en: 'To the bar at the selection' },
  keyEscape: {
    'zh-Hans': '取消选择、关闭面板',
    'zh-Hant': '取消選取、關閉面板',
    en: 'Drop the selection, close the panel',
  },
});
