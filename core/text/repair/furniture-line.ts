import type { SourceFormat } from '../../report/report.ts';
import { isMenuBar, isMenuLine } from './furniture-menus.ts';
import {
  labelledValues,
  LONGEST_ADDRESS_LINE,
  LONGEST_LINE,
  PART,
  type LabelledValue,
} from './furniture-values.ts';
import { CERTAIN_BUTTONS, FURNITURE_BUTTONS, FURNITURE_OPENINGS, foldFurniture } from './furniture-words.ts';
import type { Line } from './lines.ts';

/** How sure a line is furniture: by itself, only beside other furniture, or not at all. */
export type FurnitureStrength = 'strong' | 'weak' | 'none';

const STAMP =
  /^(?:19|20)\d{2}(?:[-/.年]|\s(?=\d{2}\/))\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{0,2}秒?)?$/u;
/** One step alone is a quotation as mails write it. */
const BREADCRUMB =
  /^(?:[>＞»›]\s*[^\s>＞»›]{1,16}\s*){2,}$|^(?:网站)?首页(?:\s*[>＞»›]\s*[^\s>＞»›]{1,16})+$|^\S{1,12}(?: [>»›] \S{1,16}){2,}$/u;
/** Who runs the site, and under which number it is registered. */
const IMPRINT =
  /^(?:(?:19|20)\d{2}\s*©|copyright|©|版权所有|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?ICP[备证]\s*\d|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?公网安备\s*\d|网站标识码\s*\w)|all rights reserved/iu;
