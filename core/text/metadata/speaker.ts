import { plainOrgan } from './adopted-by.ts';

/** Who speaks, from the line below a title that names him with his office. */
export interface Speaker {
  readonly name: string;
  /** The organ that he speaks for, as the line names it: 某某县人民政府, 最高人民法院; empty for a bare 省长. */
  readonly organ: string;
}

const HEAD_LINES = 12;
const LONGEST_LINE = 120;
const OFFICE =
  '(?:代)?(?:副)?(?:主席|主任|[总總]理|院[长長]|[检檢]察[长長]|行政[长長]官|委[员員][长長]|秘[书書][长長]|[总總]?[书書][记記]|司[长長]|署[长長]|校[长長]|部[长長]|[厅廳][长長]|局[长長]|[省市县縣区區州盟旗镇鎮乡鄉][长長])';
const ORGAN = String.raw`[\p{Script=Han}]{0,24}?`;
/** 王某, 龚 正, 艾尔肯·吐尼亚孜. */
const NAME = String.raw`(\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000\u00a0]{1,4}\p{Script=Han}|\p{Script=Han}{1,8}·\p{Script=Han}{1,8})`;
const SPACE = String.raw`[ \u3000\u00a0：:]+`;
/** 上海市市长 龚 正, also behind the occasion: …第四次会议上 某省省长 王某. */
const SPEAKER = new RegExp(
  String.raw`(?:^|[上）)][ \u3000\u00a0]*)[（(]?(${ORGAN})(${OFFICE})${SPACE}${NAME}[）)]?$`,
  'u',
);
/** 行政長官李家超: only this office stands before a name without a space in heads of reports. */
const CHIEF = /^(\p{Script=Han}{0,12}?)(行政[长長]官)(\p{Script=Han}{2,4})$/u;
/** 国务院总理, whose name stands on the next line. */
const OFFICE_ONLY = new RegExp(`^(${ORGAN})(${OFFICE})$`, 'u');
const NAME_ONLY = new RegExp(`^${NAME}$`, 'u');
/** Words that stand where a name does. */
const NO_NAME =
  /[^·](?:同志|先生|女士)$|^(?:报告|報告|致辞|致辭|讲话|講話|会议|會議|目录|目錄|附件|主席|各位|同志)/u;

function speakerOf(organ: string, name: string): Speaker | undefined {
  const plain = name.replaceAll(/[ \u3000\u00a0]/gu, '');
  if (NO_NAME.test(plain)) return undefined;
  return { name: plain, organ: organOf(organ) };
}

/** Which one of the region's organs, without the region: 省人民检察院. */
const RELATIVE = /^(?:[省市县縣州区區本我]|自治[区區州])/u;

/** 某省省长 and 某县人民政府县长 speak for the government, 最高人民法院院长 for the court; a bare 省长 does not say for which one. */
function organOf(before: string): string {
  const organ = plainOrgan(before);
  if (RELATIVE.test(organ)) return '';
  if (/特[别別]行政[区區]$/u.test(organ)) return `${organ}政府`;
  if (/.[省市县縣州区區盟旗]$/u.test(organ)) return `${organ}人民政府`;
  return /.(?:政府|[院部厅廳局署]|委[员員][会會])$/u.test(organ) ? organ : '';
}

/** Who gives the report, by the lines below its title; undefined when none says so. */
export function speakerIn(lines: readonly string[]): Speaker | undefined {
  const head = lines.slice(0, HEAD_LINES).map((line) => line.trim());
  for (const [index, line] of head.entries()) {
    if (line.length > LONGEST_LINE || /[。！？]/u.test(line)) continue;
    const [, organ = '', , name] = SPEAKER.exec(line) ?? CHIEF.exec(line) ?? [];
    if (name !== undefined) {
      const speaker = speakerOf(organ, name);
      if (speaker !== undefined) return speaker;
      continue;
    }
    const alone = OFFICE_ONLY.exec(line);
    const next = NAME_ONLY.exec(head[index + 1] ?? '')?.[1];
    if (alone === null || next === undefined || index === 0) continue;
    const speaker = speakerOf(alone[1] ?? '', next);
    if (speaker !== undefined) return speaker;
  }
  return undefined;
}
