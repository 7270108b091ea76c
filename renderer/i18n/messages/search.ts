import { counted, defineMessages, grouped } from '../define-messages.ts';

interface Total {
  readonly hits: number;
  readonly reports: number;
  /** Reports that only their title brings in. */
  readonly byTitle: number;
}

interface Share {
  readonly done: number;
  readonly all: number;
}

const shown = (count: number): string => count.toLocaleString('en');

/** The search box and its results. */
export const search = defineMessages({
  box: { 'zh-Hans': '搜索全部报告', 'zh-Hant': '搜尋全部報告', en: 'Search all reports' },
  hint: { 'zh-Hans': '搜索（简繁皆可）', 'zh-Hant': '搜尋（簡繁皆可）', en: 'Search, in either script' },
  clear: { 'zh-Hans': '清除搜索', 'zh-Hant': '清除搜尋', en: 'Clear the search' },
  results: { 'zh-Hans': '搜索结果', 'zh-Hant': '搜尋結果', en: 'Search results' },
  total: {
    'zh-Hans': ({ hits, reports, byTitle }: Total) =>
      reports === 0 && byTitle > 0
        ? `${shown(byTitle)} 份报告标题相符，正文中没有`
        : `${shown(reports)} 份报告${reports > 0 && hits === 0 ? '' : `中有 ${shown(hits)} 处`}`,
    'zh-Hant': ({ hits, reports, byTitle }: Total) =>
      reports === 0 && byTitle > 0
        ? `${shown(byTitle)} 份報告標題相符，本文中沒有`
        : `${shown(reports)} 份報告${reports > 0 && hits === 0 ? '' : `中有 ${shown(hits)} 處`}`,
    en: ({ hits, reports, byTitle }: Total) =>
      reports === 0 && byTitle > 0
        ? `${counted(byTitle, 'title', 'titles')}, not in the texts`
        : `${reports > 0 && hits === 0 ? '' : `${counted(hits, 'place', 'places')} in `}${counted(reports, 'report', 'reports')}`,
  },
  counting: {
    'zh-Hans': ({ done, all }: Share) => `正在清点：已看 ${shown(done)} / ${shown(all)} 份报告`,
    'zh-Hant': ({ done, all }: Share) => `正在清點：已看 ${shown(done)} / ${shown(all)} 份報告`,
    en: ({ done, all }: Share) => `Counting: ${shown(done)} of ${shown(all)} reports`,
  },
  searchable: {
    'zh-Hans': ({ done, all }: Share) => `正在建立索引：${shown(all)} 份报告中 ${shown(done)} 份可以搜索`,
    'zh-Hant': ({ done, all }: Share) => `正在建立索引：${shown(all)} 份報告中 ${shown(done)} 份可以搜尋`,
    en: ({ done, all }: Share) => `Indexing: ${shown(done)} of ${shown(all)} reports are searchable`,
  },
  sort: { 'zh-Hans': '排序', 'zh-Hant': '排序', en: 'Order' },
  sortRelevance: { 'zh-Hans': '相关', 'zh-Hant': '相關', en: 'Relevance' },
  sortDate: { 'zh-Hans': '日期', 'zh-Hant': '日期', en: 'Date' },
  sortPlace: { 'zh-Hans': '地区', 'zh-Hant': '地區', en: 'Place' },
  places: {
    'zh-Hans': ({ count }: { readonly count: number }) => `${count.toLocaleString('en')} 处`,
    'zh-Hant': ({ count }: { readonly count: number }) => `${count.toLocaleString('en')} 處`,
    en: ({ count }: { readonly count: number }) => counted(count, 'place', 'places'),
  },
  morePlaces: {
    'zh-Hans': ({ count }: { readonly count: number }) =>
      `另有 ${count.toLocaleString('en')} 处，打开报告后按 F3 逐处查看`,
    'zh-Hant': ({ count }: { readonly count: number }) =>
      `另有 ${count.toLocaleString('en')} 處，開啟報告後按 F3 逐處檢視`,
    en: ({ count }: { readonly count: number }) =>
      `${counted(count, 'more place', 'more places')}; open the report and press F3`,
  },
  moreReports: {
    'zh-Hans': ({ count }: { readonly count: number }) => `显示其余 ${count.toLocaleString('en')} 份报告`,
    'zh-Hant': ({ count }: { readonly count: number }) => `顯示其餘 ${count.toLocaleString('en')} 份報告`,
    en: ({ count }: { readonly count: number }) => `Show ${counted(count, 'more report', 'more reports')}`,
  },
  besideTexts: {
    'zh-Hans': ({ count }: { readonly count: number }) =>
      `标题、发文信息和批注中的匹配（${count.toLocaleString('en')}，不计入处数）`,
    'zh-Hant': ({ count }: { readonly count: number }) =>
      `標題、發文資訊和註記中的相符處（${count.toLocaleString('en')}，不計入處數）`,
    en: ({ count }: { readonly count: number }) =>
      `In titles, document details and notes: ${count.toLocaleString('en')}, not counted above`,
  },
  moreBeside: {
    'zh-Hans': ({ count }: { readonly count: number }) => `另有 ${count.toLocaleString('en')} 项未列出`,
    'zh-Hant': ({ count }: { readonly count: number }) => `另有 ${count.toLocaleString('en')} 項未列出`,
    en: ({ count }: { readonly count: number }) => `${count.toLocaleString('en')} more are not listed`,
  },
  besideTitle: { 'zh-Hans': '标题', 'zh-Hant': '標題', en: 'Title' },
  besideIssuer: { 'zh-Hans': '发文机关', 'zh-Hant': '發文機關', en: 'Issuer' },
  besideRegion: { 'zh-Hans': '地区', 'zh-Hant': '地區', en: 'Place' },
  besideDocumentNumber: { 'zh-Hans': '文号', 'zh-Hant': '文號', en: 'Document number' },
  besideSource: { 'zh-Hans': '来源', 'zh-Hant': '來源', en: 'Source' },
  besideAuthor: { 'zh-Hans': '作者', 'zh-Hant': '作者', en: 'Author' },
  besideNote: { 'zh-Hans': '批注', 'zh-Hant': '註記', en: 'Note' },
  besideTags: { 'zh-Hans': '标签', 'zh-Hant': '標籤', en: 'Tags' },
  noneTitle: { 'zh-Hans': '没有找到', 'zh-Hant': '沒有找到', en: 'Nothing found' },
  noneBody: {
    'zh-Hans': ({ query }: { readonly query: string }) =>
      `所有报告中都没有“${query}”。简繁不必区分；可以试试更短的词。`,
    'zh-Hant': ({ query }: { readonly query: string }) =>
      `所有報告中都沒有「${query}」。簡繁不必區分；可以試試更短的詞。`,
    en: ({ query }: { readonly query: string }) =>
      `No report holds “${query}”. The script does not matter; a shorter word may help.`,
  },
  startTitle: { 'zh-Hans': '搜索全部报告', 'zh-Hant': '搜尋全部報告', en: 'Search all reports' },
  startBody: {
    'zh-Hans': '在上方输入词语。输简体也能找到繁体，反过来一样。',
    'zh-Hant': '在上方輸入詞語。輸入繁體也能找到簡體，反之亦然。',
    en: 'Type a word above. Simplified finds Traditional, and the other way round.',
  },
  failedTitle: { 'zh-Hans': '搜索没有完成', 'zh-Hant': '搜尋沒有完成', en: 'The search was not done' },
  searching: { 'zh-Hans': '正在搜索…', 'zh-Hant': '正在搜尋…', en: 'Searching…' },
  waitingForPacks: {
    'zh-Hans': '资料包正在载入，载入后会补上其中的结果…',
    'zh-Hant': '資料包載入中，完成後會補上其中的結果…',
    en: 'The packs are loading; their results follow…',
  },
  next: { 'zh-Hans': '下一处', 'zh-Hant': '下一處', en: 'Next place' },
  previous: { 'zh-Hans': '上一处', 'zh-Hant': '上一處', en: 'Previous place' },
  backToText: { 'zh-Hans': '回到正文', 'zh-Hant': '回到本文', en: 'Back to the text' },
  placeOf: {
    'zh-Hans': ({ index, count }: { readonly index: number; readonly count: number }) =>
      `本报告第 ${grouped(index)} / ${grouped(count)} 处`,
    'zh-Hant': ({ index, count }: { readonly index: number; readonly count: number }) =>
      `本報告第 ${grouped(index)} / ${grouped(count)} 處`,
    en: ({ index, count }: { readonly index: number; readonly count: number }) =>
      `${grouped(index)} of ${grouped(count)} in this report`,
  },
  untitled: { 'zh-Hans': '（无标题）', 'zh-Hant': '（無標題）', en: '(no title)' },
  keyOpen: { 'zh-Hans': '打开选中的一处', 'zh-Hant': '開啟選取的一處', en: 'Open the chosen place' },
  keyEscape: {
    'zh-Hans': '结束搜索，回到正文',
    'zh-Hant': '結束搜尋，回到本文',
    en: 'End the search, back to the text',
  },
});
