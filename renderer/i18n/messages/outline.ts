import { defineMessages } from '../define-messages.ts';

/** The contents of a report, beside the list of reports. */
export const outline = defineMessages({
  tabs: { 'zh-Hans': '左栏', 'zh-Hant': '左欄', en: 'Left pane' },
  reports: { 'zh-Hans': '报告', 'zh-Hant': '報告', en: 'Reports' },
  title: { 'zh-Hans': '目录', 'zh-Hant': '目錄', en: 'Contents' },
  find: { 'zh-Hans': '筛选目录或输入编号', 'zh-Hant': '篩選目錄或輸入編號', en: 'Filter or go to a number' },
  findHint: {
    'zh-Hans': '标题，或编号如 三（二）2',
    'zh-Hant': '標題，或編號如 三（二）2',
    en: 'Words, or a number such as 3.2.2',
  },
  clear: { 'zh-Hans': '清除', 'zh-Hant': '清除', en: 'Clear' },
  goTo: {
    'zh-Hans': ({ label }: { readonly label: string }) => `回车到 ${label}`,
    'zh-Hant': ({ label }: { readonly label: string }) => `按 Enter 到 ${label}`,
    en: ({ label }: { readonly label: string }) => `Enter goes to ${label}`,
  },
  noReportTitle: { 'zh-Hans': '还没有打开报告', 'zh-Hant': '尚未開啟報告', en: 'No report is open' },
  noReport: {
    'zh-Hans': '打开一份报告，这里就会列出它的标题和编号。',
    'zh-Hant': '開啟一份報告，這裡就會列出它的標題和編號。',
    en: 'Open a report to see its headings and numbered points here.',
  },
  emptyTitle: {
    'zh-Hans': '这份报告没有目录',
    'zh-Hant': '這份報告沒有目錄',
    en: 'No headings in this report',
  },
  empty: {
    'zh-Hans': '正文里没有成序的编号（一、（一）1. 第一条……）或标题。',
    'zh-Hant': '本文裡沒有成序的編號（一、（一）1. 第一條……）或標題。',
    en: 'Its text has no headings and no numbering that runs in order.',
  },
  noMatch: { 'zh-Hans': '没有符合的标题。', 'zh-Hant': '沒有符合的標題。', en: 'No heading fits.' },
});
