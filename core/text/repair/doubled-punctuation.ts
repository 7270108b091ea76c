/*
 * Doubled punctuation: 发展,,提高 and ，， and ，。 between Chinese characters.
 *
 * Evidence: pages with readings in brackets show `,,` `,。` `,；`; statutes show 、、 and 。。 where one mark was meant. Marks
 * that authors double are left: …… —— ！！ ？？ and 。。。 Two different marks become the stronger one where the weaker
 * stands first. Between numbers, and in lines of values parted by commas, a comma may stand for an empty field.
 */
import type { Edit } from '../edit.ts';
import { replaceMatches } from './replace-matches.ts';
import type { RepairRule } from './rule.ts';

const ID = 'doubled-punctuation';
const CERTAIN = 0.9;
const BEHIND = String.raw`(?<=[\p{Script=Han}”』」》）)%％])`;
const BEFORE = String.raw`(?![，,、。；;：.！？])(?=[\p{Script=Han}“”『』「」《》（）(\s\d０-９]|$)`;
const SAME = String.raw`(?<same>[，,；;：]) ?\k<same>|(?<twice>[、。])\k<twice>`;
const STRONGER = String.raw`[，,、](?<stronger>[。；！？])`;
const COMMA = String.raw`(?<comma>[，,])、|、(?<second>[，,])|,(?<wide>，)|(?<first>，),|;(?<semicolon>；)|(?<before>；);|:(?<colon>：)|(?<ahead>：):|(?<stop>。)\.(?!\.)`;
const PLACE = new RegExp(`${BEHIND}(?:${SAME}|${STRONGER}|${COMMA})${BEFORE}`, 'gmu');
/** Two marks beside each other, or with a space between. */
const TRACE = /[，,；;：:、。] ?[，,；;：:、。！？.]/u;
/** Fields of a line of values: short, and hardly ever a whole clause. */
const LEAST_FIELDS = 4;
const LONGEST_FIELD = 12;

/** Whether a line is a record whose fields are parted by commas, some of them empty, such as 北京,,上海,3. */
export function isRecord(line: string): boolean {
  if (!line.includes(',,') || /[。；！？]/u.test(line)) return false;
  const fields = line.split(',');
  return fields.length >= LEAST_FIELDS && fields.every((field) => field.trim().length <= LONGEST_FIELD);
}

/** Without the commas of records. The line of an edit is looked at once for all that stand in it. */
function outsideRecords(text: string, edits: readonly Edit[]): readonly Edit[] {
  let lineEnd = -1;
  let record = false;
  return edits.filter(({ before, start }) => {
    if (start >= lineEnd) {
      const end = text.indexOf('\n', start);
      lineEnd = end < 0 ? text.length : end;
      record = isRecord(text.slice(text.lastIndexOf('\n', start) + 1, lineEnd));
    }
    return !record || before !== ',,';
  });
}

function find(text: string): readonly Edit[] {
  const judgement = { rule: ID, confidence: CERTAIN, applied: true };
  const edits = replaceMatches(text, PLACE, judgement, ({ groups = {} }) => {
    const { same, twice, stronger, comma, second, wide, first, semicolon, before, colon, ahead, stop } =
      groups;
    const known = same ?? twice ?? stronger ?? comma ?? second ?? wide ?? first;
    return known ?? semicolon ?? before ?? colon ?? ahead ?? stop;
  });
  return outsideRecords(text, edits);
}

/** Leaves one mark of two; see the evidence above. */
export const doubledPunctuation: RepairRule = { id: ID, trace: TRACE, find };
