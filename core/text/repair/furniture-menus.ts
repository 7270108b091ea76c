import { FURNITURE_BUTTONS, foldFurniture } from './furniture-words.ts';
import type { LookedAtLine } from './furniture-line.ts';

/*
 * The menus of a site above a text that was copied with all that stands around it: 首页, 政务公开, 办事服务, one word a line or parted by
 * bars. Words of menus are words of reports too, so only a run of many counts, and only from the first known word to the last one: a
 * title that is as short as they are stands behind them.
 */

/** What the menus of government sites, news sites and schools are made of, in Simplified characters. */
const WORDS: ReadonlySet<string> = new Set(
  (
    '首页 主页 网站首页 新闻 要闻 资讯 政务 政府 政策 公开 服务 互动 数据 国情 机构 法律 专题 视频 图片 音乐 地图 贴吧 知道 文库 百科 网页 体育 财经 军事 娱乐 ' +
    '总理 国务院 简 繁 EN English 登录 注册 邮箱 旧版 手机版 无障碍 长者模式 院长信箱 政务公开 信息公开 政府信息公开 办事服务 政务服务 网上办事 办事大厅 在线服务 便民服务 互动交流 政民互动 ' +
    '公众参与 数据开放 政府数据 统计数据 统计动态 要闻动态 新闻中心 新闻资讯 新闻动态 政务要闻 政务动态 工作动态 部门动态 基层动态 教育动态 教育资讯 教育新闻 机构概况 机构职能 机构设置 ' +
    '组织机构 领导之窗 领导信息 通知公告 公告公示 公示公告 公告栏 最新公告 站内搜索 全站搜索 专题专栏 专题报道 热点专题 政策文件 政策法规 政策解读 法规文件 规划计划 人事信息 财政信息 ' +
    '意见征集 民意征集 在线访谈 领导信箱 县长信箱 市长信箱 局长信箱 法治政府 党建工作 党建园地 党群工作 教学教研 学生天地 家校互动 校园风采 国家政务服务平台 网站地图 网站导航 联系我们 关于我们 ' +
    '最新讯息 中央法规 司法判解 条约协定 两岸协议 综合查询 跨机关检索 回首页 网站导览 新闻公报 施政报告 影片 本期目录 往期公报 公报简介 赠阅点查询 ' +
    '所有条文 编章节 条号查询 条文检索 沿革 立法历程 双语词汇 常见问答 院长电子信箱 RSS 新闻与公告 本院新闻 简体版 繁体版 ENGLISH 昔日新闻公报 香港品牌形象 ' +
    '研究领域 专家学者 研究成果 学术活动 网盘 百度首页 进入词条 秒懂百科 特色百科 知识专题 加入百科 百科团队 权威合作 个人中心 人民网首页 人民网 新华网 党网 GovHK香港政府一站通'
  ).split(' '),
);
/** Channels of news sites: headings of reports too, so only beside a word that nothing but a menu holds. */
const CHANNELS: ReadonlySet<string> = new Set(
  '时政 国际 经济 社会 教育 理论 高层 论坛 文化 科技 健康 旅游 评论 文献 采购 香港特别行政区政府'.split(' '),
);
const ABOUT_PLACE = /^(?:走[进近]|认识|魅力)\p{Script=Han}{1,6}$/u;
/** Words that only a menu holds: with one of them fewer others prove it. */
const HOME = /^(?:网站|人民网)?首页$|^主页$|^[回返]首页$|^登录$|^跳[到至]主要内容/u;
/** The same, and a word that is a subject of a school too. */
const ANCHOR = new RegExp(`${HOME.source}|^(?:English|ENGLISH|EN)$`, 'u');
const SEARCHED_LINES = 60;
const LONGEST_LINE = 80;
const LONGEST_WORD = 9;
/** Behind so many sentences no menu stands above the text any more. */
const MOST_SENTENCES = 3;
const LEAST_WORDS = 4;
const LEAST_WITH_ANCHOR = 3;
/** 首 页: short words are spaced out to the width of the others. */
const SPACED = /(?<=^|[|｜\t]\s*)(\p{Script=Han})[ \u3000\u00a0]+(\p{Script=Han})(?=\s*(?:$|[|｜\t]))/gu;

/** What no menu has, and nearly every line of a text. */
const SENTENCE = /[，。；：、！？“”《》]/u;
/** Nothing but labels and their values has no other mark than colons. */
const CLAUSE = /[，。；、！？“”《》]/u;
const LONGEST_LABELS = 40;
/** One word, spaced out. */
const LONGEST_WORD_LINE = 24;

const isKnown = (word: string): boolean => WORDS.has(word) || ABOUT_PLACE.test(word);

const BARS = /[|｜][^|｜]*[|｜][^|｜]*[|｜]/u;
const PARTED = /[\s|｜·•/]/u;

