import { isCommonCharacter } from '../common-characters.ts';

/**
 * Frequent words of official prose that end in a character whose GBK trail byte (A1, A3) continues into a punctuation
 * mark; the dictionary of the runtime knows words, but not how frequent they are.
 */
const FREQUENT = new Set(
  (
    '学校 學校 高校 院校 党校 黨校 母校 技校 职校 職校 军校 軍校 全校 本校 我校 各校 确保 確保 环保 環保 社保 医保 醫保 担保 擔保 ' +
    '低保 安危 各省 全省 我省 本省 外省 进取 進取 争取 爭取 采取 採取 获取 獲取 吸取 汲取 收取 听取 聽取'
  ).split(' '),
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const known = new Map<string, boolean>();

/** Whether the runtime's dictionary holds `text` as one word. */
function isWord(text: string): boolean {
  const found = known.get(text);
  if (found !== undefined) return found;
  const [first] = segmenter.segment(text);
  const answer = first?.segment === text && first.isWordLike === true;
  known.set(text, answer);
  return answer;
}

const READING = /\([\p{Script=Latin}\u0300-\u036f]{1,9}\)/gu;

/** Says how well a character stands between its neighbours: by frequent words, the dictionary, and the text itself. */
export interface WordEvidence {
  /** How well it goes with what stands behind it, which is known only where the bytes behind are whole. */
  readonly supportBefore: (char: string, right: string) => number;
  readonly support: (left: string, char: string, right: string) => number;
  /** For each UTF-16 unit of a passage, whether it stands in a word of the dictionary or in a pair that the text has elsewhere. */
  readonly covered: (passage: string) => readonly boolean[];
}

const FREQUENT_WORD = 2;
/** A text that writes a pair three times elsewhere says all that it can. */
const MOST_FROM_TEXT = 3;
/** Something was inserted around punctuation, so where a quotation begins or ends, a full stop before it is likely. */
const STOP_BEFORE_QUOTE = 2;

/** Evidence from a text, readings in brackets left out. */
export function wordEvidence(text: string): WordEvidence {
  const plain = text.replaceAll(READING, '');
  const countPair = (pair: string): number => {
    let count = 0;
    for (let at = plain.indexOf(pair); at >= 0 && count < MOST_FROM_TEXT; at = plain.indexOf(pair, at + 1)) {
      count += 1;
    }
    return count;
  };
  const covered = (passage: string): readonly boolean[] => {
    const found = Array.from({ length: passage.length }, () => false);
    for (const { segment, index, isWordLike } of segmenter.segment(passage)) {
      if (isWordLike === true && segment.length > 1) found.fill(true, index, index + segment.length);
    }
    for (let at = 0; at + 1 < passage.length; at += 1) {
      if (!found[at] || !found[at + 1]) {
        if (countPair(passage.slice(at, at + 2)) > 0) found.fill(true, at, at + 2);
      }
    }
    return found;
  };
  return {
    covered,
    supportBefore: (char, right) => {
      if (!isCommonCharacter(char) || !/\p{Script=Han}/u.test(right)) return 0;
      return (isWord(char + right) ? FREQUENT_WORD : 0) + countPair(char + right);
    },
    support: (left, char, right) => {
      if (char === '。') {
        const quoted = /[“”]/u.test(right) && !/[“”，。、]/u.test(left) ? STOP_BEFORE_QUOTE : 0;
        return quoted + Math.min(1, countPair(left + char));
      }
      if (!isCommonCharacter(char) || !/\p{Script=Han}/u.test(left)) return 0;
      const frequent = FREQUENT.has(left + char) ? FREQUENT_WORD : 0;
      return frequent + Number(isWord(left + char)) + countPair(left + char);
    },
  };
}
