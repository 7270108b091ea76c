import { counted, defineMessages } from '../define-messages.ts';

interface Count {
  readonly count: number;
}

const local = (count: number): string => count.toLocaleString('en');

/** All places of a search, one a line. */
export const concordance = defineMessages({
  view: { 'zh-Hans': '显示方式', 'zh-Hant': '顯示方式', en: 'Show as' },
  results: { 'zh-Hans': '结果', 'zh-Hant': '結果', en: 'Results' },
  concordance: { 'zh-Hans': '逐行对齐', 'zh-Hant': '逐行對齊', en: 'Concordance' },
  trend: { 'zh-Hans': '趋势', 'zh-Hant': '趨勢', en: 'Trend' },
  lines: { 'zh-Hans': '逐行对齐的各处', 'zh-Hant': '逐行對齊的各處', en: 'Every place, one a line' },
  before: { 'zh-Hans': '前文', 'zh-Hant': '前文', en: 'Before' },
  after: { 'zh-Hans': '命中与后文', 'zh-Hant': '命中與後文', en: 'Match and after' },
  place: { 'zh-Hans': '报告 · 位置', 'zh-Hant': '報告 · 位置', en: 'Report · place' },
  order: { 'zh-Hans': '排序', 'zh-Hant': '排序', en: 'Sort by' },
  orderText: { 'zh-Hans': '原文次序', 'zh-Hant': '原文次序', en: 'Order of the texts' },
  orderLeft: { 'zh-Hans': '左邻字', 'zh-Hant': '左鄰字', en: 'What stands left' },
  orderRight: { 'zh-Hans': '右邻字', 'zh-Hant': '右鄰字', en: 'What stands right' },
  grouping: { 'zh-Hans': '分组', 'zh-Hant': '分組', en: 'Group by' },
  groupNone: { 'zh-Hans': '不分组', 'zh-Hant': '不分組', en: 'Nothing' },
  groupReport: { 'zh-Hans': '按报告', 'zh-Hant': '按報告', en: 'Report' },
  groupYear: { 'zh-Hans': '按年份', 'zh-Hant': '按年份', en: 'Year' },
  groupPlace: { 'zh-Hans': '按地区', 'zh-Hant': '按地區', en: 'Place' },
  context: { 'zh-Hans': '前后字数', 'zh-Hant': '前後字數', en: 'Characters beside' },
  contextOf: {
    'zh-Hans': ({ count }: Count) => `前后各 ${count} 字`,
    'zh-Hant': ({ count }: Count) => `前後各 ${count} 字`,
    en: ({ count }: Count) => `${counted(count, 'character', 'characters')} on each side`,
  },
  actions: { 'zh-Hans': '复制与保存', 'zh-Hant': '複製與儲存', en: 'Copy and save' },
  copyMarkdown: { 'zh-Hans': '复制为 Markdown', 'zh-Hant': '複製為 Markdown', en: 'Copy as Markdown' },
  copyCsv: { 'zh-Hans': '复制为 CSV', 'zh-Hant': '複製為 CSV', en: 'Copy as CSV' },
  saveMarkdown: { 'zh-Hans': '保存为 Markdown…', 'zh-Hant': '儲存為 Markdown…', en: 'Save as Markdown…' },
  saveCsv: { 'zh-Hans': '保存为 CSV…', 'zh-Hant': '儲存為 CSV…', en: 'Save as CSV…' },
  copied: {
    'zh-Hans': ({ count }: Count) => `已复制 ${local(count)} 行。`,
    'zh-Hant': ({ count }: Count) => `已複製 ${local(count)} 行。`,
    en: ({ count }: Count) => `${counted(count, 'line is', 'lines are')} on the clipboard.`,
  },
  saved: {
    'zh-Hans': ({ path }: { readonly path: string }) => `已保存：${path}`,
    'zh-Hant': ({ path }: { readonly path: string }) => `已儲存：${path}`,
    en: ({ path }: { readonly path: string }) => `Saved: ${path}`,
  },
  opening: { 'zh-Hans': '正在排列各处…', 'zh-Hant': '正在排列各處…', en: 'Putting the places in order…' },
  progress: {
    'zh-Hans': ({ done, total }: { readonly done: number; readonly total: number }) =>
      `已读 ${local(done)} / ${local(total)} 份报告`,
    'zh-Hant': ({ done, total }: { readonly done: number; readonly total: number }) =>
      `已讀 ${local(done)} / ${local(total)} 份報告`,
    en: ({ done, total }: { readonly done: number; readonly total: number }) =>
      `${local(done)} of ${counted(total, 'report', 'reports')} read`,
  },
  linesOf: {
    'zh-Hans': ({ hits, reports }: { readonly hits: number; readonly reports: number }) =>
      `${local(reports)} 份报告，${local(hits)} 行`,
    'zh-Hant': ({ hits, reports }: { readonly hits: number; readonly reports: number }) =>
      `${local(reports)} 份報告，${local(hits)} 行`,
    en: ({ hits, reports }: { readonly hits: number; readonly reports: number }) =>
      `${counted(hits, 'line', 'lines')} of ${counted(reports, 'report', 'reports')}`,
  },
  onlyGroup: {
    'zh-Hans': ({ name }: { readonly name: string }) => `只看：${name}`,
    'zh-Hant': ({ name }: { readonly name: string }) => `只看：${name}`,
    en: ({ name }: { readonly name: string }) => `Only ${name}`,
  },
  showAll: { 'zh-Hans': '显示全部', 'zh-Hant': '顯示全部', en: 'Show all' },
  noYear: { 'zh-Hans': '日期不详', 'zh-Hant': '日期不詳', en: 'no date' },
  noPlace: { 'zh-Hans': '地区不详', 'zh-Hant': '地區不詳', en: 'no place' },
  loadingLine: { 'zh-Hans': '正在读取…', 'zh-Hant': '正在讀取…', en: 'Loading…' },
  noneTitle: { 'zh-Hans': '正文中没有', 'zh-Hant': '本文中沒有', en: 'Not in the texts' },
  noneBody: {
    'zh-Hans': '没有哪份报告的正文里有它。标题和批注里的匹配在“结果”中列出。',
    'zh-Hant': '沒有哪份報告的本文裡有它。標題和註記裡的相符處在「結果」中列出。',
    en: 'No report holds it in its text. What matches in titles and notes is listed under Results.',
  },
  failedTitle: { 'zh-Hans': '没有完成', 'zh-Hant': '沒有完成', en: 'It was not done' },
  tooMany: {
    'zh-Hans': ({ shown, count }: { readonly shown: number; readonly count: number }) =>
      `此处列出前 ${local(shown)} 行，共 ${local(count)} 行；保存的文件包含全部。`,
    'zh-Hant': ({ shown, count }: { readonly shown: number; readonly count: number }) =>
      `此處列出前 ${local(shown)} 行，共 ${local(count)} 行；儲存的檔案包含全部。`,
    en: ({ shown, count }: { readonly shown: number; readonly count: number }) =>
      `The first ${local(shown)} of ${local(count)} lines are listed; a saved file holds all.`,
  },
});

