import { wordsIn } from '../words.ts';
import { cutsWord } from './cut-words.ts';
import type { Line } from './lines.ts';
import { areFrequentNeighbours } from './neighbour-likelihood.ts';
import { touchesAny } from './sorted-ranges.ts';
import { isBehindLabel, LABEL, SPREAD } from './stray-spaces-labels.ts';

/** One or two spaces between Han characters. */
export const GAP = /(?<=\p{Script=Han})[ \u00a0\u2000-\u200a\u202f\u3000]{1,2}(?=\p{Script=Han})/gu;
export const TOUCHING = /\p{Script=Han}(?=\p{Script=Han})/gu;
/** Running text says more than a cell, a heading or a signature. */
export const CLAUSE = /[，。；！？,;]/u;

/** A shorter line without a clause is a cell or a heading that is spread out. */
const LEAST_TOUCHING = 6;
const LEAST_TOUCHING_PER_GAP = 3;
/** Names in a row: short runs, each parted from the next. */
const NAMES = /(?<!\p{Script=Han})(?:\p{Script=Han}{2,4}[ \u00a0\u3000]+){2,}/gu;
/** The frame of a table that was drawn with signs. */
const TABLE = /[\u2500-\u257f|｜\t]/u;
const HAN_BEFORE = /\p{Script=Han}*$/u;
const HAN_BEHIND = /^\p{Script=Han}*/u;
/** How far to look on either side. */
const REACH = 12;

const SURNAMES = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林郑鄭罗羅梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭萧田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧' +
    '姜崔钟鍾鐘谭譚陆陸汪范石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫阎閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯常温溫康施牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳欧管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺',
);
const TITLES =
  '总统|總統|主席|总理|總理|书记|書記|委员长|委員長|省长|省長|市长|市長|县长|縣長|区长|區長|州长|州長|镇长|鎮長|乡长|鄉長|部长|部長|厅长|廳長|局长|局長|处长|處長|科长|科長|校长|校長|院长|院長|所长|所長|司长|司長|主任|委员|委員|代表|记者|記者|通讯员|通訊員|编辑|編輯|作者|教授|博士|先生|女士|同志|老师|老師|将军|將軍|大使|秘书长|秘書長|会长|會長|理事长|理事長|董事长|董事長|经理|經理|行长|行長|检察长|檢察長|审判长|審判長|审判员|審判員|书记员|書記員|法官|发言人|發言人|议长|議長|院士|首相|外长|外長';
const TITLE_AT_END = new RegExp(`(?:${TITLES})$`, 'u');
const TITLED_NAME = new RegExp(String.raw`^\p{Script=Han}{1,3}(?:${TITLES})`, 'u');
const TITLED_SURNAME = new RegExp(String.raw`(?:${TITLES})\p{Script=Han}$`, 'u');
/** Letters of an office leave a space before whom they honour: 請 查照, 依 貴局, 致函我 總統. */
const HONOURED = /^(?:[鈞钧貴贵鑒鉴惠臺台尊]|查照|查核|核[備备示]|[總总][統统]|[國国]父|先)/u;
/** 记者 某某 摄 */
const CAPTION = /^(?:[摄攝文图圖]|供[图圖])(?!\p{Script=Han})/u;
const DATE_AT_END = /\d\s?[年月日]$/u;
/** What no phrase ends or begins with, so that a space there parts nothing. */
const GOES_ON = /[和与與及将將把被从從以为為由或于於在并並]$/u;
const GOES_BACK = /^[的地得了之和与與及等着]/u;
/** The longest word that is looked for beside a space. */
const WORD_REACH = 4;
/** 極機密  適用於…: a term in front of what it means. */
const LONGEST_TERM = 6;

/** A space between Han characters, with what speaks for its being stray. Offsets in UTF-16 of the text. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  /** What it parts, for telling one habit from several accidents: the characters on both sides. */
  readonly parts: string;
  /**
   * Whether it cuts a word of the dictionary, or stands beside a word that no phrase ends or begins with; or behind a label, so
   * that it says nothing.
   */
  readonly evidence: 'cut' | 'bound' | 'none' | 'label';
  /**
   * Where it may be right: on any page (behind a label, in a date, between a title and a name), on one that is not strewn with
   * them (in a row of names, outside running text), or only perhaps (in what is spread out, behind a term, in a motto).
   */
  readonly isRight: 'always' | 'often' | 'perhaps' | 'never';
}

/** A title or heading of which most characters touch, so that no one spread it over its line. */
function isTight(line: string): boolean {
  const touching = line.match(TOUCHING)?.length ?? 0;
  const gaps = line.match(GAP)?.length ?? 0;
  return touching >= LEAST_TOUCHING && touching >= LEAST_TOUCHING_PER_GAP * gaps;
}

interface Sides {
  readonly before: string;
  readonly behind: string;
  /** The Han characters that touch each other on either side. */
  readonly left: string;
  readonly right: string;
}

function sidesOf(line: string, start: number, end: number): Sides {
  const before = line.slice(Math.max(0, start - REACH), start);
  const behind = line.slice(end, end + REACH);
  const left = HAN_BEFORE.exec(before)?.[0] ?? '';
  const right = HAN_BEHIND.exec(behind)?.[0] ?? '';
  return { before, behind, left, right };
}

