import { wordsIn } from '../words.ts';
import { simplifiedForm } from './simplified-forms.ts';

const HAN_AT_END = /\p{Script=Han}{1,4}$/u;
const HAN_AT_HEAD = /^\p{Script=Han}{1,4}/u;
/** The longest run of Han characters on one side that can belong to a word. */
const REACH = 4;

/** Whether a word of the dictionary reaches over the place where `before` ends and `behind` begins. */
export function cutsWord(before: string, behind: string): boolean {
  const head = HAN_AT_END.exec(before.slice(-REACH))?.[0];
  const tail = HAN_AT_HEAD.exec(behind.slice(0, REACH))?.[0];
  if (head === undefined || tail === undefined) return false;
  const joined = (head + tail).replaceAll(/\p{Script=Han}/gu, simplifiedForm);
  for (const { segment, index } of wordsIn(joined)) {
    if (index < head.length && index + segment.length > head.length) return true;
    if (index >= head.length) break;
  }
  return false;
}
