import { counted, defineMessages, grouped } from '../define-messages.ts';

interface Count {
  readonly count: number;
}
interface Name {
  readonly name: string;
}

/** Codes, projects, the table of both, and tags. */
export const codes = defineMessages({
  manage: { 'zh-Hans': '标注类别…', 'zh-Hant': '標註類別…', en: 'Codes…' },
  title: { 'zh-Hans': '标注类别', 'zh-Hant': '標註類別', en: 'Codes' },
  intro: {
    'zh-Hans': '每种颜色代表一个类别。前九个可用数字键标注。',
    'zh-Hant': '每種顏色代表一個類別。前九個可用數字鍵標註。',
    en: 'What each colour means. The digits mark with the first nine.',
  },
  list: { 'zh-Hans': '类别列表', 'zh-Hant': '類別清單', en: 'List of codes' },
  common: { 'zh-Hans': '所有项目', 'zh-Hant': '所有專案', en: 'All projects' },
  ownOf: {
    'zh-Hans': ({ name }: Name) => `只在“${name}”`,
    'zh-Hant': ({ name }: Name) => `只在「${name}」`,
    en: ({ name }: Name) => `Only in “${name}”`,
  },
  scope: { 'zh-Hans': '用于', 'zh-Hant': '用於', en: 'Offered in' },
  name: { 'zh-Hans': '名称', 'zh-Hant': '名稱', en: 'Name' },
  nameOf: {
    'zh-Hans': ({ name }: Name) => `“${name}”的名称`,
    'zh-Hant': ({ name }: Name) => `「${name}」的名稱`,
    en: ({ name }: Name) => `Name of “${name}”`,
  },
  nameHint: {
    'zh-Hans': '如：目标、措施、数据',
    'zh-Hant': '如：目標、措施、數據',
    en: 'Such as Goal, Measure, Data',
  },
  colourOf: {
    'zh-Hans': ({ name }: Name) => `“${name}”的颜色`,
    'zh-Hant': ({ name }: Name) => `「${name}」的顏色`,
    en: ({ name }: Name) => `Colour of “${name}”`,
  },
  add: { 'zh-Hans': '添加类别', 'zh-Hant': '新增類別', en: 'Add a code' },
  addHint: {
    'zh-Hans': '新类别的名称，回车添加',
    'zh-Hant': '新類別的名稱，Enter 新增',
    en: 'Name of a new code, Enter adds it',
  },
  actionsOf: {
    'zh-Hans': ({ name }: Name) => `“${name}”的操作`,
    'zh-Hant': ({ name }: Name) => `「${name}」的動作`,
    en: ({ name }: Name) => `Actions for “${name}”`,
  },
  moveUp: { 'zh-Hans': '上移', 'zh-Hant': '上移', en: 'Move up' },
  moveDown: { 'zh-Hans': '下移', 'zh-Hant': '下移', en: 'Move down' },
  nest: { 'zh-Hans': '归到上一类之下', 'zh-Hant': '歸到上一類之下', en: 'Put under the one above' },
  unnest: { 'zh-Hans': '移到最上层', 'zh-Hant': '移到最上層', en: 'Put at the top' },
  makeCommon: { 'zh-Hans': '用于所有项目', 'zh-Hant': '用於所有專案', en: 'Offer in all projects' },
  makeOwn: {
    'zh-Hans': ({ name }: Name) => `只用于“${name}”`,
    'zh-Hant': ({ name }: Name) => `只用於「${name}」`,
    en: ({ name }: Name) => `Offer only in “${name}”`,
  },
  keys: {
    'zh-Hans': 'Alt+↑ / Alt+↓ 移动，Alt+→ 归入上一类，Alt+← 移出',
    'zh-Hant': 'Alt+↑ / Alt+↓ 移動，Alt+→ 歸入上一類，Alt+← 移出',
    en: 'Alt+↑ / Alt+↓ moves, Alt+→ puts under the one above, Alt+← takes out',
  },
  deleteTitle: {
    'zh-Hans': ({ name }: Name) => `删除类别“${name}”`,
    'zh-Hant': ({ name }: Name) => `刪除類別「${name}」`,
    en: ({ name }: Name) => `Delete the code “${name}”`,
  },
  deleteNotes: {
    'zh-Hans': ({ count }: Count) => `它的 ${grouped(count)} 条批注改归：`,
    'zh-Hant': ({ count }: Count) => `它的 ${grouped(count)} 則註記改歸：`,
    en: ({ count }: Count) => `Its ${counted(count, 'note', 'notes')} become:`,
  },
  deleteUnused: {
    'zh-Hans': '没有批注用到它。',
    'zh-Hant': '沒有註記用到它。',
    en: 'No note has it.',
  },
  moveTo: { 'zh-Hans': '改归的类别', 'zh-Hant': '改歸的類別', en: 'The code they become' },
  deleted: {
    'zh-Hans': ({ name }: Name) => `已删除类别“${name}”。`,
    'zh-Hant': ({ name }: Name) => `已刪除類別「${name}」。`,
    en: ({ name }: Name) => `Deleted the code “${name}”.`,
  },
  markAs: {
    'zh-Hans': ({ name }: Name) => `标为“${name}”`,
    'zh-Hant': ({ name }: Name) => `標為「${name}」`,
    en: ({ name }: Name) => `Mark as “${name}”`,
  },
  markedAs: {
    'zh-Hans': ({ name, note }: Name & { readonly note: string }) =>
      note === '' ? `标为“${name}”。` : `标为“${name}”，批注：${note}。`,
    'zh-Hant': ({ name, note }: Name & { readonly note: string }) =>
      note === '' ? `標為「${name}」。` : `標為「${name}」，註記：${note}。`,
    en: ({ name, note }: Name & { readonly note: string }) =>
      note === '' ? `Marked as “${name}”.` : `Marked as “${name}”, note: ${note}.`,
  },
  more: { 'zh-Hans': '更多类别', 'zh-Hant': '更多類別', en: 'More codes' },
  // Projects
  project: { 'zh-Hans': '项目', 'zh-Hant': '專案', en: 'Project' },
  projectIs: {
    'zh-Hans': ({ name }: Name) => `项目：${name}`,
    'zh-Hant': ({ name }: Name) => `專案：${name}`,
    en: ({ name }: Name) => `Project: ${name}`,
  },
  /** The project that every library has, until the user names it. */
  firstProject: { 'zh-Hans': '我的资料', 'zh-Hant': '我的資料', en: 'My reports' },
  manageProjects: { 'zh-Hans': '管理项目…', 'zh-Hant': '管理專案…', en: 'Manage projects…' },
  projects: { 'zh-Hans': '项目', 'zh-Hant': '專案', en: 'Projects' },
  projectsIntro: {
    'zh-Hans': '把报告归成项目，各有各的类别。一份报告可以在几个项目里。',
    'zh-Hant': '把報告歸成專案，各有各的類別。一份報告可以在幾個專案裡。',
    en: 'Sets of reports with codes of their own. A report may be in several.',
  },
  projectList: { 'zh-Hans': '项目列表', 'zh-Hant': '專案清單', en: 'List of projects' },
  addProject: { 'zh-Hans': '新建项目', 'zh-Hant': '新增專案', en: 'Add a project' },
  addProjectHint: {
    'zh-Hans': '新项目的名称，回车新建',
    'zh-Hant': '新專案的名稱，Enter 新增',
    en: 'Name of a new project, Enter adds it',
  },
  allReports: { 'zh-Hans': '全部报告', 'zh-Hant': '全部報告', en: 'Every report' },
  openProject: {
    'zh-Hans': ({ name }: Name) => `打开项目“${name}”`,
    'zh-Hant': ({ name }: Name) => `開啟專案「${name}」`,
    en: ({ name }: Name) => `Open the project “${name}”`,
  },
  deleteProject: {
    'zh-Hans': ({ name }: Name) => `删除项目“${name}”`,
    'zh-Hant': ({ name }: Name) => `刪除專案「${name}」`,
    en: ({ name }: Name) => `Delete the project “${name}”`,
  },
  projectDeleted: {
    'zh-Hans': ({ name }: Name) => `已删除项目“${name}”，报告仍在资料里。`,
    'zh-Hant': ({ name }: Name) => `已刪除專案「${name}」，報告仍在資料裡。`,
    en: ({ name }: Name) => `Deleted the project “${name}”; its reports stay.`,
  },
  openReport: { 'zh-Hans': '打开', 'zh-Hant': '開啟', en: 'Open' },
  fileInto: { 'zh-Hans': '归入项目', 'zh-Hant': '歸入專案', en: 'Projects of this report' },
  fileMany: {
    'zh-Hans': ({ count }: Count) => `将 ${grouped(count)} 份报告归入项目`,
    'zh-Hant': ({ count }: Count) => `將 ${grouped(count)} 份報告歸入專案`,
    en: ({ count }: Count) => `Projects of ${counted(count, 'report', 'reports')}`,
  },
  filed: {
    'zh-Hans': ({ count, name }: Count & Name) => `已将 ${grouped(count)} 份报告归入“${name}”。`,
    'zh-Hant': ({ count, name }: Count & Name) => `已將 ${grouped(count)} 份報告歸入「${name}」。`,
    en: ({ count, name }: Count & Name) => `Put ${counted(count, 'report', 'reports')} into “${name}”.`,
  },
  unfiled: {
    'zh-Hans': ({ count, name }: Count & Name) => `已将 ${grouped(count)} 份报告移出“${name}”。`,
    'zh-Hant': ({ count, name }: Count & Name) => `已將 ${grouped(count)} 份報告移出「${name}」。`,
    en: ({ count, name }: Count & Name) => `Took ${counted(count, 'report', 'reports')} out of “${name}”.`,
  },
  emptyProject: { 'zh-Hans': '这个项目还没有报告', 'zh-Hant': '這個專案尚無報告', en: 'No report here yet' },
  emptyProjectBody: {
    'zh-Hans': '在“我的资料”里选中报告，用右键菜单归入；现在导入的报告也会归入这里。',
    'zh-Hant': '在「我的資料」裡選取報告，以右鍵選單歸入；現在匯入的報告也會歸入這裡。',
    en: 'Choose reports in the first project and add them from their context menu; what you import now comes here, too.',
  },
  // The table
  matrix: { 'zh-Hans': '类别统计', 'zh-Hant': '類別統計', en: 'Codes by Report' },
  matrixMenu: { 'zh-Hans': '类别统计…', 'zh-Hant': '類別統計…', en: 'Codes by Report…' },
  matrixIntro: {
    'zh-Hans': '各报告里每类批注的条数。点数字看这些批注。',
    'zh-Hant': '各報告裡每類註記的則數。按數字看這些註記。',
    en: 'How many notes of each code a report has. A number leads to them.',
  },
  matrixTable: { 'zh-Hans': '类别与报告', 'zh-Hant': '類別與報告', en: 'Codes and reports' },
  matrixEmpty: { 'zh-Hans': '还没有批注可统计', 'zh-Hant': '尚無註記可統計', en: 'No notes to count yet' },
  matrixEmptyBody: {
    'zh-Hans': '在报告里标出几处，这里就会列出各类的条数。',
    'zh-Hant': '在報告裡標出幾處，這裡就會列出各類的則數。',
    en: 'Mark passages in reports and they are counted here.',
  },
  report: { 'zh-Hans': '报告', 'zh-Hant': '報告', en: 'Report' },
  total: { 'zh-Hans': '合计', 'zh-Hant': '合計', en: 'Total' },
  matrixOf: { 'zh-Hans': '统计范围', 'zh-Hant': '統計範圍', en: 'Reports of' },
  usedOnly: { 'zh-Hans': '只列用到的类别', 'zh-Hant': '只列用到的類別', en: 'Only codes in use' },
  saveTable: { 'zh-Hans': '存为 CSV…', 'zh-Hant': '存為 CSV…', en: 'Save as CSV…' },
  tableSaved: { 'zh-Hans': '表格已保存。', 'zh-Hant': '表格已儲存。', en: 'Table saved.' },
  cell: {
    'zh-Hans': ({ code, report, count }: Count & { readonly code: string; readonly report: string }) =>
      `${report}，${code}：${grouped(count)} 条批注`,
    'zh-Hant': ({ code, report, count }: Count & { readonly code: string; readonly report: string }) =>
      `${report}，${code}：${grouped(count)} 則註記`,
    en: ({ code, report, count }: Count & { readonly code: string; readonly report: string }) =>
      `${report}, ${code}: ${counted(count, 'note', 'notes')}`,
  },
  allOf: {
    'zh-Hans': ({ code, count }: Count & { readonly code: string }) => `${code}：共 ${grouped(count)} 条批注`,
    'zh-Hant': ({ code, count }: Count & { readonly code: string }) => `${code}：共 ${grouped(count)} 則註記`,
    en: ({ code, count }: Count & { readonly code: string }) =>
      `${code}: ${counted(count, 'note', 'notes')} in all`,
  },
  // Tags
  tags: { 'zh-Hans': '标签', 'zh-Hant': '標籤', en: 'Tags' },
  manageTags: { 'zh-Hans': '管理标签…', 'zh-Hant': '管理標籤…', en: 'Tags…' },
  tagsIntro: {
    'zh-Hans': '改名、合并、删除会改到所有批注，一步可撤销。',
    'zh-Hant': '改名、合併、刪除會改到所有註記，一步可復原。',
    en: 'A change goes through every note; one undo takes it back.',
  },
  tagList: { 'zh-Hans': '标签列表', 'zh-Hant': '標籤清單', en: 'List of tags' },
  noTags: { 'zh-Hans': '还没有标签', 'zh-Hant': '尚無標籤', en: 'No tags yet' },
  noTagsBody: {
    'zh-Hans': '写批注时可以加标签，这里就会列出。',
    'zh-Hant': '寫註記時可以加標籤，這裡就會列出。',
    en: 'Tags that you give to notes are listed here.',
  },
  filterTags: { 'zh-Hans': '筛选标签', 'zh-Hant': '篩選標籤', en: 'Filter tags' },
  noSuchTag: { 'zh-Hans': '没有符合的标签。', 'zh-Hant': '沒有符合的標籤。', en: 'No tag fits.' },
  chooseTag: {
    'zh-Hans': ({ name }: Name) => `选中“${name}”`,
    'zh-Hant': ({ name }: Name) => `選取「${name}」`,
    en: ({ name }: Name) => `Choose “${name}”`,
  },
  renameTag: {
    'zh-Hans': ({ name }: Name) => `将“${name}”改名为`,
    'zh-Hant': ({ name }: Name) => `將「${name}」改名為`,
    en: ({ name }: Name) => `Rename “${name}” to`,
  },
  mergeTags: {
    'zh-Hans': ({ count }: Count) => `将 ${grouped(count)} 个标签合并为`,
    'zh-Hant': ({ count }: Count) => `將 ${grouped(count)} 個標籤合併為`,
    en: ({ count }: Count) => `Merge ${counted(count, 'tag', 'tags')} into`,
  },
  rename: { 'zh-Hans': '改名', 'zh-Hant': '改名', en: 'Rename' },
  merge: { 'zh-Hans': '合并', 'zh-Hant': '合併', en: 'Merge' },
  showTag: {
    'zh-Hans': ({ name }: Name) => `查看“${name}”的批注`,
    'zh-Hant': ({ name }: Name) => `檢視「${name}」的註記`,
    en: ({ name }: Name) => `Show the notes of “${name}”`,
  },
  tagsChanged: {
    'zh-Hans': ({ count }: Count) => `已改动 ${grouped(count)} 条批注的标签。`,
    'zh-Hant': ({ count }: Count) => `已變更 ${grouped(count)} 則註記的標籤。`,
    en: ({ count }: Count) => `Changed the tags of ${counted(count, 'note', 'notes')}.`,
  },
  chooseTags: {
    'zh-Hans': '选一个可改名，选几个可合并。',
    'zh-Hant': '選一個可改名，選幾個可合併。',
    en: 'Choose one to rename it, several to merge them.',
  },
});
