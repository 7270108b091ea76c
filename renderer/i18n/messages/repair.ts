import { counted, defineMessages, grouped } from '../define-messages.ts';

/** The list of repairs, the source layer, and the user's own corrections. */
export const repair = defineMessages({
  title: { 'zh-Hans': '修复', 'zh-Hant': '修復', en: 'Repairs' },
  button: {
    'zh-Hans': ({ count }: { readonly count: number }) => `修复 ${count.toLocaleString('en')}`,
    'zh-Hant': ({ count }: { readonly count: number }) => `修復 ${count.toLocaleString('en')}`,
    en: ({ count }: { readonly count: number }) => counted(count, 'repair', 'repairs'),
  },
  asking: {
    'zh-Hans': ({ count }: { readonly count: number }) => `待定 ${grouped(count)}`,
    'zh-Hant': ({ count }: { readonly count: number }) => `待定 ${grouped(count)}`,
    en: ({ count }: { readonly count: number }) => `${grouped(count)} to decide`,
  },
  asksHere: {
    'zh-Hans': '这一处规则没有把握，未作改动。',
    'zh-Hant': '這一處規則沒有把握，未作更動。',
    en: 'The rules are not sure here and have changed nothing.',
  },
  noneAsking: {
    'zh-Hans': '这份报告没有待定的修复。',
    'zh-Hant': '這份報告沒有待定的修復。',
    en: 'No repair in this report waits for a decision.',
  },
  show: { 'zh-Hans': '显示修复列表', 'zh-Hant': '顯示修復清單', en: 'Show the list of repairs' },
  hide: { 'zh-Hans': '收起修复列表', 'zh-Hant': '收合修復清單', en: 'Hide the list of repairs' },
  sourceLayer: { 'zh-Hans': '原貌', 'zh-Hant': '原貌', en: 'As imported' },
  sourceLayerHint: {
    'zh-Hans': '显示导入时的原貌',
    'zh-Hant': '顯示匯入時的原貌',
    en: 'Show the text as it was imported',
  },
  sourceState: {
    'zh-Hans': ({ count }: { readonly count: number }) =>
      `原貌：导入时的文字和字形，一字未改。标出的 ${count.toLocaleString('en')} 处在阅读时会修复。`,
    'zh-Hant': ({ count }: { readonly count: number }) =>
      `原貌：匯入時的文字與字形，一字未改。標出的 ${count.toLocaleString('en')} 處在閱讀時會修復。`,
    en: ({ count }: { readonly count: number }) =>
      `As imported, in its own script. Marked: ${counted(count, 'place', 'places')} repaired for reading.`,
  },
  backToReading: { 'zh-Hans': '回到阅读', 'zh-Hant': '回到閱讀', en: 'Back to reading' },
  summary: {
    'zh-Hans': ({ applied, asks }: { readonly applied: number; readonly asks: number }) =>
      asks === 0 ? `已修复 ${grouped(applied)} 处` : `已修复 ${grouped(applied)} 处 · 待定 ${asks} 处`,
    'zh-Hant': ({ applied, asks }: { readonly applied: number; readonly asks: number }) =>
      asks === 0 ? `已修復 ${grouped(applied)} 處` : `已修復 ${grouped(applied)} 處 · 待定 ${asks} 處`,
    en: ({ applied, asks }: { readonly applied: number; readonly asks: number }) =>
      asks === 0 ? `${grouped(applied)} applied` : `${grouped(applied)} applied · ${asks} to decide`,
  },
  nothing: {
    'zh-Hans': '没有发现需要修复的地方。',
    'zh-Hant': '沒有發現需要修復的地方。',
    en: 'Nothing in this report needs repair.',
  },
  nothingBody: {
    'zh-Hans': '选中一段文字，点工具条上的“改正”，可以自己改。',
    'zh-Hant': '選取一段文字，按工具列上的「改正」，可以自行修改。',
    en: 'Select a passage and choose Correct in the bar to mend it yourself.',
  },
  list: { 'zh-Hans': '修复列表', 'zh-Hant': '修復清單', en: 'List of repairs' },
  asksTitle: {
    'zh-Hans': ({ count }: { readonly count: number }) => `请决定 ${grouped(count)} 处`,
    'zh-Hant': ({ count }: { readonly count: number }) => `請決定 ${grouped(count)} 處`,
    en: ({ count }: { readonly count: number }) => `${counted(count, 'place', 'places')} to decide`,
  },
  asksBody: {
    'zh-Hans': '这些地方规则没有把握，未作改动。',
    'zh-Hant': '這些地方規則沒有把握，未作更動。',
    en: 'The rules are not sure here and have changed nothing.',
  },
  accept: { 'zh-Hans': '采用', 'zh-Hant': '採用', en: 'Accept' },
  leave: { 'zh-Hans': '保持原样', 'zh-Hant': '保持原樣', en: 'Leave' },
  acceptAll: { 'zh-Hans': '全部采用', 'zh-Hant': '全部採用', en: 'Accept all' },
  leaveAll: { 'zh-Hans': '全部保持原样', 'zh-Hant': '全部保持原樣', en: 'Leave all' },
  takeBack: { 'zh-Hans': '收回改正', 'zh-Hant': '收回改正', en: 'Take back' },
  reset: {
    'zh-Hans': '全部恢复为规则的判断',
    'zh-Hant': '全部恢復為規則的判斷',
    en: 'All as the rules have it',
  },
  ruleCount: {
    'zh-Hans': ({ applied, all }: { readonly applied: number; readonly all: number }) =>
      `${grouped(all)} 处中已修复 ${grouped(applied)} 处`,
    'zh-Hant': ({ applied, all }: { readonly applied: number; readonly all: number }) =>
      `${grouped(all)} 處中已修復 ${grouped(applied)} 處`,
    en: ({ applied, all }: { readonly applied: number; readonly all: number }) =>
      `${grouped(applied)} of ${counted(all, 'place', 'places')} applied`,
  },
  switchRule: {
    'zh-Hans': ({ rule }: { readonly rule: string }) => `全部修复：${rule}`,
    'zh-Hant': ({ rule }: { readonly rule: string }) => `全部修復：${rule}`,
    en: ({ rule }: { readonly rule: string }) => `Apply all: ${rule}`,
  },
  switchOne: { 'zh-Hans': '修复这一处', 'zh-Hant': '修復這一處', en: 'Apply here' },
  changeRemoved: {
    'zh-Hans': ({ before }: { readonly before: string }) => `删去“${before}”`,
    'zh-Hant': ({ before }: { readonly before: string }) => `刪去「${before}」`,
    en: ({ before }: { readonly before: string }) => `remove “${before}”`,
  },
  changeInserted: {
    'zh-Hans': ({ after }: { readonly after: string }) => `加入“${after}”`,
    'zh-Hant': ({ after }: { readonly after: string }) => `加入「${after}」`,
    en: ({ after }: { readonly after: string }) => `insert “${after}”`,
  },
  changeReplaced: {
    'zh-Hans': ({ before, after }: { readonly before: string; readonly after: string }) =>
      `“${before}”改为“${after}”`,
    'zh-Hant': ({ before, after }: { readonly before: string; readonly after: string }) =>
      `「${before}」改為「${after}」`,
    en: ({ before, after }: { readonly before: string; readonly after: string }) =>
      `“${before}” becomes “${after}”`,
  },
  here: { 'zh-Hans': '此处的修复', 'zh-Hant': '此處的修復', en: 'Repair here' },
  correct: { 'zh-Hans': '改正…', 'zh-Hant': '改正…', en: 'Correct…' },
  correctTitle: { 'zh-Hans': '改正这段文字', 'zh-Hant': '改正這段文字', en: 'Correct this passage' },
  correctLabel: { 'zh-Hans': '改正后的文字', 'zh-Hant': '改正後的文字', en: 'Corrected text' },
  correctHint: {
    'zh-Hans': '按原文的字形填写。导入的原文不会改动，改正随时可以收回。',
    'zh-Hant': '請以原文的字形填寫。匯入的原文不會更動，改正隨時可以收回。',
    en: 'In the script of the source. What was imported stays as it is; a correction can be taken back at any time.',
  },
  ruleUndecodableLines: {
    'zh-Hans': '无法解码的残行',
    'zh-Hant': '無法解碼的殘行',
    en: 'Lines that could not be decoded',
  },
  ruleUndecodableBytes: {
    'zh-Hans': '无法解码的字符',
    'zh-Hant': '無法解碼的字元',
    en: 'Characters that could not be decoded',
  },
  ruleMisreadEncoding: { 'zh-Hans': '编码误读', 'zh-Hant': '編碼誤讀', en: 'Text read in a wrong encoding' },
  ruleByteShift: { 'zh-Hans': '字节错位', 'zh-Hant': '位元組錯位', en: 'Characters shifted by a lost byte' },
  ruleHtml: {
    'zh-Hans': '残留的网页代码',
    'zh-Hant': '殘留的網頁代碼',
    en: 'Web page code left in the text',
  },
  ruleUnicodeEscapes: {
    'zh-Hans': '未还原的字符编码',
    'zh-Hant': '未還原的字元編碼',
    en: 'Escaped characters',
  },
  ruleZeroWidth: { 'zh-Hans': '看不见的字符', 'zh-Hant': '看不見的字元', en: 'Invisible characters' },
  ruleCompatibility: {
    'zh-Hans': '兼容字与自造字',
    'zh-Hant': '相容字與自造字',
    en: 'Compatibility and private-use characters',
  },
  rulePinyin: { 'zh-Hans': '转换残留的拼音', 'zh-Hant': '轉換殘留的拼音', en: 'Pinyin left in brackets' },
  ruleEscapedQuote: {
    'zh-Hans': '带反斜杠的引号',
    'zh-Hant': '帶反斜線的引號',
    en: 'Quotation marks with a backslash',
  },
  ruleFurniture: {
    'zh-Hans': '网页附带文字',
    'zh-Hant': '網頁附帶文字',
    en: 'Words from the web page',
  },
  ruleDoubledPunctuation: { 'zh-Hans': '重复的标点', 'zh-Hant': '重複的標點', en: 'Doubled punctuation' },
  ruleStraySpaces: { 'zh-Hans': '多余的空格', 'zh-Hant': '多餘的空格', en: 'Stray spaces' },
  ruleHalfWidth: { 'zh-Hans': '半角标点', 'zh-Hant': '半形標點', en: 'Half-width punctuation' },
  ruleLineJoining: { 'zh-Hans': '段中断行', 'zh-Hant': '段中斷行', en: 'Line breaks inside paragraphs' },
  ruleLostBreaks: { 'zh-Hans': '丢失的分段', 'zh-Hant': '遺失的分段', en: 'Lost paragraph breaks' },
  ruleUser: { 'zh-Hans': '我的改正', 'zh-Hant': '我的改正', en: 'Your corrections' },
});
