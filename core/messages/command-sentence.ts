import type { Locale } from '../base/locale.ts';
import { printable } from './printable.ts';

/** What the command says to people beside errors. `{name}` is a parameter. */
const COMMAND_SENTENCES = {
  'import-imported': {
    'zh-Hans': '已导入 {reportId}\t{title}\t{path}',
    'zh-Hant': '已匯入 {reportId}\t{title}\t{path}',
    en: 'imported {reportId}\t{title}\t{path}',
  },
  'import-duplicate': {
    'zh-Hans': '已有 {reportId}\t{title}\t{path}',
    'zh-Hant': '已有 {reportId}\t{title}\t{path}',
    en: 'already there as {reportId}\t{title}\t{path}',
  },
  'import-in-trash': {
    'zh-Hans': '在回收站中，可用 zhupi delete --restore 恢复 {reportId}\t{title}\t{path}',
    'zh-Hant': '在回收筒中，可用 zhupi delete --restore 還原 {reportId}\t{title}\t{path}',
    en: 'in the trash (zhupi delete --restore takes it out) {reportId}\t{title}\t{path}',
  },
  'import-undecodable': {
    'zh-Hans': '{path} 中有 {undecodable} 个字符无法解码，已在文中标出，请与原件核对。',
    'zh-Hant': '{path} 中有 {undecodable} 個字元無法解碼，已在文中標出，請與原件核對。',
    en: '{undecodable} characters of {path} could not be decoded; they are marked, compare them with the original.',
  },
  'import-done': {
    'zh-Hans': '导入 {imported} 个，重复 {duplicates} 个，失败 {failed} 个，跳过 {skipped} 个。',
    'zh-Hant': '匯入 {imported} 個，重複 {duplicates} 個，失敗 {failed} 個，略過 {skipped} 個。',
    en: 'Imported {imported}, already there {duplicates}, failed {failed}, skipped {skipped}.',
  },
  'search-total': {
    'zh-Hans': '共 {reports} 篇，{hits} 处。',
    'zh-Hant': '共 {reports} 篇，{hits} 處。',
    en: 'Reports: {reports}, places: {hits}.',
  },
  'search-limited': {
    'zh-Hans': '共 {reports} 篇，只列出前 {shown} 篇；用 --limit 可列出更多，最多 {most} 篇。',
    'zh-Hant': '共 {reports} 篇，只列出前 {shown} 篇；用 --limit 可列出更多，最多 {most} 篇。',
    en: 'The first {shown} of {reports} reports are listed; --limit lists up to {most}.',
  },
  'report-deleted': {
    'zh-Hans': '已移入回收站 {reportId}\t{title}（批注 {notes} 条，保留 30 天）',
    'zh-Hant': '已移到回收筒 {reportId}\t{title}（註記 {notes} 則，保留 30 天）',
    en: 'in the trash for 30 days {reportId}\t{title} (notes: {notes})',
  },
  'report-restored': {
    'zh-Hans': '已恢复 {reportId}\t{title}（批注 {notes} 条）',
    'zh-Hant': '已還原 {reportId}\t{title}（註記 {notes} 則）',
    en: 'restored {reportId}\t{title} (notes: {notes})',
  },
  'report-updated': {
    'zh-Hans':
      '已更新 {reportId}\t{title}：第 {version} 版。批注：原位 {exact} 条，移动 {moved} 条，存疑 {doubtful} 条，失位 {orphan} 条。',
    'zh-Hant':
      '已更新 {reportId}\t{title}：第 {version} 版。註記：原位 {exact} 則，移動 {moved} 則，存疑 {doubtful} 則，失位 {orphan} 則。',
    en: 'updated {reportId}\t{title}: version {version}. Notes: exact {exact}, moved {moved}, doubtful {doubtful}, orphaned {orphan}.',
  },
  'report-unchanged': {
    'zh-Hans': '文字相同，未作改动 {reportId}\t{title}',
    'zh-Hant': '文字相同，未作更動 {reportId}\t{title}',
    en: 'the text is the same, nothing changed {reportId}\t{title}',
  },
  'pack-done': {
    'zh-Hans': '已制作 {path}：报告 {reports} 篇，{bytes} 字节。',
    'zh-Hant': '已製作 {path}：報告 {reports} 篇，{bytes} 位元組。',
    en: 'Made {path}: {reports} reports, {bytes} bytes.',
  },
  'backup-done': {
    'zh-Hans': '已备份到 {path}：报告 {reports} 篇，批注 {notes} 条，{bytes} 字节，已核对。',
    'zh-Hant': '已備份到 {path}：報告 {reports} 篇，註記 {notes} 則，{bytes} 位元組，已核對。',
    en: 'Backed up to {path} and checked: reports {reports}, notes {notes}, {bytes} bytes.',
  },
  'restore-done': {
    'zh-Hans': '已从 {path} 恢复：报告 {reports} 篇，批注 {notes} 条。',
    'zh-Hant': '已從 {path} 還原：報告 {reports} 篇，註記 {notes} 則。',
    en: 'Restored from {path}: reports {reports}, notes {notes}.',
  },
  'restore-before': {
    'zh-Hans': '恢复前的数据备份在 {path}，可用 zhupi restore 恢复。',
    'zh-Hant': '還原前的資料備份在 {path}，可用 zhupi restore 還原。',
    en: 'The state of before is in {path}; zhupi restore takes it back.',
  },
  'backup-without-packs': {
    'zh-Hans': '备份不含已安装的资料包，其中有批注的报告已在内，请另存这些资料包的文件：{packs}',
    'zh-Hant': '備份不含已安裝的資料包，其中有註記的報告已在內，請另存這些資料包的檔案：{packs}',
    en: 'Installed packs are not in it, only their reports that have notes; keep the files of these packs: {packs}',
  },
  'restore-set-aside': {
    'zh-Hans': '原来损坏的数据库存放在 {path}。',
    'zh-Hant': '原來損壞的資料庫存放在 {path}。',
    en: 'The damaged database was set aside as {path}.',
  },
  'originals-missing': {
    'zh-Hans': '下列原始文件已丢失或损坏，其文字和批注完好，请重新导入原文件：',
    'zh-Hant': '下列原始檔案已遺失或損壞，其文字和註記完好，請重新匯入原檔案：',
    en: 'These original files are lost or damaged; their texts and notes are whole, import the files again:',
  },
  'check-sound': {
    'zh-Hans': '{path} 中的数据完好。',
    'zh-Hant': '{path} 中的資料完好。',
    en: 'The data in {path} is sound.',
  },
  'check-repaired': {
    'zh-Hans': '{path} 中的数据已修复：报告 {reports} 篇，批注 {notes} 条。',
    'zh-Hant': '{path} 中的資料已修復：報告 {reports} 篇，註記 {notes} 則。',
    en: 'The data in {path} was mended: reports {reports}, notes {notes}.',
  },
  'check-unread': {
    'zh-Hans': '{path} 中的数据一点也读不出来，那里现在是一个空的资料库，请从备份恢复。',
    'zh-Hant': '{path} 中的資料一點也讀不出來，那裡現在是一個空的資料庫，請從備份還原。',
    en: 'Nothing of the data in {path} could be read, an empty library stands there now; restore a backup.',
  },
  'check-remade': {
    'zh-Hans': '其中 {reports} 篇报告只剩下原始文件，已重新导入，原有的批注和校改没能救回来。',
    'zh-Hant': '其中 {reports} 篇報告只剩下原始檔案，已重新匯入，原有的註記和校改沒能救回來。',
    en: 'Of these reports only the files were left, they were imported again without their notes and corrections: {reports}.',
  },
  'check-lost': {
    'zh-Hans': '以下报告的正文已丢失，批注仍在，请重新导入：{reports}',
    'zh-Hant': '以下報告的正文已遺失，註記仍在，請重新匯入：{reports}',
    en: 'The texts of these reports are lost, their notes are there; import the files again: {reports}',
  },
  'check-lost-notes': {
    'zh-Hans':
      '丢失的批注 {notes} 条，退回到备份时内容的批注 {olderNotes} 条，丢失标题等信息的报告 {details} 篇。',
    'zh-Hant':
      '遺失的註記 {notes} 則，退回到備份時內容的註記 {olderNotes} 則，遺失標題等資訊的報告 {details} 篇。',
    en: 'Notes lost: {notes}; notes as the backup has them: {olderNotes}; reports without their details: {details}.',
  },
  'merge-done': {
    'zh-Hans':
      '已并入 {path}：新报告 {reports} 篇，从回收站取回 {back} 篇；新批注 {notes} 条，换成较新的 {updated} 条，两份都留下的 {both} 条。',
    'zh-Hant':
      '已併入 {path}：新報告 {reports} 篇，從回收筒取回 {back} 篇；新註記 {notes} 則，換成較新的 {updated} 則，兩份都留下的 {both} 則。',
    en: 'Brought in from {path}: new reports {reports}, out of the trash {back}; new notes {notes}, with later words {updated}, both kept {both}.',
  },
  'check-unsound': {
    'zh-Hans': '{path} 中的数据有问题，请从备份恢复：',
    'zh-Hant': '{path} 中的資料有問題，請從備份還原：',
    en: 'The data in {path} is not sound; restore it from a backup:',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** What the command says in a language. */
export function commandSentence(
  key: keyof typeof COMMAND_SENTENCES,
  params: Readonly<Record<string, string | number>>,
  locale: Locale,
): string {
  return COMMAND_SENTENCES[key][locale].replace(/\{(\w+)\}/gu, (_all, name: string) =>
    printable(String(params[name] ?? '…')),
  );
}
