import { FREQUENT_PAIRS } from './frequent-pairs.ts';
import { simplifiedForm } from './simplified-forms.ts';

/** How frequent pairs with one first character are: all together, and by their second one. */
interface Head {
  frequency: number;
  readonly pairs: Map<string, number>;
}

interface Frequencies {
  readonly heads: ReadonlyMap<string, Head>;
  /** How frequent pairs are, by their second character. */
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
  const heads = new Map<string, Head>();
  const followers = new Map<string, number>();
  let total = 0;
  for (const group of FREQUENT_PAIRS.split(' ')) {
    const first = group.slice(0, 1);
    const head = heads.get(first) ?? { frequency: 0, pairs: new Map<string, number>() };
    heads.set(first, head);
    let frequency = 0;
    for (const follower of group.slice(1)) {
      if (/\d/u.test(follower)) {
        frequency = 2 ** Number(follower);
        continue;
      }
      head.pairs.set(follower, frequency);
      head.frequency += frequency;
      followers.set(follower, (followers.get(follower) ?? 0) + frequency);
      total += frequency;
    }
  }
  return { heads, followers, total };
}

let known: Frequencies | undefined;

/**
 * How probable it is in official prose of either script that `right` follows `left`, above 0 up to 1: from the frequent pairs,
 * else from how frequent `right` is by itself (a bigram model that backs off).
 */
export function neighbourProbability(left: string, right: string): number {
  known ??= readFrequencies();
  const second = simplifiedForm(right);
  const head = known.heads.get(simplifiedForm(left));
  const listed = head?.pairs.get(second);
  if (head !== undefined && listed !== undefined) return (LISTED_SHARE * listed) / head.frequency;
  const alone = (1 - LISTED_SHARE) * Math.max(RARE, (known.followers.get(second) ?? 0) / known.total);
  // Were it more frequent, it would be listed.
  return head === undefined ? alone : Math.min(alone, (LISTED_SHARE * LEAST_LISTED) / head.frequency);
}

/** Whether `right` follows `left` frequently in official prose. */
export function areFrequentNeighbours(left: string, right: string): boolean {
  known ??= readFrequencies();
  return known.heads.get(simplifiedForm(left))?.pairs.has(simplifiedForm(right)) === true;
}
