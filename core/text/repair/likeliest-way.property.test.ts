import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atLeast } from '#test/random-maps.ts';
import { likeliestWay } from './likeliest-way.ts';
import { areFrequentNeighbours, neighbourProbability } from './neighbour-likelihood.ts';

const LOST = '\uFFFD';
/** A character that is left standing is this sure among all that can have stood there. */
const SURE = 0.995;
const TINY = 1e-9;

/** Characters that often, seldom and never stand beside each other, and marks. */
const characters = [...'教育发展的和中国人民政府工作报告会议镳龘，。、“（'];
const place = fc.uniqueArray(fc.constantFrom(...characters), { maxLength: 4 });
const shortInput = fc.array(place, { maxLength: 6 });

/** All ways to read the places, one character each; what nothing is known of is lost. */
function allWays(places: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return places.reduce<readonly (readonly string[])[]>(
    (ways, own) => ways.flatMap((way) => (own.length === 0 ? [LOST] : own).map((char) => [...way, char])),
    [[]],
  );
}

/** Behind what is lost a character is as probable as anywhere; what is lost is no evidence. */
function stepProbability(left: string, right: string): number {
  if (right === '' || right === LOST) return 1;
  return neighbourProbability(left === LOST ? '' : left, right);
}

function probabilityOf(way: readonly string[]): number {
  return way.reduce((product, char, at) => product * stepProbability(way[at - 1] ?? '', char), 1);
}

test('no answer is less likely than trying every way says, and none is shorter or longer', () => {
  fc.assert(
    fc.property(shortInput, (places) => {
      const answer = [...likeliestWay(places)];
      expect(answer).toHaveLength(places.length);
      const ways = allWays(places).map((way) => ({ way, weight: probabilityOf(way) }));
      const all = ways.reduce((sum, { weight }) => sum + weight, 0);
      for (const [at, char] of answer.entries()) {
        const own = places[at] ?? [];
        if (own.length <= 1) {
          expect(char).toBe(own[0] ?? LOST);
          continue;
        }
        if (char === LOST) continue;
        expect(own).toContain(char);
        const withIt = ways
          .filter(({ way }) => way[at] === char)
          .reduce((sum, { weight }) => sum + weight, 0);
        expect(withIt / all).toBeGreaterThanOrEqual(SURE - TINY);
      }
    }),
    atLeast(300),
  );
});

test('what is sure by every way and goes with its neighbours is not left open', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 3, maxLength: 5 }), (places) => {
      const answer = [...likeliestWay(places)];
      const ways = allWays(places).map((way) => ({ way, weight: probabilityOf(way) }));
      const all = ways.reduce((sum, { weight }) => sum + weight, 0);
      for (const [at, char] of answer.entries()) {
        if (char !== LOST || (places[at]?.length ?? 0) <= 1) continue;
        for (const own of places[at] ?? []) {
          const withIt = ways
            .filter(({ way }) => way[at] === own)
            .reduce((sum, { weight }) => sum + weight, 0);
          if (withIt / all < SURE + TINY) continue;
          // Sure by weight, so only that it makes no frequent pair with what stands beside it can have left it open.
          const [left, right] = [answer[at - 1] ?? '', answer[at + 1] ?? ''];
          expect(goesWithNone(left, own, right)).toBe(true);
        }
      }
    }),
    atLeast(300),
  );
});

/** Whether a character is a mark that can be another, or makes no frequent pair on either side. */
function goesWithNone(left: string, char: string, right: string): boolean {
  if (/\p{P}/u.test(char)) {
    return !/[，。、；：]/u.test(char) || left === '' || right === '' || right === LOST;
  }
  return !areFrequentNeighbours(left, char) && !areFrequentNeighbours(char, right);
}
