import { defineMessages, grouped } from '../define-messages.ts';

/** The list of notes and the editor of one. */
export const notes = defineMessages({
  title: { 'zh-Hans': '批注', 'zh-Hant': '註記', en: 'Notes' },
  list: { 'zh-Hans': '本报告的批注', 'zh-Hant': '本報告的註記', en: 'Notes of this report' },
  emptyTitle: { 'zh-Hans': '还没有批注', 'zh-Hant': '尚無註記', en: 'No notes yet' },
  emptyBody: {
    'zh-Hans': '在正文里选中一段，点一种颜色或按数字键 1–9 标出；按 A 写下想法。',
    'zh-Hant': '在本文裡選取一段，按一種顏色或數字鍵 1–9 標出；按 A 寫下想法。',
    en: 'Select a passage in the text and click a colour or press 1–9; press A to write down what you think.',
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
      shown === all ? `${grouped(all)} 条` : `${grouped(shown)} / ${grouped(all)} 条`,
    'zh-Hant': ({ shown, all }: { readonly shown: number; readonly all: number }) =>
      shown === all ? `${grouped(all)} 則` : `${grouped(shown)} / ${grouped(all)} 則`,
    en: ({ shown, all }: { readonly shown: number; readonly all: number }) =>
      shown === all ? `${grouped(all)}` : `${grouped(shown)} of ${grouped(all)}`,
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
  stateExact: { 'zh-Hans': '位置准确', 'zh-Hant': '位置準確', en: 'In place' },
  states: { 'zh-Hans': '按位置状态筛选', 'zh-Hant': '依位置狀態篩選', en: 'Filter by state' },
  stateCount: {
    'zh-Hans': ({ state, count }: { readonly state: string; readonly count: number }) =>
      `${state} ${grouped(count)}`,
    'zh-Hant': ({ state, count }: { readonly state: string; readonly count: number }) =>
      `${state} ${grouped(count)}`,
    en: ({ state, count }: { readonly state: string; readonly count: number }) =>
      `${state} ${grouped(count)}`,
  },
  sort: { 'zh-Hans': '批注排序', 'zh-Hant': '註記排序', en: 'Order of notes' },
  sortPlace: { 'zh-Hans': '按原文次序', 'zh-Hant': '依原文次序', en: 'By place in the text' },
  sortState: { 'zh-Hans': '待处理的在前', 'zh-Hant': '待處理的在前', en: 'To be settled first' },
  sortTime: { 'zh-Hans': '最近修改', 'zh-Hant': '最近修改', en: 'Last changed' },
  resolve: { 'zh-Hans': '确定位置', 'zh-Hant': '確定位置', en: 'Settle its place' },
  resolveDoubtful: {
    'zh-Hans': '正文换过。这条批注可能属于以下地方：',
    'zh-Hant': '本文換過。這則註記可能屬於以下地方：',
    en: 'The text has changed. This note may belong here:',
  },
  resolveMoved: {
    'zh-Hans': '正文换过，批注跟到了这里：',
    'zh-Hant': '本文換過，註記跟到了這裡：',
    en: 'The text has changed, and the note followed to here:',
  },
  resolveOrphan: {
    'zh-Hans': '现在的正文里没有这段话。最接近的地方：',
    'zh-Hant': '現在的本文裡沒有這段話。最接近的地方：',
    en: 'The text does not hold this passage any more. Nearest to it:',
  },
  noCandidates: {
    'zh-Hans': '没有相近的地方。可以自己在正文里选。',
    'zh-Hant': '沒有相近的地方。可以自行在本文裡選取。',
    en: 'No place comes near. You can pick one in the text yourself.',
  },
  candidates: { 'zh-Hans': '可能的位置', 'zh-Hant': '可能的位置', en: 'Possible places' },
  lookAt: {
    'zh-Hans': ({ quote }: { readonly quote: string }) => `查看：${quote}`,
    'zh-Hant': ({ quote }: { readonly quote: string }) => `檢視：${quote}`,
    en: ({ quote }: { readonly quote: string }) => `Look at: ${quote}`,
  },
  belongsHere: { 'zh-Hans': '就在这里', 'zh-Hant': '就在這裡', en: 'It belongs here' },
  belongsNowhere: { 'zh-Hans': '都不是', 'zh-Hant': '都不是', en: 'It belongs nowhere' },
  pickPlace: { 'zh-Hans': '自己选位置', 'zh-Hant': '自行選位置', en: 'Pick the place' },
  picking: {
    'zh-Hans': '在正文里选中这条批注所在的文字，再点“放在这里”。',
    'zh-Hant': '在本文裡選取這則註記所在的文字，再按「放在這裡」。',
    en: 'Select its passage in the text, then press “Put the note here”.',
  },
  putHere: { 'zh-Hans': '放在这里', 'zh-Hant': '放在這裡', en: 'Put the note here' },
  placed: { 'zh-Hans': '批注的位置已确定。', 'zh-Hant': '註記的位置已確定。', en: 'The note has its place.' },
  placedNowhere: {
    'zh-Hans': '批注已留作“原文已不存在”。',
    'zh-Hant': '註記已留作「原文已不存在」。',
    en: 'The note is kept as one without a passage.',
  },
});
