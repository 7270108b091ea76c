import { areFrequentNeighbours, neighbourProbability } from './neighbour-likelihood.ts';

/** So sure must the neighbours be of one character among those that can have stood at a place. */
const LEAST_SURE = 0.995;
/** Of more ways to read a place only the likeliest behind the place before are followed. */
const MOST_WAYS = 120;
/** Characters of prose that pair with all others. */
const MARK = /[\u2010-\u2026\u3000-\u3011\uff01-\uff1f]/u;
const WHOLE_MARKS = /^[，。、；：]$/u;
const LOST_CHARACTER = '\uFFFD';

/** What can have stood at one place, each way one character; a place that nothing is known of has none. */
export type Place = readonly string[];

/** How probable each way of a place is by the places on one side of it; sums to 1. */
type Weights = readonly number[];

function normalized(weights: readonly number[]): Weights {
  const sum = weights.reduce((all, one) => all + one, 0);
  return sum === 0 ? weights.map(() => 1 / weights.length) : weights.map((one) => one / sum);
}

/** Behind what is lost or foreign every character is as probable as it is anywhere. */
function probability(left: string, right: string): number {
  if (left === '' || left === LOST_CHARACTER) return neighbourProbability('', right);
  if (right === '' || right === LOST_CHARACTER) return 1;
  return neighbourProbability(left, right);
}

function forwardWeights(places: readonly Place[]): readonly Weights[] {
  const all: Weights[] = [];
  let before: Place = [''];
  let weights: Weights = [1];
  for (const place of places) {
    const own = place.length === 0 ? [LOST_CHARACTER] : place;
    const [left, leftWeights] = [before, weights];
    weights = normalized(
      own.map((char) =>
        left.reduce((sum, other, index) => sum + (leftWeights[index] ?? 0) * probability(other, char), 0),
      ),
    );
    all.push(weights);
    before = own;
  }
  return all;
}

function backwardWeights(places: readonly Place[]): readonly Weights[] {
  const all: Weights[] = places.map(() => []);
  let behind: Place = [''];
  let weights: Weights = [1];
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const place = places[at] ?? [];
    const own = place.length === 0 ? [LOST_CHARACTER] : place;
    const [right, rightWeights] = [behind, weights];
    weights = normalized(
      own.map((char) =>
        right.reduce((sum, other, index) => sum + (rightWeights[index] ?? 0) * probability(char, other), 0),
      ),
    );
    all[at] = weights;
    behind = own;
  }
  return all;
}

/** Whether a character makes a frequent pair with one of its neighbours, so that more than its own frequency speaks for it. */
function goesWith(left: string, char: string, right: string): boolean {
  if (MARK.test(char)) {
    // At an end of what is known nothing tells one mark from the others.
    return WHOLE_MARKS.test(char) && left !== '' && right !== '' && right !== LOST_CHARACTER;
  }
  return areFrequentNeighbours(left, char) || areFrequentNeighbours(char, right);
}

/**
 * One character for each place: the only one it can be, the one that its neighbours leave no doubt of, else U+FFFD. The places
 * on both sides count, through others that are not known either (forward and backward over a bigram model).
 */
export function likeliestWay(places: readonly Place[]): string {
  const kept = places.map((place) =>
    place.length <= MOST_WAYS
      ? place
      : place
          .map((char) => ({ char, weight: neighbourProbability('', char) }))
          .toSorted((a, b) => b.weight - a.weight)
          .slice(0, MOST_WAYS)
          .map(({ char }) => char),
  );
  if (kept.every(({ length }) => length <= 1)) return kept.map(([only]) => only ?? LOST_CHARACTER).join('');
  const [forward, backward] = [forwardWeights(kept), backwardWeights(kept)];
  const chosen = kept.map((place, at) => {
    if (place.length <= 1) return { char: place[0] ?? LOST_CHARACTER, isSure: true };
    // The weight of a character by itself stands in both.
    const weights = normalized(
      place.map((_char, index) => (forward[at]?.[index] ?? 0) * (backward[at]?.[index] ?? 0)),
    );
    const best = weights.reduce((most, one, index) => (one > (weights[most] ?? 0) ? index : most), 0);
    return { char: place[best] ?? LOST_CHARACTER, isSure: (weights[best] ?? 0) >= LEAST_SURE };
  });
  const shown = chosen.map(({ char, isSure }) => (isSure ? char : LOST_CHARACTER));
  return shown
    .map((char, at) => {
      if ((kept[at]?.length ?? 0) <= 1 || char === LOST_CHARACTER) return char;
      return goesWith(shown[at - 1] ?? '', char, shown[at + 1] ?? '') ? char : LOST_CHARACTER;
    })
    .join('');
}
