import { counted, defineMessages, grouped } from '../define-messages.ts';

interface Counts {
  readonly reports: number;
  readonly notes: number;
}
interface Dated {
  readonly date: string;
}
interface Titled {
  readonly title: string;
}
interface Count {
  readonly count: number;
}
interface Path {
  readonly path: string;
}

const en = {
  reports: (count: number) => counted(count, 'report', 'reports'),
  notes: (count: number) => counted(count, 'note', 'notes'),
};

/** Backups, archives, and what the user must know about the data as a whole. Read with the dialogs, not at the start. */
export const backup = defineMessages({
  title: { 'zh-Hans': '备份', 'zh-Hant': '備份', en: 'Backups' },
  intro: {
    'zh-Hans': '每天一份；程序升级、大批改动、恢复和并入之前也各留一份。每份写完都核对过。',
    'zh-Hant': '每天一份；程式升級、大批更動、還原和併入之前也各留一份。每份寫完都核對過。',
    en: 'One a day, and one before an upgrade, a change of many records, a restore and a merge. Each was checked when it was written.',
  },
  list: { 'zh-Hans': '已有的备份', 'zh-Hant': '已有的備份', en: 'Backups that there are' },
  empty: {
    'zh-Hans': '还没有备份。打开后一分钟会自动做第一份，也可以现在就做。',
    'zh-Hant': '尚無備份。開啟後一分鐘會自動做第一份，也可以現在就做。',
    en: 'There is no backup yet. The first is made a minute after the start, or now, by hand.',
  },
  loading: { 'zh-Hans': '正在读取备份…', 'zh-Hant': '正在讀取備份…', en: 'Looking for backups…' },
  reasonDaily: { 'zh-Hans': '每日备份', 'zh-Hant': '每日備份', en: 'Daily' },
  reasonMigration: { 'zh-Hans': '升级之前', 'zh-Hant': '升級之前', en: 'Before an upgrade' },
  reasonRestore: { 'zh-Hans': '恢复之前', 'zh-Hant': '還原之前', en: 'Before a restore' },
  reasonMerge: { 'zh-Hans': '并入之前', 'zh-Hant': '併入之前', en: 'Before a merge' },
  reasonBulk: { 'zh-Hans': '大批改动之前', 'zh-Hant': '大批更動之前', en: 'Before a large change' },
  reasonHand: { 'zh-Hans': '手动', 'zh-Hant': '手動', en: 'By hand' },
  reasonOther: { 'zh-Hans': '其他', 'zh-Hant': '其他', en: 'Other' },
  restore: { 'zh-Hans': '恢复', 'zh-Hant': '還原', en: 'Restore' },
  restoreNamed: {
    'zh-Hans': ({ date }: Dated) => `恢复 ${date} 的备份`,
    'zh-Hant': ({ date }: Dated) => `還原 ${date} 的備份`,
    en: ({ date }: Dated) => `Restore the backup of ${date}`,
  },
  restoreQuestion: {
    'zh-Hans': '用这一份替换现在的报告和批注？现在的数据会先备份，随时可以换回来。',
    'zh-Hant': '用這一份取代現在的報告和註記？現在的資料會先備份，隨時可以換回來。',
    en: 'Put it in the place of the reports and notes of now? They are backed up first and can be taken back at any time.',
  },
  restoring: { 'zh-Hans': '正在恢复…', 'zh-Hant': '正在還原…', en: 'Restoring…' },
  makeNow: { 'zh-Hans': '立即备份', 'zh-Hant': '立即備份', en: 'Back up now' },
  making: { 'zh-Hans': '正在备份并核对…', 'zh-Hant': '正在備份並核對…', en: 'Backing up and checking…' },
  made: {
    'zh-Hans': ({ date }: Dated) => `${date} 的备份已做好，已核对。`,
    'zh-Hant': ({ date }: Dated) => `${date} 的備份已做好，已核對。`,
    en: ({ date }: Dated) => `The backup of ${date} is made and checked.`,
  },
  exportLibrary: { 'zh-Hans': '导出整个文库…', 'zh-Hant': '匯出整個文庫…', en: 'Export the library…' },
  exporting: { 'zh-Hans': '正在导出并核对…', 'zh-Hant': '正在匯出並核對…', en: 'Exporting and checking…' },
  exported: {
    'zh-Hans': ({ path, reports, notes, size }: Path & Counts & { readonly size: string }) =>
      `已导出到 ${path}：报告 ${grouped(reports)} 份，批注 ${grouped(notes)} 条，${size}，已核对。`,
    'zh-Hant': ({ path, reports, notes, size }: Path & Counts & { readonly size: string }) =>
      `已匯出到 ${path}：報告 ${grouped(reports)} 份，註記 ${grouped(notes)} 則，${size}，已核對。`,
    en: ({ path, reports, notes, size }: Path & Counts & { readonly size: string }) =>
      `Exported to ${path}: ${en.reports(reports)}, ${en.notes(notes)}, ${size}, checked.`,
  },
  mergeArchive: { 'zh-Hans': '并入归档…', 'zh-Hant': '併入封存檔…', en: 'Bring an archive in…' },
  merging: { 'zh-Hans': '正在并入…', 'zh-Hant': '正在併入…', en: 'Bringing it in…' },
  merged: { 'zh-Hans': '归档已并入', 'zh-Hant': '封存檔已併入', en: 'The archive was brought in' },
  mergedNothing: {
    'zh-Hans': '归档里的内容这里都有，没有改动。',
    'zh-Hant': '封存檔裡的內容這裡都有，沒有更動。',
    en: 'Everything in the archive was here already; nothing was changed.',
  },
  mergedUndo: {
    'zh-Hans': '这里原有的内容没有被覆盖。撤销一次就能退回；之前也留了备份。',
    'zh-Hant': '這裡原有的內容沒有被覆寫。復原一次就能退回；之前也留了備份。',
    en: 'Nothing of this library was overwritten. One undo takes it back; a backup was made before, too.',
  },
  mergedReports: { 'zh-Hans': '新的报告', 'zh-Hant': '新的報告', en: 'New reports' },
  mergedReportsBack: {
    'zh-Hans': '从回收站取回的报告',
    'zh-Hant': '從回收筒取回的報告',
    en: 'Reports taken out of the trash',
  },
  mergedNotes: { 'zh-Hans': '新的批注', 'zh-Hant': '新的註記', en: 'New notes' },
  mergedNotesBack: {
    'zh-Hans': '这里删过、又带回来的批注',
    'zh-Hant': '這裡刪過、又帶回來的註記',
    en: 'Notes that had been deleted here and are back',
  },
  mergedUpdated: {
    'zh-Hans': '换成较新内容的批注（旧的在历史里）',
    'zh-Hant': '換成較新內容的註記（舊的在歷史裡）',
    en: 'Notes with later words (the earlier ones are in the history)',
  },
  mergedBoth: {
    'zh-Hans': '两边都改过、两份都留下的批注',
    'zh-Hant': '兩邊都改過、兩份都留下的註記',
    en: 'Notes changed on both sides, both kept',
  },
  mergedDecisions: { 'zh-Hans': '修复的决定', 'zh-Hant': '修復的決定', en: 'Decisions about repairs' },
  mergedDetails: {
    'zh-Hans': '换成较新信息的报告',
    'zh-Hant': '換成較新資訊的報告',
    en: 'Reports with later details',
  },
  mergedRecords: {
    'zh-Hans': '新的代码、项目等',
    'zh-Hant': '新的代碼、專案等',
    en: 'New codes, projects and the like',
  },
  missing: {
    'zh-Hans': ({ count }: Count) => `有 ${grouped(count)} 个原始文件不在其中；文字和批注都在。`,
    'zh-Hant': ({ count }: Count) => `有 ${grouped(count)} 個原始檔案不在其中；文字和註記都在。`,
    en: ({ count }: Count) =>
      `${counted(count, 'original file is', 'original files are')} missing; the texts and notes are there.`,
  },
  back: { 'zh-Hans': '返回备份列表', 'zh-Hant': '返回備份清單', en: 'Back to the list' },
  understood: { 'zh-Hans': '知道了', 'zh-Hant': '知道了', en: 'Got it' },
  recoveredTitle: {
    'zh-Hans': '数据损坏，已经修好',
    'zh-Hant': '資料損壞，已經修好',
    en: 'The data were damaged and are mended',
  },
  recoveredWhole: {
    'zh-Hans': ({ reports, notes }: Counts) =>
      `数据库文件损坏了。能读出的都已保存，现在有 ${grouped(reports)} 份报告、${grouped(notes)} 条批注，没有发现丢失。`,
    'zh-Hant': ({ reports, notes }: Counts) =>
      `資料庫檔案損壞了。能讀出的都已保存，現在有 ${grouped(reports)} 份報告、${grouped(notes)} 則註記，沒有發現遺失。`,
    en: ({ reports, notes }: Counts) =>
      `The database file was damaged. All that could be read was saved: ${en.reports(reports)} and ${en.notes(notes)} are here. Nothing is known to be lost.`,
  },
  recoveredWithLosses: {
    'zh-Hans': ({ reports, notes }: Counts) =>
      `数据库文件损坏了。能读出的都已保存，现在有 ${grouped(reports)} 份报告、${grouped(notes)} 条批注。下面这些没能救回来：`,
    'zh-Hant': ({ reports, notes }: Counts) =>
      `資料庫檔案損壞了。能讀出的都已保存，現在有 ${grouped(reports)} 份報告、${grouped(notes)} 則註記。下面這些沒能救回來：`,
    en: ({ reports, notes }: Counts) =>
      `The database file was damaged. All that could be read was saved: ${en.reports(reports)} and ${en.notes(notes)} are here. This could not be saved:`,
  },
  recoveredUnread: {
    'zh-Hans': '数据库文件损坏了，一点也读不出来，现在的资料库是空的。请从备份恢复。',
    'zh-Hant': '資料庫檔案損壞了，一點也讀不出來，現在的資料庫是空的。請從備份還原。',
    en: 'The database file was damaged and nothing of it could be read. The library is empty now; restore a backup.',
  },
  recoveredRemade: {
    'zh-Hans': ({ count }: Count) =>
      `其中 ${grouped(count)} 份报告只剩下原始文件，已重新导入，原有的批注和校改没能救回来。`,
    'zh-Hant': ({ count }: Count) =>
      `其中 ${grouped(count)} 份報告只剩下原始檔案，已重新匯入，原有的註記和校改沒能救回來。`,
    en: ({ count }: Count) =>
      `Of ${en.reports(count)} only the files were left: they were imported again, without their notes and corrections.`,
  },
  recoveredSome: {
    'zh-Hans': ({ reports, notes }: Counts) =>
      `数据库文件损坏了。能读出的都已保存，现在有 ${grouped(reports)} 份报告、${grouped(notes)} 条批注。`,
    'zh-Hant': ({ reports, notes }: Counts) =>
      `資料庫檔案損壞了。能讀出的都已保存，現在有 ${grouped(reports)} 份報告、${grouped(notes)} 則註記。`,
    en: ({ reports, notes }: Counts) =>
      `The database file was damaged. All that could be read was saved: ${en.reports(reports)} and ${en.notes(notes)} are here.`,
  },
  recoveredUnreadTitle: {
    'zh-Hans': '数据损坏，没能读出',
    'zh-Hant': '資料損壞，沒能讀出',
    en: 'The data were damaged and could not be read',
  },
  recoveredFrom: {
    'zh-Hans': ({ date }: Dated) => `读不出的部分取自 ${date} 的备份。`,
    'zh-Hant': ({ date }: Dated) => `讀不出的部分取自 ${date} 的備份。`,
    en: ({ date }: Dated) => `What could not be read came from the backup of ${date}.`,
  },
  recoveredNoBackup: {
    'zh-Hans': '没有可用的备份。',
    'zh-Hant': '沒有可用的備份。',
    en: 'There was no good backup.',
  },
  lost: { 'zh-Hans': '未能救回', 'zh-Hant': '未能救回', en: 'Not saved' },
  lostText: {
    'zh-Hans': '正文丢失，批注还在；请重新导入这份报告',
    'zh-Hant': '正文遺失，註記還在；請重新匯入這份報告',
    en: 'its text is lost, its notes are there; import the report again',
  },
  lostDetails: {
    'zh-Hans': '标题等信息丢失，正文还在',
    'zh-Hant': '標題等資訊遺失，正文還在',
    en: 'its title and details are lost, its text is there',
  },
  lostNotes: {
    'zh-Hans': ({ count }: Count) => `丢失 ${grouped(count)} 条批注`,
    'zh-Hant': ({ count }: Count) => `遺失 ${grouped(count)} 則註記`,
    en: ({ count }: Count) => `${counted(count, 'note is', 'notes are')} lost`,
  },
  lostOlder: {
    'zh-Hans': ({ count }: Count) => `${grouped(count)} 条批注退回到备份时的内容`,
    'zh-Hant': ({ count }: Count) => `${grouped(count)} 則註記退回到備份時的內容`,
    en: ({ count }: Count) => `${counted(count, 'note is', 'notes are')} as the backup has them`,
  },
  unknownReport: {
    'zh-Hans': '（不知道是哪份报告）',
    'zh-Hant': '（不知道是哪份報告）',
    en: '(report unknown)',
  },
  untitled: { 'zh-Hans': '（无标题）', 'zh-Hant': '（無標題）', en: '(no title)' },
  setAside: {
    'zh-Hans': '损坏的文件原样存放在：',
    'zh-Hant': '損壞的檔案原樣存放在：',
    en: 'The damaged file was set aside as it was:',
  },
  restoredTitle: { 'zh-Hans': '备份已恢复', 'zh-Hant': '備份已還原', en: 'The backup was restored' },
  restored: {
    'zh-Hans': ({ date, reports, notes }: Dated & Counts) =>
      `现在是 ${date} 的数据：${grouped(reports)} 份报告，${grouped(notes)} 条批注。`,
    'zh-Hant': ({ date, reports, notes }: Dated & Counts) =>
      `現在是 ${date} 的資料：${grouped(reports)} 份報告，${grouped(notes)} 則註記。`,
    en: ({ date, reports, notes }: Dated & Counts) =>
      `These are the data of ${date}: ${en.reports(reports)} and ${en.notes(notes)}.`,
  },
  restoredBefore: {
    'zh-Hans': '恢复之前的数据也备份了，在备份列表里，可以换回来：',
    'zh-Hant': '還原之前的資料也備份了，在備份清單裡，可以換回來：',
    en: 'The data of before were backed up and can be taken back from the list:',
  },
  newerTitle: {
    'zh-Hans': '数据来自更新的版本，只能阅读',
    'zh-Hant': '資料來自更新的版本，只能閱讀',
    en: 'The data are of a newer version and can only be read',
  },
  newer: {
    'zh-Hans': '这些数据由更新的朱批写成。可以阅读和导出，但不能改动；请更新这个程序。',
    'zh-Hant': '這些資料由更新的朱批寫成。可以閱讀和匯出，但無法更動；請更新這個程式。',
    en: 'A newer Zhupi has written these data. They can be read and exported, but not changed; update this program.',
  },
  riskyTitle: {
    'zh-Hans': '数据存放位置不保险',
    'zh-Hant': '資料存放位置不保險',
    en: 'The data folder is at an unsafe place',
  },
  riskyNetwork: {
    'zh-Hans': '数据放在网络盘上。断线或两台电脑同时打开时，数据库可能损坏。',
    'zh-Hant': '資料放在網路磁碟上。斷線或兩部電腦同時開啟時，資料庫可能損壞。',
    en: 'The data lie on a network drive. A lost connection, or two computers at once, can damage the database.',
  },
  riskySynced: {
    'zh-Hans': '数据放在会自动同步的文件夹里。同步程序在写入途中复制，可能损坏数据库。',
    'zh-Hant': '資料放在會自動同步的資料夾裡。同步程式在寫入途中複製，可能損壞資料庫。',
    en: 'The data lie in a folder that a service copies to other machines. Copied in the middle of a write, the database can be damaged.',
  },
  riskyAdvice: {
    'zh-Hans': ({ folder }: { readonly folder: string }) =>
      `建议改用本机文件夹 ${folder}：先在“备份”里导出整个文库，不带 --data-dir 重新打开朱批，再并入这个归档。`,
    'zh-Hant': ({ folder }: { readonly folder: string }) =>
      `建議改用本機資料夾 ${folder}：先在「備份」裡匯出整個文庫，不帶 --data-dir 重新開啟朱批，再併入這個封存檔。`,
    en: ({ folder }: { readonly folder: string }) =>
      `Better use the folder ${folder} of this computer: export the library under “Backups”, start Zhupi without --data-dir, and bring the archive in.`,
  },
  aboutLost: {
    'zh-Hans': ({ title }: Titled) => `“${title}”`,
    'zh-Hant': ({ title }: Titled) => `「${title}」`,
    en: ({ title }: Titled) => `“${title}”`,
  },
});
