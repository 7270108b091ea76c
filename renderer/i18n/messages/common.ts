import { counted, defineMessages, grouped } from '../define-messages.ts';

/** Words that several features use. */
export const common = defineMessages({
  cancel: { 'zh-Hans': '取消', 'zh-Hant': '取消', en: 'Cancel' },
  close: { 'zh-Hans': '关闭', 'zh-Hant': '關閉', en: 'Close' },
  done: { 'zh-Hans': '完成', 'zh-Hant': '完成', en: 'Done' },
  save: { 'zh-Hans': '保存', 'zh-Hant': '儲存', en: 'Save' },
  edit: { 'zh-Hans': '编辑', 'zh-Hant': '編輯', en: 'Edit' },
  delete: { 'zh-Hans': '删除', 'zh-Hant': '刪除', en: 'Delete' },
  copy: { 'zh-Hans': '复制', 'zh-Hant': '複製', en: 'Copy' },
  undo: { 'zh-Hans': '撤销', 'zh-Hant': '復原', en: 'Undo' },
  redo: { 'zh-Hans': '重做', 'zh-Hant': '重做', en: 'Redo' },
  loading: { 'zh-Hans': '正在载入…', 'zh-Hant': '正在載入…', en: 'Loading…' },
  moreActions: { 'zh-Hans': '更多操作', 'zh-Hant': '更多動作', en: 'More actions' },
  notifications: { 'zh-Hans': '通知', 'zh-Hant': '通知', en: 'Notifications' },
  yellow: { 'zh-Hans': '黄', 'zh-Hant': '黃', en: 'Yellow' },
  red: { 'zh-Hans': '红', 'zh-Hant': '紅', en: 'Red' },
  green: { 'zh-Hans': '绿', 'zh-Hant': '綠', en: 'Green' },
  blue: { 'zh-Hans': '蓝', 'zh-Hant': '藍', en: 'Blue' },
  purple: { 'zh-Hans': '紫', 'zh-Hant': '紫', en: 'Purple' },
  noteCount: {
    'zh-Hans': ({ count }: { readonly count: number }) => `${grouped(count)} 条批注`,
    'zh-Hant': ({ count }: { readonly count: number }) => `${grouped(count)} 則註記`,
    en: ({ count }: { readonly count: number }) => counted(count, 'note', 'notes'),
  },
  reportCount: {
    'zh-Hans': ({ count }: { readonly count: number }) => `${grouped(count)} 份报告`,
    'zh-Hant': ({ count }: { readonly count: number }) => `${grouped(count)} 份報告`,
    en: ({ count }: { readonly count: number }) => counted(count, 'report', 'reports'),
  },
});
