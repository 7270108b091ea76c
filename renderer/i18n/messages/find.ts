import { counted, defineMessages } from '../define-messages.ts';

interface Counted {
  readonly count: number;
}
interface At {
  readonly index: number;
  readonly count: number;
}

const shown = (count: number): string => count.toLocaleString('en');

/** The find bar over the text. Loaded with the reader. */
export const find = defineMessages({
  title: { 'zh-Hans': '在本报告中查找', 'zh-Hant': '在本報告中尋找', en: 'Find in this report' },
  hint: { 'zh-Hans': '查找，简繁皆可', 'zh-Hant': '尋找，繁簡皆可', en: 'Find, in either script' },
  place: {
    'zh-Hans': ({ index, count }: At) => `第 ${shown(index)} 处，共 ${shown(count)} 处`,
    'zh-Hant': ({ index, count }: At) => `第 ${shown(index)} 處，共 ${shown(count)} 處`,
    en: ({ index, count }: At) => `Place ${shown(index)} of ${shown(count)}`,
  },
  places: {
    'zh-Hans': ({ count }: Counted) => `${shown(count)} 处`,
    'zh-Hant': ({ count }: Counted) => `${shown(count)} 處`,
    en: ({ count }: Counted) => counted(count, 'place', 'places'),
  },
  none: { 'zh-Hans': '没有找到', 'zh-Hant': '沒有找到', en: 'Nothing found' },
  finding: { 'zh-Hans': '正在查找…', 'zh-Hant': '正在尋找…', en: 'Finding…' },
  toStart: { 'zh-Hans': '已从头开始', 'zh-Hant': '已從頭開始', en: 'On from the beginning' },
  toEnd: { 'zh-Hans': '已从末尾继续', 'zh-Hant': '已從末尾繼續', en: 'On from the end' },
  next: { 'zh-Hans': '下一处', 'zh-Hant': '下一處', en: 'Next place' },
  previous: { 'zh-Hans': '上一处', 'zh-Hant': '上一處', en: 'Previous place' },
  close: { 'zh-Hans': '关闭查找', 'zh-Hant': '關閉尋找', en: 'Close' },
  highlightAll: {
    'zh-Hans': ({ code }: { readonly code: string }) => `全部标出：${code}`,
    'zh-Hant': ({ code }: { readonly code: string }) => `全部標示：${code}`,
    en: ({ code }: { readonly code: string }) => `Highlight all: ${code}`,
  },
  chooseCode: { 'zh-Hans': '选别的颜色', 'zh-Hant': '選別的顏色', en: 'Another colour' },
  question: {
    'zh-Hans': ({ count, code }: Counted & { readonly code: string }) =>
      `要新增 ${shown(count)} 处“${code}”标记吗？可以一次撤销。`,
    'zh-Hant': ({ count, code }: Counted & { readonly code: string }) =>
      `要新增 ${shown(count)} 處「${code}」標示嗎？可以一次復原。`,
    en: ({ count, code }: Counted & { readonly code: string }) =>
      `Make ${counted(count, 'highlight', 'highlights')} (${code})? One undo takes them back.`,
  },
  doIt: { 'zh-Hans': '全部标出', 'zh-Hant': '全部標示', en: 'Highlight all' },
  working: {
    'zh-Hans': ({ done, total }: { readonly done: number; readonly total: number }) =>
      `正在标出 ${shown(done)} / ${shown(total)} 处`,
    'zh-Hant': ({ done, total }: { readonly done: number; readonly total: number }) =>
      `正在標示 ${shown(done)} / ${shown(total)} 處`,
    en: ({ done, total }: { readonly done: number; readonly total: number }) =>
      `Highlighting ${shown(done)} of ${shown(total)}`,
  },
  takingBack: { 'zh-Hans': '正在撤回…', 'zh-Hant': '正在撤回…', en: 'Taking it back…' },
  highlighted: {
    'zh-Hans': ({ count }: Counted) => `已标出 ${shown(count)} 处。`,
    'zh-Hant': ({ count }: Counted) => `已標示 ${shown(count)} 處。`,
    en: ({ count }: Counted) => `${counted(count, 'highlight', 'highlights')} made.`,
  },
  allHighlighted: {
    'zh-Hans': ({ count }: Counted) => `这 ${shown(count)} 处都已经是这种标记，没有新增。`,
    'zh-Hant': ({ count }: Counted) => `這 ${shown(count)} 處都已經是這種標示，沒有新增。`,
    en: ({ count }: Counted) => `${counted(count, 'place is', 'places are')} highlighted so already.`,
  },
  tooMany: {
    'zh-Hans': ({ count }: Counted) =>
      `有 ${shown(count)} 处，一次最多标出 100,000 处；请把查找的词写得更具体。`,
    'zh-Hant': ({ count }: Counted) =>
      `有 ${shown(count)} 處，一次最多標示 100,000 處；請把尋找的詞寫得更具體。`,
    en: ({ count }: Counted) =>
      `There are ${shown(count)} places; at most 100,000 can be highlighted at once. Ask for something narrower.`,
  },
  cancelled: {
    'zh-Hans': '已取消，没有标出。',
    'zh-Hant': '已取消，沒有標示。',
    en: 'Cancelled. Nothing was highlighted.',
  },
});
