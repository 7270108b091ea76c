import { wordsIn } from '../words.ts';
import { areFrequentNeighbours, neighbourProbability } from './neighbour-likelihood.ts';
import { simplifiedForm } from './simplified-forms.ts';

/**
 * Frequent words of official prose that end in a character whose GBK trail byte (A1, A3) continues into a punctuation
 * mark; the dictionary of the runtime knows words, but not how frequent they are.
 */
const FREQUENT = new Set(
  (
    '学校 高校 院校 党校 母校 技校 职校 军校 全校 本校 我校 各校 确保 环保 社保 医保 担保 低保 安危 各省 全省 我省 本省 外省 ' +
    '进取 争取 采取 获取 吸取 汲取 收取 听取'
  ).split(' '),
);

const known = new Map<string, boolean>();

/** Whether the runtime's dictionary holds `text` as one word. */
function isWord(text: string): boolean {
  const found = known.get(text);
  if (found !== undefined) return found;
  const [first] = wordsIn(text);
  const answer = first?.segment === text && first.isWordLike === true;
  known.set(text, answer);
  return answer;
}

const READING = /\([\p{Script=Latin}\u0300-\u036f]{1,9}\)/gu;
const HAN = /^\p{Script=Han}$/u;

/** Says how well characters stand beside each other: by frequent words, the dictionary, and the text itself. */
export interface WordEvidence {
  /** The natural logarithm of how probable it is that `right` follows `left`; at most 0. */
  readonly likelihood: (left: string, right: string) => number;
  /** For each UTF-16 unit of a passage, whether it stands in a word of the dictionary or in a frequent pair. */
  readonly covered: (passage: string) => readonly boolean[];
}

/** A text that writes a pair three times elsewhere says all that it can. */
const MOST_FROM_TEXT = 3;
/** How probable a pair is at least that the text has elsewhere, that the dictionary holds, or that is a frequent word. */
const FROM_TEXT = 0.01;
const FROM_DICTIONARY = 0.002;
const FROM_FREQUENT = 0.3;

/** The text with its frequent Traditional characters made Simplified, as long as before. */
function folded(text: string): string {
  return text.replace(/\p{Script=Han}/gu, simplifiedForm);
}

/** Evidence from a text, readings in brackets left out. */
export function wordEvidence(text: string): WordEvidence {
  let counted: ReadonlyMap<string, number> | undefined;
  const countPair = (pair: string): number => {
    counted ??= countPairs(text.replaceAll(READING, ''));
    return Math.min(MOST_FROM_TEXT, counted.get(pair) ?? 0);
  };
  const likelihood = (left: string, right: string): number => {
    let probability = neighbourProbability(left, right) + FROM_TEXT * countPair(left + right);
    if (HAN.test(left) && HAN.test(right)) {
      const pair = folded(left + right);
      if (FREQUENT.has(pair)) probability += FROM_FREQUENT;
      else if (isWord(pair)) probability += FROM_DICTIONARY;
    }
    return Math.log(Math.min(1, probability));
  };
  const covered = (passage: string): readonly boolean[] => {
    const found = Array.from({ length: passage.length }, () => false);
    const plain = folded(passage);
    for (const { segment, index, isWordLike } of wordsIn(plain)) {
      if (isWordLike === true && segment.length > 1) found.fill(true, index, index + segment.length);
    }
    for (let at = 0; at + 1 < passage.length; at += 1) {
      const [left = '', right = ''] = [plain[at], plain[at + 1]];
      if (areFrequentNeighbours(left, right) || countPair(passage.slice(at, at + 2)) > 0) {
        found.fill(true, at, at + 2);
      }
    }
    return found;
  };
  return { covered, likelihood };
}

function countPairs(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
