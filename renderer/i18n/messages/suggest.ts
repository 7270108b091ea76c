import { defineMessages } from '../define-messages.ts';

interface Named {
  readonly name: string;
}

/** The list of the search box. */
export const suggest = defineMessages({
  list: { 'zh-Hans': '搜索建议', 'zh-Hant': '搜尋建議', en: 'Suggestions' },
  recents: { 'zh-Hans': '最近的搜索', 'zh-Hant': '最近的搜尋', en: 'Recent searches' },
  saveds: { 'zh-Hans': '已存的搜索', 'zh-Hant': '已存的搜尋', en: 'Saved searches' },
  operators: { 'zh-Hans': '可以这样写', 'zh-Hant': '可以這樣寫', en: 'What you can write' },
  recent: { 'zh-Hans': '最近', 'zh-Hant': '最近', en: 'recent' },
  forget: {
    'zh-Hans': '删除这条最近的搜索',
    'zh-Hant': '刪除這筆最近的搜尋',
    en: 'Delete this recent search',
  },
  forgetByKey: { 'zh-Hans': '按 Delete 删除', 'zh-Hant': '按 Delete 刪除', en: 'Delete removes it' },
  saved: { 'zh-Hans': '已存', 'zh-Hant': '已存', en: 'saved' },
  title: { 'zh-Hans': '打开报告', 'zh-Hant': '開啟報告', en: 'open the report' },
  tag: { 'zh-Hans': '标签', 'zh-Hant': '標籤', en: 'tag' },
  issuer: { 'zh-Hans': '发文机关', 'zh-Hant': '發文機關', en: 'issuer' },
  place: { 'zh-Hans': '地区', 'zh-Hant': '地區', en: 'place' },
  date: { 'zh-Hans': '年份', 'zh-Hant': '年份', en: 'year' },
  phrase: { 'zh-Hans': '常见词语', 'zh-Hant': '常見詞語', en: 'frequent phrase' },
  value: { 'zh-Hans': '筛选', 'zh-Hant': '篩選', en: 'filter' },
});

/** One line about each operator of the query language. */
export const operators = defineMessages({
  'title:': { 'zh-Hans': '标题里的词', 'zh-Hant': '標題裡的詞', en: 'a word of the title' },
  'issuer:': { 'zh-Hans': '发文机关', 'zh-Hant': '發文機關', en: 'who issued it' },
  'place:': { 'zh-Hans': '地区', 'zh-Hant': '地區', en: 'its place' },
  'date:': { 'zh-Hans': '日期，如 2020..2023', 'zh-Hant': '日期，如 2020..2023', en: 'such as 2020..2023' },
  'tag:': { 'zh-Hans': '批注的标签', 'zh-Hant': '註記的標籤', en: 'a tag of its notes' },
  'color:': {
    'zh-Hans': '批注的颜色或类别',
    'zh-Hant': '註記的顏色或類別',
    en: 'a colour or code of its notes',
  },
  'script:': {
    'zh-Hans': '原文字形，如 Hant',
    'zh-Hant': '原文字形，如 Hant',
    en: 'its script, such as Hant',
  },
  'has:note': { 'zh-Hans': '有批注的报告', 'zh-Hant': '有註記的報告', en: 'reports with notes' },
  'in:notes': { 'zh-Hans': '只在批注里找', 'zh-Hant': '只在註記裡找', en: 'only in notes' },
  OR: { 'zh-Hans': '前后任一', 'zh-Hant': '前後任一', en: 'either of two' },
  '-': { 'zh-Hans': '不含其后的词', 'zh-Hant': '不含其後的詞', en: 'without what follows' },
  '"…"': { 'zh-Hans': '整个词组', 'zh-Hant': '整個詞組', en: 'one phrase' },
  '*': { 'zh-Hans': '任意若干字', 'zh-Hant': '任意若干字', en: 'any characters' },
  '?': { 'zh-Hans': '任意一字', 'zh-Hant': '任意一字', en: 'any one character' },
  'NEAR/10': { 'zh-Hans': '两词相距不过 10 字', 'zh-Hant': '兩詞相距不過 10 字', en: 'within 10 characters' },
  '/…/': { 'zh-Hans': '正则表达式', 'zh-Hant': '正規表示式', en: 'a regular expression' },
});

/** Queries under names. */
export const savedSearches = defineMessages({
  open: { 'zh-Hans': '已存的搜索', 'zh-Hant': '已存的搜尋', en: 'Saved searches' },
  name: { 'zh-Hans': '这次搜索的名称', 'zh-Hant': '這次搜尋的名稱', en: 'Name of this search' },
  save: { 'zh-Hans': '保存', 'zh-Hant': '儲存', en: 'Save' },
  list: { 'zh-Hans': '已存的搜索', 'zh-Hant': '已存的搜尋', en: 'Saved searches' },
  none: {
    'zh-Hans': '还没有。起个名称，把当前的搜索连同排序存下来。',
    'zh-Hant': '還沒有。取個名稱，把目前的搜尋連同排序存下來。',
    en: 'None yet. Give the search a name to keep it with its order.',
  },
  run: {
    'zh-Hans': ({ name }: Named) => `搜索“${name}”`,
    'zh-Hant': ({ name }: Named) => `搜尋「${name}」`,
    en: ({ name }: Named) => `Search “${name}”`,
  },
  nameOf: {
    'zh-Hans': ({ name }: Named) => `“${name}”的名称`,
    'zh-Hant': ({ name }: Named) => `「${name}」的名稱`,
    en: ({ name }: Named) => `Name of “${name}”`,
  },
  remove: {
    'zh-Hans': ({ name }: Named) => `删除“${name}”`,
    'zh-Hant': ({ name }: Named) => `刪除「${name}」`,
    en: ({ name }: Named) => `Delete “${name}”`,
  },
  removed: {
    'zh-Hans': ({ name }: Named) => `已删除搜索“${name}”。`,
    'zh-Hant': ({ name }: Named) => `已刪除搜尋「${name}」。`,
    en: ({ name }: Named) => `The search “${name}” is deleted.`,
  },
});