/** @param folded a line by `foldFurniture` */
function wordsOf(folded: string): readonly string[] {
  const line = folded.trim();
  if (!PARTED.test(line)) return line === '' ? [] : [line];
  return line
    .replaceAll(SPACED, '$1$2')
    .split(/[\s|｜·•/]+/u)
    .filter((word) => word !== '');
}

const ofLength = (least: number): string =>
  [...WORDS]
    .filter((word) => word.length >= least)
    .sort((a, b) => b.length - a.length)
    .join('|');
/** Words of a menu that only the style of their page parts: 网站首页统计动态统计数据. */
const GLUED = new RegExp(`^(?=.{0,6}首页)(?:${ofLength(2)}){3,12}$|^(?:${ofLength(4)}){3,12}$`, 'u');

/** The lines without those above the first sentence that are words of menus and buttons and nothing else, so that none is a title. */
export function withoutMenus(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => SENTENCE.test(line));
  const above = lines.slice(0, first < 0 ? lines.length : first).filter((line) => !isMenuOnly(line));
  return first < 0 ? above : [...above, ...lines.slice(first)];
}

function isMenuOnly(line: string): boolean {
  if (line.length > LONGEST_LINE || SENTENCE.test(line)) return false;
  const words = wordsOf(foldFurniture(line));
  return (
    words.length > 0 &&
    words.every(
      (word) => word.length <= 40 && (isKnown(word) || FURNITURE_BUTTONS.has(word) || GLUED.test(word)),
    )
  );
}

/**
 * Whether a line is a menu by itself: words parted by bars or spaces, most of them known.
 * @param folded the line by `foldFurniture`
 */
export function isMenuLine(folded: string): boolean {
  if (folded.length > LONGEST_LINE || SENTENCE.test(folded)) return false;
  const words = wordsOf(folded);
  if (words.length === 1) return GLUED.test(words[0] ?? '');
  const known = words.filter((word) => isKnown(word) || FURNITURE_BUTTONS.has(word)).length;
  return (
    words.length >= LEAST_WITH_ANCHOR &&
    known >= 2 &&
    known * 2 >= words.length &&
    words.every((word) => word.length <= LONGEST_WORD && /^[\p{L}\d]+$/u.test(word))
  );
}

/** Of a bar of names. */
const LONGEST_BAR = 300;
const LONGEST_NAME = 14;

/**
 * Whether a line is four names or more with bars between them, and one of them leads home: 首页 | 机构 | 研究领域 | English.
 * @param folded the line by `foldFurniture`
 */
export function isMenuBar(folded: string): boolean {
  if (folded.length > LONGEST_BAR || !BARS.test(folded)) return false;
  const bar = folded.replaceAll(/[:：]{3}/gu, '');
  if (SENTENCE.test(bar)) return false;
  const names = bar
    .split(/[|｜]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return (
    names.length >= LEAST_WORDS &&
    names.every((name) => name.length <= LONGEST_NAME) &&
    names.some((name) => HOME.test(name))
  );
}

/** The words of a line; a name that has a space in itself is one. */
function wordOf(folded: string): readonly string[] {
  const words = wordsOf(folded);
  return words.length === 2 && WORDS.has(words.join('')) ? [words.join('')] : words;
}

/** Indices of the first lines that are menus of one word a line. */
export function menuLines(lines: readonly LookedAtLine[]): ReadonlySet<number> {
  const menus = new Set<number>();
  let run: { readonly index: number; readonly word: string; readonly isKnown: boolean }[] = [];
  const close = (): void => {
    if (run.some(({ word }) => HOME.test(word))) {
      run = run.map((one) => (CHANNELS.has(one.word) ? { ...one, isKnown: true } : one));
    }
    const first = run.findIndex((one) => one.isKnown);
    const span = run.slice(Math.max(0, first), run.findLastIndex((one) => one.isKnown) + 1);
    const known = span.filter((one) => one.isKnown);
    const least = known.some(({ word }) => ANCHOR.test(word)) ? LEAST_WITH_ANCHOR : LEAST_WORDS;
    if (known.length >= least && known.length * 2 >= span.length) {
      for (const { index } of span) menus.add(index);
    }
    run = [];
  };
  let sentences = 0;
  for (const [index, line] of lines.slice(0, SEARCHED_LINES).entries()) {
    const { text } = line;
    if (SENTENCE.test(text) && (text.length > LONGEST_LABELS || CLAUSE.test(text))) sentences += 1;
    if (sentences > MOST_SENTENCES) break;
    const words = text.length > LONGEST_WORD_LINE ? [] : wordOf(line.folded);
    const [word = ''] = words;
    if (
      words.length === 1 &&
      (WORDS.has(word) || (word.length <= LONGEST_WORD && /^[\p{L}]+$/u.test(word)))
    ) {
      run.push({ index, word, isKnown: isKnown(word) });
    } else close();
  }
  close();
  return menus;
}
