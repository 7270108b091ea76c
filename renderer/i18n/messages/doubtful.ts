import { defineMessages } from '../define-messages.ts';

/** Characters that no word settles, and what the user chose for them. */
export const doubtful = defineMessages({
  button: { 'zh-Hans': '存疑字', 'zh-Hant': '存疑字', en: 'Doubtful' },
  show: {
    'zh-Hans': '标出没有词语可定写法的字',
    'zh-Hant': '標出沒有詞語可定寫法的字',
    en: 'Mark the characters that no word settles',
  },
  hide: { 'zh-Hans': '不再标出存疑字', 'zh-Hant': '不再標出存疑字', en: 'Take the marks away' },
  none: {
    'zh-Hans': '从这里往下没有存疑字。',
    'zh-Hant': '從這裡往下沒有存疑字。',
    en: 'There is no doubtful character from here on.',
  },
  noneBefore: {
    'zh-Hans': '这里之前没有存疑字。',
    'zh-Hant': '這裡之前沒有存疑字。',
    en: 'There is no doubtful character before this place.',
  },
  panel: {
    'zh-Hans': ({ character }: { readonly character: string }) => `“${character}”的写法`,
    'zh-Hant': ({ character }: { readonly character: string }) => `「${character}」的寫法`,
    en: ({ character }: { readonly character: string }) => `How ${character} is written`,
  },
  asShown: { 'zh-Hans': '现在', 'zh-Hant': '目前', en: 'now' },
  where: { 'zh-Hans': '用于', 'zh-Hant': '用於', en: 'For' },
  everyOne: {
    'zh-Hans': ({ character }: { readonly character: string }) => `每个“${character}”`,
    'zh-Hant': ({ character }: { readonly character: string }) => `每個「${character}」`,
    en: ({ character }: { readonly character: string }) => `every ${character}`,
  },
  everyOneHint: {
    'zh-Hans': '凡是没有词语可定写法的，都这样写',
    'zh-Hant': '凡是沒有詞語可定寫法的，都這樣寫',
    en: 'Wherever no word settles it',
  },
  scope: { 'zh-Hans': '范围', 'zh-Hant': '範圍', en: 'In' },
  thisReport: { 'zh-Hans': '本报告', 'zh-Hant': '本報告', en: 'This report' },
  allReports: { 'zh-Hans': '所有报告', 'zh-Hant': '所有報告', en: 'All reports' },
  chosen: {
    'zh-Hans': ({ change, scope }: { readonly change: string; readonly scope: string }) =>
      `您的选择：${change}（${scope}）`,
    'zh-Hant': ({ change, scope }: { readonly change: string; readonly scope: string }) =>
      `您的選擇：${change}（${scope}）`,
    en: ({ change, scope }: { readonly change: string; readonly scope: string }) =>
      `Your choice: ${change} (${scope.toLowerCase()})`,
  },
  takeBack: { 'zh-Hans': '取消选择', 'zh-Hant': '取消選擇', en: 'Take it back' },
  saved: {
    'zh-Hans': ({ change }: { readonly change: string }) => `今后写作 ${change}`,
    'zh-Hant': ({ change }: { readonly change: string }) => `今後寫作 ${change}`,
    en: ({ change }: { readonly change: string }) => `Written ${change} from now on`,
  },
  officialProse: {
    'zh-Hans': '用公文词表校正转换',
    'zh-Hant': '用公文詞表校正轉換',
    en: 'Use the list for official prose',
  },
  choices: { 'zh-Hans': '您选定的写法', 'zh-Hant': '您選定的寫法', en: 'Writings you chose' },
  noChoices: {
    'zh-Hans': '还没有。标出存疑字后点一下，就可以选写法。',
    'zh-Hant': '還沒有。標出存疑字後按一下，就可以選寫法。',
    en: 'None yet. Mark the doubtful characters and click one to choose.',
  },
  remove: { 'zh-Hans': '删除', 'zh-Hant': '刪除', en: 'Remove' },
  removeNamed: {
    'zh-Hans': ({ change }: { readonly change: string }) => `删除 ${change}`,
    'zh-Hant': ({ change }: { readonly change: string }) => `刪除 ${change}`,
    en: ({ change }: { readonly change: string }) => `Remove ${change}`,
  },
});
