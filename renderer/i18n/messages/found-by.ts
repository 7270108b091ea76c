import type { Locale } from '#core/base/locale.ts';
import type { MetadataRule } from '#core/report/metadata-rules.ts';
import { defineMessages } from '../define-messages.ts';

/** Where a field of a report's metadata is from. Loaded with the dialog that shows it. */
export const foundBy = defineMessages({
  user: { 'zh-Hans': '由您填写', 'zh-Hant': '由您填寫', en: 'Written by you' },
  'front-matter': {
    'zh-Hans': '取自文件头部信息',
    'zh-Hant': '取自檔案前置資料',
    en: 'From the front matter',
  },
  document: { 'zh-Hans': '取自文件自身信息', 'zh-Hant': '取自檔案自身資料', en: 'From the file’s own data' },
  'document-name': { 'zh-Hans': '取自网页标题', 'zh-Hant': '取自網頁標題', en: 'From the document’s name' },
  'file-name': { 'zh-Hans': '取自文件名', 'zh-Hant': '取自檔名', en: 'From the file name' },
  'page-furniture': {
    'zh-Hans': '取自页面信息栏',
    'zh-Hant': '取自頁面資訊欄',
    en: 'From the page’s furniture',
  },
  heading: { 'zh-Hans': '取自一级标题', 'zh-Hant': '取自一級標題', en: 'From the first heading' },
  headline: { 'zh-Hans': '取自开头的标题行', 'zh-Hant': '取自開頭的標題行', en: 'From the headline' },
  'first-sentence': { 'zh-Hans': '取自正文首句', 'zh-Hant': '取自本文首句', en: 'From the first sentences' },
  title: { 'zh-Hans': '取自标题', 'zh-Hant': '取自標題', en: 'From the title' },
  'red-head': { 'zh-Hans': '取自红头', 'zh-Hant': '取自紅頭', en: 'From the red letterhead' },
  signature: { 'zh-Hans': '取自文末落款', 'zh-Hant': '取自文末落款', en: 'From the signature at the end' },
  'occasion-line': {
    'zh-Hans': '取自标题下的会议行',
    'zh-Hant': '取自標題下的會議行',
    en: 'From the line of the occasion',
  },
  'most-mentioned': {
    'zh-Hans': '正文开头最常提到',
    'zh-Hant': '本文開頭最常提到',
    en: 'Named most in the text’s beginning',
  },
  'change-line': {
    'zh-Hans': '取自公布或修正日期行',
    'zh-Hant': '取自公布或修正日期行',
    en: 'From the line of the last change',
  },
  'date-line': {
    'zh-Hans': '取自单独成行的日期',
    'zh-Hant': '取自單獨成行的日期',
    en: 'From a line of its own',
  },
  'event-line': {
    'zh-Hans': '取自标题下的通过或发布行',
    'zh-Hant': '取自標題下的通過或發布行',
    en: 'From the line below the title',
  },
  'number-line': { 'zh-Hans': '取自文号行', 'zh-Hant': '取自文號行', en: 'From the line of the number' },
  'organ-line': {
    'zh-Hans': '取自标题下的机关名',
    'zh-Hant': '取自標題下的機關名',
    en: 'From the body named below the title',
  },
  'speaker-line': {
    'zh-Hans': '取自报告人一行',
    'zh-Hant': '取自報告人一行',
    en: 'From the line of the speaker',
  },
  'subject-line': {
    'zh-Hans': '取自公文主旨',
    'zh-Hant': '取自公文主旨',
    en: 'From the subject of the letter',
  },
} satisfies Readonly<Record<MetadataRule, Readonly<Record<Locale, string>>>>);
