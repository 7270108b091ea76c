/** How the names of organs end, as a piece of a regular expression. */
export const ORGAN_END =
  '(?:党组理论学习中心组|黨組理論學習中心組|理论学习中心组|理論學習中心組|党组|黨組|人民政府|政府|委员会|委員會|办公厅|辦公廳|办公室|辦公室|中央|中心|大学|大學|学校|學校|公司|集团|集團|协会|協會|联合会|聯合會|总署|總署|银行|銀行|[局厅廳委部院署])';
const ORGAN = new RegExp(`^\\p{Script=Han}{2,30}?${ORGAN_END}$`, 'u');
/** 某某县人民政府文件, 某某县人民政府令, 教育部 函: the red head of a document. */
const RED_HEAD = new RegExp(
  `^(\\p{Script=Han}{2,30}?${ORGAN_END})(?:文件|令|公告|通告|函|公函|書函|书函|開會通知單|开会通知单)$`,
  'u',
);
/** To look at the last character takes a tenth of the time. */
const RED_HEAD_ENDS: ReadonlySet<string> = new Set('件令告函單单');
const SPREAD = /^(?:\p{Script=Han}\s+){2,}\p{Script=Han}$/u;
const MOST_SIGNED = 4;
const HEAD_LINES = 8;
/** What a title about organs says too. */
const ABOUT = /关于|關於|的|加强|加強|成立|召开|召開|推进|推進|我[们們]|到了/u;

/** The organs that a line names and nothing else; none for any other line. A name may be spread over the line. */
export function organsIn(line: string): readonly string[] {
  const plain = SPREAD.test(line.trim()) ? line.replaceAll(/\s/gu, '') : line.trim();
  const names = plain.split(/[\s、]+/u);
  return names.every((name) => ORGAN.test(name)) ? names : [];
}

/** Whether a line is a signature of one or more organs. */
export function isSignature(line: string): boolean {
  return organsIn(line).length > 0;
}

/** Who stands in the red head of a document; empty for any other line. */
export function redHeadOf(line: string): string {
  if (!RED_HEAD_ENDS.has(line.trimEnd().slice(-1))) return '';
  return RED_HEAD.exec(line.replaceAll(/\s/gu, ''))?.[1] ?? '';
}

/** Whether a line at the top names who issues what follows, and is no title itself. */
export function isLetterhead(line: string): boolean {
  return organsIn(line).length > 0 && !ABOUT.test(line);
}

/** The organs above the title, where a line names nothing else; empty when the title is the first line. */
export function letterheadOf(head: readonly string[], title: string): string {
  const at = head.findIndex((line) => title !== '' && line.startsWith(title));
  const above = head.slice(0, Math.max(0, at)).find(isLetterhead);
  return above === undefined ? '' : organsIn(above).join('、');
}

const SENTENCE = /[。！？；]|^各位|[：:]$/u;

/** The organs below the title that a line names and nothing else, before the text itself begins; empty when none stands there. */
export function organLine(lines: readonly string[], title: string): string {
  const head = lines.slice(0, HEAD_LINES).map((line) => line.trim());
  const begin = head.findIndex((line) => SENTENCE.test(line));
  const above = head.slice(0, begin < 0 ? head.length : begin);
  const named = above.find((line) => line !== title && isLetterhead(line));
  return named === undefined ? '' : organsIn(named).join('、');
}

/** The organs that sign above or before a date; `lines` end with the one above it. In the order they stand there. */
export function organsAbove(lines: readonly string[]): readonly string[] {
  const signed: string[] = [];
  for (const line of lines.slice(-MOST_SIGNED).toReversed()) {
    const organs = organsIn(line);
    if (organs.length === 0) break;
    signed.unshift(...organs);
  }
  return signed;
}