interface Bar {
  readonly name: string;
  readonly hits: number;
  readonly rate: string;
}

/** How the places of a search spread over years and reports. */
export const trend = defineMessages({
  by: { 'zh-Hans': '按', 'zh-Hant': '按', en: 'By' },
  byYear: { 'zh-Hans': '按年份', 'zh-Hant': '按年份', en: 'By year' },
  byReport: { 'zh-Hans': '按报告', 'zh-Hant': '按報告', en: 'By report' },
  unit: { 'zh-Hans': '单位', 'zh-Hant': '單位', en: 'Unit' },
  unitRate: { 'zh-Hans': '每万字', 'zh-Hant': '每萬字', en: 'Per 10,000 characters' },
  unitHits: { 'zh-Hans': '处数', 'zh-Hant': '處數', en: 'Places' },
  form: { 'zh-Hans': '形式', 'zh-Hant': '形式', en: 'Form' },
  chart: { 'zh-Hans': '图', 'zh-Hant': '圖', en: 'Chart' },
  table: { 'zh-Hans': '表', 'zh-Hant': '表', en: 'Table' },
  actions: { 'zh-Hans': '保存趋势', 'zh-Hant': '儲存趨勢', en: 'Save the trend' },
  saveSvg: { 'zh-Hans': '保存为 SVG…', 'zh-Hant': '儲存為 SVG…', en: 'Save as SVG…' },
  saveCsv: { 'zh-Hans': '保存为 CSV…', 'zh-Hant': '儲存為 CSV…', en: 'Save as CSV…' },
  loading: { 'zh-Hans': '正在统计…', 'zh-Hant': '正在統計…', en: 'Counting…' },
  titleYears: {
    'zh-Hans': ({ query, unit }: { readonly query: string; readonly unit: string }) =>
      `“${query}”各年份（${unit}）`,
    'zh-Hant': ({ query, unit }: { readonly query: string; readonly unit: string }) =>
      `「${query}」各年份（${unit}）`,
    en: ({ query, unit }: { readonly query: string; readonly unit: string }) =>
      `“${query}” by year: ${unit.toLowerCase()}`,
  },
  titleReports: {
    'zh-Hans': ({ query, unit }: { readonly query: string; readonly unit: string }) =>
      `“${query}”各报告（${unit}）`,
    'zh-Hant': ({ query, unit }: { readonly query: string; readonly unit: string }) =>
      `「${query}」各報告（${unit}）`,
    en: ({ query, unit }: { readonly query: string; readonly unit: string }) =>
      `“${query}” by report: ${unit.toLowerCase()}`,
  },
  barHelp: {
    'zh-Hans': '方向键逐条移动，回车查看其中各处。',
    'zh-Hant': '方向鍵逐條移動，按 Enter 檢視其中各處。',
    en: 'Arrow keys move from bar to bar, Enter shows its places.',
  },
  bar: {
    'zh-Hans': ({ name, hits, rate }: Bar) => `${name}：${local(hits)} 处，每万字 ${rate}`,
    'zh-Hant': ({ name, hits, rate }: Bar) => `${name}：${local(hits)} 處，每萬字 ${rate}`,
    en: ({ name, hits, rate }: Bar) =>
      `${name}: ${counted(hits, 'place', 'places')}, ${rate} per 10,000 characters`,
  },
  undated: {
    'zh-Hans': ({ reports, hits }: { readonly reports: number; readonly hits: number }) =>
      `另有 ${local(reports)} 份报告日期不详，其中 ${local(hits)} 处`,
    'zh-Hant': ({ reports, hits }: { readonly reports: number; readonly hits: number }) =>
      `另有 ${local(reports)} 份報告日期不詳，其中 ${local(hits)} 處`,
    en: ({ reports, hits }: { readonly reports: number; readonly hits: number }) =>
      `${counted(reports, 'report has', 'reports have')} no date and ${counted(hits, 'place', 'places')}`,
  },
  showPlaces: { 'zh-Hans': '查看', 'zh-Hant': '檢視', en: 'Show them' },
  someReports: {
    'zh-Hans': ({ shown, count }: { readonly shown: number; readonly count: number }) =>
      `图中是最多的 ${local(shown)} 份，共 ${local(count)} 份；表和 CSV 中有全部。`,
    'zh-Hant': ({ shown, count }: { readonly shown: number; readonly count: number }) =>
      `圖中是最多的 ${local(shown)} 份，共 ${local(count)} 份；表和 CSV 中有全部。`,
    en: ({ shown, count }: { readonly shown: number; readonly count: number }) =>
      `The chart shows the ${local(shown)} with the most of ${local(count)}; table and CSV hold all.`,
  },
  columnYear: { 'zh-Hans': '年份', 'zh-Hant': '年份', en: 'Year' },
  columnReport: { 'zh-Hans': '报告', 'zh-Hant': '報告', en: 'Report' },
  columnDate: { 'zh-Hans': '日期', 'zh-Hant': '日期', en: 'Date' },
  columnHits: { 'zh-Hans': '处数', 'zh-Hant': '處數', en: 'Places' },
  columnRate: { 'zh-Hans': '每万字', 'zh-Hant': '每萬字', en: 'Per 10,000' },
  columnFound: { 'zh-Hans': '有此词的报告', 'zh-Hant': '有此詞的報告', en: 'Reports with it' },
  columnReports: { 'zh-Hans': '全部报告', 'zh-Hant': '全部報告', en: 'All reports' },
  columnChars: { 'zh-Hans': '字数', 'zh-Hant': '字數', en: 'Characters' },
  moreRows: {
    'zh-Hans': ({ count }: Count) => `显示其余 ${local(count)} 行`,
    'zh-Hant': ({ count }: Count) => `顯示其餘 ${local(count)} 列`,
    en: ({ count }: Count) => `Show ${counted(count, 'more row', 'more rows')}`,
  },
  noDates: { 'zh-Hans': '没有日期', 'zh-Hant': '沒有日期', en: 'No dates' },
  noDatesBody: {
    'zh-Hans': '有此词的报告都没有日期。可在“报告信息”中填写，或按报告查看。',
    'zh-Hant': '有此詞的報告都沒有日期。可在「報告資訊」中填寫，或按報告檢視。',
    en: 'None of these reports has a date. Set it under Report Details, or look by report.',
  },
});
