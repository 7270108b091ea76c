import { FREQUENT_PAIRS } from './frequent-pairs.ts';
import { simplifiedForm } from './simplified-forms.ts';

interface Frequencies {
  /** By pair, by its first and by its second character. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly heads: ReadonlyMap<string, number>;
  readonly followers: ReadonlyMap<string, number>;
  readonly total: number;
}

/** What the pairs that are listed hold of all neighbours in prose. */
const LISTED_SHARE = 0.72;
/** How often a pair stands at least that is listed. */
const LEAST_LISTED = 2;
/** Of a character that no listed pair has. */
const RARE = 1e-5;

function readFrequencies(): Frequencies {
  const pairs = new Map<string, number>();
  const heads = new Map<string, number>();
  const followers = new Map<string, number>();
  let total = 0;
  for (const group of FREQUENT_PAIRS.split(' ')) {
    const head = group.slice(0, 1);
    let frequency = 0;
    for (const follower of group.slice(1)) {
      if (/\d/u.test(follower)) {
        frequency = 2 ** Number(follower);
        continue;
      }
      pairs.set(head + follower, frequency);
      heads.set(head, (heads.get(head) ?? 0) + frequency);
      followers.set(follower, (followers.get(follower) ?? 0) + frequency);
      total += frequency;
    }
  }
  return { pairs, heads, followers, total };
}

let known: Frequencies | undefined;

/**
 * How probable it is in official prose of either script that `right` follows `left`, above 0 up to 1: from the frequent pairs,
 * else from how frequent `right` is by itself (a bigram model that backs off).
 */
export function neighbourProbability(left: string, right: string): number {
  known ??= readFrequencies();
  const [first, second] = [simplifiedForm(left), simplifiedForm(right)];
  const head = known.heads.get(first) ?? 0;
  const listed = known.pairs.get(first + second);
  if (listed !== undefined) return (LISTED_SHARE * listed) / head;
  const alone = (1 - LISTED_SHARE) * Math.max(RARE, (known.followers.get(second) ?? 0) / known.total);
  // Were it more frequent, it would be listed.
  return head === 0 ? alone : Math.min(alone, (LISTED_SHARE * LEAST_LISTED) / head);
}

/** Whether `right` follows `left` frequently in official prose. */
export function areFrequentNeighbours(left: string, right: string): boolean {
  known ??= readFrequencies();
  return known.pairs.has(simplifiedForm(left) + simplifiedForm(right));
}