/** 【字体：大 中 小】, 字号：[大] [中] [小], 【大中小】. */
const TYPE_SIZE =
  /^[【[（(]?\s*(?:(?:浏览|显示)?(?:字号|字体|文字大小|字体大小)\s*[:：]?)?[\s【】[\]（）()|｜]*特?大[\s【】[\]（）()|｜]*中[\s【】[\]（）()|｜]*小[\s【】[\]（）()|｜]*$/u;
/** Of a line that begins as furniture does. */
const LONGEST_OPENED = 40;
const MARKS_ONLY = /^[|｜>＞»›×】\]•·]+$/u;

/** Buttons that only the style of their page parts: 友善列印加入收藏. Each has two characters at least. */
const GLUED_BUTTONS = new RegExp(
  `^(?:${[...FURNITURE_BUTTONS]
    .filter((word) => /^\p{Script=Han}[\p{Script=Han}A-Z]+$/u.test(word))
    .sort((a, b) => b.length - a.length)
    .join('|')}){2,12}$`,
  'u',
);

function isButtons(word: string): boolean {
  return FURNITURE_BUTTONS.has(word) || GLUED_BUTTONS.test(word);
}

/** Who owns a site and may run it, anywhere on a line that is no sentence. */
const RIGHTS = /版\s*权\s*所\s*有|许可证(?:编号|号)?[:：]?\s*[A-Z]?\d{1,3}-?\d{5,}|违法和不良信息举报/u;

/** One of them stands in each; to look for them takes a tenth of the time. */
const RIGHTS_SIGNS = ['权', '证', '举报'];

/** 字号：默认 大 超大 | 打印 | 收藏. */
function isButtonBar(text: string): boolean {
  const [, bar] = /^[【[]?(?:字号|字体|文字大小|分享到?)[:：](.{1,60})$/u.exec(text) ?? [];
  const words = (bar ?? '').split(/[\s|｜【】[\]]+/u).filter((word) => word !== '');
  return words.length > 1 && words.every(isButtons);
}

/** The end of an article of WeChat: END, - END -. */
const END = /^[-—–·*.\s]*END[-—–·*.\s]*$/u;

/** Above an article of WeChat, beside its time: 原创 某某 某某发布, 发表于某省. */
const POSTED_BY = /^原创(?:\s+[\p{Script=Han}\w]{2,12}){1,2}$|^[发發]表[于於]\p{Script=Han}{2,6}$/u;

/** 阅读原文阅读 100000+赞 12在看8分享: the bar below an article of WeChat. */
const METER = /^(?:(?:阅读原文|阅读|点赞|赞|在看|分享|收藏|推荐|写留言|留言)[\d.,万+\s]*){3,}$/u;
/** 首页 上一页 1 2 3 下一页 末页 共4页. */
const PAGER_WORD = /^(?:首页|[上下]一页|[末尾]页|[共第]\d{0,4}页?|\d{1,4}页?|\.{3}|…|阅读全文|余下全文)$/u;

function isPager(words: readonly string[]): boolean {
  return (
    words.length > 1 &&
    words.some((word) => /^[上下]一页$/u.test(word)) &&
    words.every((word) => PAGER_WORD.test(word))
  );
}

/** Where a part of a page of Taiwan begins (in Markdown a fence), and the number of a page of Xinhua. */
const ALONE = /^:::$|^0\d{23,44}$/u;
/** Rows of Markdown have them too. */
const BAR = /[|｜]/u;

/** 人民网>>教育. */
const SITE_TRAIL = /^\p{Script=Han}{2,10}网(?:首页)?(?:\s*(?:>>|>|»|--)\s*\p{Script=Han}{2,8}){1,5}$/u;

const CLAUSE = /[，。；、！？]/u;

/** What Markdown writes before a quotation. */
const QUOTED = /^>/u;

/** Whether a line leads from the first page of a site to this one: 当前位置：首页 > 新闻, 首页 > 新闻. */
export function isTrail({ folded, values, strength }: LookedAtLine): boolean {
  if (strength !== 'strong') return false;
  return (
    values.some(({ label }) => label.endsWith('位置')) || BREADCRUMB.test(folded) || SITE_TRAIL.test(folded)
  );
}

/** A line as the rules of furniture look at it: folded, read and judged once, when the first of them asks. */
export class LookedAtLine {
  readonly line: Line;
  /** The line without the white space around it. */
  readonly text: string;
  readonly #format: SourceFormat;
  #folded: string | undefined;
  #values: readonly LabelledValue[] | undefined;
  #strength: FurnitureStrength | undefined;

  constructor(line: Line, format: SourceFormat) {
    this.line = line;
    this.text = line.text.trim();
    this.#format = format;
  }

  /** `text` by `foldFurniture`. */
  get folded(): string {
    this.#folded ??= foldFurniture(this.text);
    return this.#folded;
  }

  /** Its labelled values; see {@link labelledValues}. */
  get values(): readonly LabelledValue[] {
    this.#values ??= labelledValues(this.text, this.folded);
    return this.#values;
  }

  /** What the line looks like by itself, without regard to where it stands. */
  get strength(): FurnitureStrength {
    this.#strength ??= strengthOf(this, this.#format);
    return this.#strength;
  }
}

function strengthOf(line: LookedAtLine, format: SourceFormat): FurnitureStrength {
  const own = line.text;
  if (own.length > LONGEST_ADDRESS_LINE || (own.length > LONGEST_LINE && !own.includes('://'))) {
    return format !== 'md' && BAR.test(own) && isMenuBar(line.folded) ? 'strong' : 'none';
  }
  if (format !== 'md' && (ALONE.test(own) || (BAR.test(own) && isMenuBar(line.folded)))) return 'strong';
  const text = line.folded.replace(PART, '');
  if (IMPRINT.test(text) && !text.includes('。')) return 'strong';
  if (RIGHTS_SIGNS.some((sign) => text.includes(sign)) && RIGHTS.test(text) && !/[。；]/u.test(text)) {
    return 'strong';
  }
  if (
    TYPE_SIZE.test(text) ||
    isButtonBar(text) ||
    CERTAIN_BUTTONS.has(text.replaceAll(/^[【[]|[】\]]$/gu, ''))
  ) {
    return 'strong';
  }
  const { values } = line;
  if (values.length > 0) return values.every(({ weak }) => weak) ? 'weak' : 'strong';
  const named = text.length <= LONGEST_OPENED ? text.replace(/^[》《>]+/u, '') : '';
  if (FURNITURE_OPENINGS.some((opening) => named.startsWith(opening))) return 'strong';
  if (STAMP.test(text)) return 'strong';
  if (BREADCRUMB.test(text) && !(format === 'md' && QUOTED.test(text))) return 'strong';
  // No button, menu or counter has them, and nearly all lines do.
  if (CLAUSE.test(text)) return 'none';
  if (END.test(text) || METER.test(text) || isMenuLine(text) || SITE_TRAIL.test(text)) return 'strong';
  const words = text.split(/[\s|｜【】[\]]+/u).filter((word) => word !== '');
  if (isPager(words)) return 'strong';
  if (words.some((word) => GLUED_BUTTONS.test(word)) && words.every(isButtons)) return 'strong';
  if (MARKS_ONLY.test(text) || POSTED_BY.test(text)) return 'weak';
  if (words.length === 0 || !words.every((word) => FURNITURE_BUTTONS.has(word))) return 'none';
  return words.length > 1 && words.some((word) => word.length > 1) ? 'strong' : 'weak';
}