/** 王 毅 , 总理 李强, 胡 部長: no page is asked about these. */
function isOfName({ before, behind, left, right }: Sides): boolean {
  if (TITLED_NAME.test(behind) && SURNAMES.has(right.slice(0, 1))) return true;
  if (TITLE_AT_END.test(before) && SURNAMES.has(right.slice(0, 1))) return true;
  const surname = left.slice(-1);
  if (!SURNAMES.has(surname) || areFrequentNeighbours(surname, right.slice(0, 1))) return false;
  return left.length === 1 || TITLED_SURNAME.test(left);
}

/** 李先祥 王文生: two names of a roll, or the first of them behind 有. */
function areNames({ left, right, behind }: Sides): boolean {
  const isName = (run: string): boolean => /^.{2,3}$/u.test(run) && SURNAMES.has(run.slice(0, 1));
  if (!isName(right)) return false;
  return isName(left) || isName(/^\p{Script=Han}+\s+(\p{Script=Han}+)/u.exec(behind)?.[1] ?? '');
}

/** “雄奇山水 新韵重庆”: two halves of a motto or name. */
function isInsideQuotation(line: string, start: number, end: number): boolean {
  const opening = /[“「『《‘"][^”」』》’"，。；]{0,20}$/u.test(line.slice(Math.max(0, start - 24), start));
  return opening && /^[^“「『《‘"，。；]{0,20}[”」』》’"]/u.test(line.slice(end, end + 24));
}

/** Single characters that are parted from both neighbours, or from the end: 甲 乙 丙. */
function isSpread({ before, behind, left, right }: Sides): boolean {
  const isLeftAlone = left.length === 1 && /(?:^|[\s\u3000])$/u.test(before.slice(0, -1));
  const isRightAlone = right.length === 1 && /^(?:[\s\u3000]|$)/u.test(behind.slice(1));
  return isLeftAlone || isRightAlone || (left.length === 1 && right.length === 1);
}

/** Whether one side is such a word by itself: 和 in 政府和 加强, not in 共和 时期. */
function isBound({ left, right }: Sides): boolean {
  if (GOES_BACK.test(right)) {
    const [first] = wordsIn(right.slice(0, WORD_REACH));
    if (first?.segment.length === 1) return true;
  }
  if (!GOES_ON.test(left)) return false;
  return [...wordsIn(left.slice(-WORD_REACH))].at(-1)?.segment.length === 1;
}

interface Setting {
  readonly line: Line;
  readonly isRunning: boolean;
  /** Where the text behind the label begins. */
  readonly from: number;
  readonly areWordsLookedUp: boolean;
}

function gapAt({ line, isRunning, from, areWordsLookedUp }: Setting, start: number, end: number): Gap {
  const { text } = line;
  const sides = sidesOf(text, start, end);
  const { before, behind, left, right } = sides;
  const isLabelled = isBehindLabel(text, start, false);
  const cuts = areWordsLookedUp && cutsWord(before, behind);
  const isTerm = start - from <= LONGEST_TERM && !CLAUSE.test(text.slice(from, start));
  const gap = { start: line.start + start, end: line.start + end, parts: left.slice(-1) + right.slice(0, 1) };
  const evidence = isLabelled ? 'label' : cuts ? 'cut' : isBound(sides) ? 'bound' : 'none';
  const isAlways = [
    isBehindLabel(text, start, true),
    DATE_AT_END.test(before),
    CAPTION.test(behind),
    isOfName(sides),
    !cuts && (!isRunning || areNames(sides)),
  ];
  if (isAlways.includes(true)) return { ...gap, evidence, isRight: 'always' };
  if (!isRunning || isLabelled || HONOURED.test(behind)) {
    return { ...gap, evidence, isRight: 'often' };
  }
  const isPerhaps = isSpread(sides) || (!cuts && (isTerm || isInsideQuotation(text, start, end)));
  return { ...gap, evidence, isRight: isPerhaps ? 'perhaps' : 'never' };
}

/**
 * The spaces between Han characters in a line that is prose or a heading; none in a table, a cell or spread words. Unless words
 * are looked up no space is found to cut one.
 */
export function gapsIn(line: Line, areWordsLookedUp: boolean): readonly Gap[] {
  const { start, text } = line;
  const isRunning = CLAUSE.test(text);
  if (SPREAD.test(text) || TABLE.test(text) || (!isRunning && !isTight(text))) return [];
  const from = LABEL.exec(text)?.[0].length ?? 0;
  const setting = { line, isRunning, from, areWordsLookedUp };
  const gaps = [...text.matchAll(GAP)].flatMap(({ 0: space, index }) =>
    index < from ? [] : [gapAt(setting, index, index + space.length)],
  );
  const cut = gaps.filter(({ evidence }) => evidence === 'cut');
  const names = [...text.matchAll(NAMES)]
    .map(({ 0: row, index }) => ({ start: start + index, end: start + index + row.length }))
    .filter((row) => !touchesAny(cut, row));
  return gaps.map((gap) =>
    touchesAny(names, gap) && gap.isRight !== 'always' ? { ...gap, isRight: 'often' } : gap,
  );
}
