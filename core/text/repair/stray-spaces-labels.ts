/** The digits of numbering as it is written out. */
export const NUMBERS = '一二三四五六七八九十百零〇○';

const ARTICLE = String.raw`第\s?(?:[${NUMBERS}](?:\s?[${NUMBERS}])*|\d+)\s?[编編篇章节節条條](?:\s?之\s?[${NUMBERS}]+)?`;

/** What a line begins with and the white space behind it, which is right: 一、 （一） 1. 第一条; marks of Markdown before it. */
export const LABEL = new RegExp(
  String.raw`^[\s\u3000#*>“「]*(?:${ARTICLE}|[（(]\s?(?:[${NUMBERS}]+|\d+)\s?[）)]|(?:[${NUMBERS}]+|\d+)\s?[、.．])[*]*[\s\u3000]*`,
  'u',
);

/** Short words that are spread over a line. */
export const SPREAD =
  /^[\s\u3000#*]*(?:目\s*[录錄録次]|[总總]\s*[则則]|附\s*[则則件录錄録表注註]|前\s*言|序\s*言|引\s*言|[结結]\s*[语語]|[后後]\s*[记記]|[备備]\s*[注註]|[说說]\s*明|主\s*[题題][词詞]|抄\s*送|[来來]\s*源|作\s*者)(?!\p{Script=Han})/u;

/** 二  行政區劃, 附註：一  專業: numbers without a mark, in front of what they count. */
const NUMBER_ALONE = new RegExp(`(?:^|[^\\p{Script=Han}])[${NUMBERS}]{1,3}$`, 'u');
const NUMBER_AT_HEAD = new RegExp(String.raw`(?:^|[。：:；])[\s\u3000]*[${NUMBERS}]{1,3}$`, 'u');
/** …实行。第三条 本市: a label behind breaks that were lost has its space, too. */
const LABEL_INSIDE = new RegExp(`${ARTICLE}$`, 'u');

/** Whether the space of `line` at `at` stands behind a label inside the line. `isDense`: most of its spaces are stray. */
export function isBehindLabel(line: string, at: number, isDense: boolean): boolean {
  const before = line.slice(Math.max(0, at - 4), at);
  // The spaces of a number that is written out (九 百 六 十 七) are not behind a label.
  const isNumber = isDense ? at <= 4 && NUMBER_AT_HEAD.test(before) : NUMBER_ALONE.test(before);
  return isNumber || LABEL_INSIDE.test(line.slice(Math.max(0, at - 20), at));
}
