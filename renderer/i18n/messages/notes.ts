import { defineMessages } from '../define-messages.ts';

/** The list of notes and the editor of one. */
export const notes = defineMessages({
  title: { 'zh-Hans': '批注', 'zh-Hant': '註記', en: 'Notes' },
  list: { 'zh-Hans': '本报告的批注', 'zh-Hant': '本報告的註記', en: 'Notes of this report' },
  emptyTitle: { 'zh-Hans': '还没有批注', 'zh-Hant': '尚無註記', en: 'No notes yet' },
  emptyBody: {
    'zh-Hans': '在正文里选中一段，点一种颜色或按数字键 1–5 标出；按 A 写下想法。',
    'zh-Hant': '在本文裡選取一段，按一種顏色或數字鍵 1–5 標出；按 A 寫下想法。',
    en: 'Select a passage in the text and click a colour or press 1–5; press A to write down what you think.',
  },
  noReport: {
    'zh-Hans': '打开一份报告，这里就会列出它的批注。',
    'zh-Hant': '開啟一份報告，這裡就會列出它的註記。',
    en: 'Open a report to see its notes here.',
  },
  noMatch: { 'zh-Hans': '没有符合的批注。', 'zh-Hant': '沒有符合的註記。', en: 'No note fits.' },
  filter: { 'zh-Hans': '筛选批注', 'zh-Hant': '篩選註記', en: 'Filter notes' },
  filterHint: { 'zh-Hans': '原文、批注、标签', 'zh-Hant': '原文、註記、標籤', en: 'Quote, note, tag' },
  clearFilter: { 'zh-Hans': '清除筛选', 'zh-Hant': '清除篩選', en: 'Clear the filter' },
  colours: { 'zh-Hans': '按颜色筛选', 'zh-Hant': '依顏色篩選', en: 'Filter by colour' },
  shown: {
    'zh-Hans': ({ shown, all }: { readonly shown: number; readonly all: number }) =>
      shown === all ? `${all} 条` : `${shown} / ${all} 条`,
    'zh-Hant': ({ shown, all }: { readonly shown: number; readonly all: number }) =>
      shown === all ? `${all} 則` : `${shown} / ${all} 則`,
    en: ({ shown, all }: { readonly shown: number; readonly all: number }) =>
      shown === all ? `${all}` : `${shown} of ${all}`,
  },
  goTo: {
    'zh-Hans': ({ quote }: { readonly quote: string }) => `到原文：${quote}`,
    'zh-Hant': ({ quote }: { readonly quote: string }) => `到原文：${quote}`,
    en: ({ quote }: { readonly quote: string }) => `Go to: ${quote}`,
  },
  colour: { 'zh-Hans': '颜色', 'zh-Hant': '顏色', en: 'Colour' },
  noteText: { 'zh-Hans': '批注（Markdown）', 'zh-Hant': '註記（Markdown）', en: 'Note (Markdown)' },
  noteHint: {
    'zh-Hans': '写下想法，可用 Markdown',
    'zh-Hant': '寫下想法，可用 Markdown',
    en: 'What you think; Markdown will do',
  },
  tags: { 'zh-Hans': '标签', 'zh-Hant': '標籤', en: 'Tags' },
  tagsHint: { 'zh-Hans': '标签，回车加入', 'zh-Hant': '標籤，Enter 加入', en: 'Tags, Enter adds' },
  suggestedTags: { 'zh-Hans': '已有标签', 'zh-Hant': '已有標籤', en: 'Tags in use' },
  removeTag: {
    'zh-Hans': ({ tag }: { readonly tag: string }) => `去掉标签“${tag}”`,
    'zh-Hant': ({ tag }: { readonly tag: string }) => `移除標籤「${tag}」`,
    en: ({ tag }: { readonly tag: string }) => `Remove the tag “${tag}”`,
  },
  saveHint: { 'zh-Hans': 'Ctrl+Enter 保存', 'zh-Hant': 'Ctrl+Enter 儲存', en: 'Ctrl+Enter saves' },
  addNote: { 'zh-Hans': '写批注', 'zh-Hant': '寫註記', en: 'Write a note' },
  copyQuote: { 'zh-Hans': '复制引文', 'zh-Hant': '複製引文', en: 'Copy the quote' },
  copied: { 'zh-Hans': '引文已复制。', 'zh-Hant': '引文已複製。', en: 'Quote copied.' },
  stateMoved: { 'zh-Hans': '位置已变', 'zh-Hant': '位置已變', en: 'Moved' },
  stateDoubtful: { 'zh-Hans': '位置待确认', 'zh-Hant': '位置待確認', en: 'Place to confirm' },
  stateOrphan: { 'zh-Hans': '原文已不存在', 'zh-Hant': '原文已不存在', en: 'Passage gone' },
  hidden: { 'zh-Hans': '原文未显示', 'zh-Hant': '原文未顯示', en: 'Passage hidden' },
  otherColour: { 'zh-Hans': '其他', 'zh-Hant': '其他', en: 'Other' },
});
