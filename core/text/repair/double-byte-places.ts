import type { DoubleByteTable } from './double-byte-table.ts';
import { likeliestWay } from './likeliest-way.ts';
import type { Place } from './likeliest-way.ts';
import { LOST } from './misreading-encodings.ts';

const IN_PROSE = /[\u2010-\u2026\u3001-\u3011\u4e00-\u9fff\uff01-\uff1f]/u;
const [FIRST_BYTE, LAST_BYTE, FIRST_TRAIL] = [0x81, 0xfe, 0x40];
/** A stretch of lost characters that is longer is not looked at: the neighbours tell nothing of its middle. */
const LONGEST_STRETCH = 6;

const known = new WeakMap<DoubleByteTable, Map<number, Place>>();

/** The characters of prose with this byte: as the first byte (`isLead`) or as the second. */
function charactersWith(byte: number, isLead: boolean, table: DoubleByteTable): Place {
  const ofTable = known.get(table) ?? new Map<number, Place>();
  known.set(table, ofTable);
  const key = isLead ? 0x100 + byte : byte;
  const found = ofTable.get(key) ?? findCharacters(byte, isLead, table);
  ofTable.set(key, found);
  return found;
}

function findCharacters(byte: number, isLead: boolean, table: DoubleByteTable): Place {
  const chars: string[] = [];
  for (let other = isLead ? FIRST_TRAIL : FIRST_BYTE; other <= LAST_BYTE; other += 1) {
    const char = isLead ? table.charOf(byte, other) : table.charOf(other, byte);
    if (char !== undefined && IN_PROSE.test(char)) chars.push(char);
  }
  return chars;
}

/** What bytes that stand two by two can be, where each that was lost is one LOST; `shown` is the table that lost them. */
function placesOf(
  bytes: readonly number[],
  table: DoubleByteTable,
  shown: DoubleByteTable,
): readonly Place[] {
  const places: Place[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = LOST, trail = LOST] = [bytes[at], bytes[at + 1]];
    if (lead >= 0 && lead < 0x80) {
      places.push([String.fromCharCode(lead)]);
      continue;
    }
    if (trail >= 0 && trail < FIRST_TRAIL) {
      places.push([]);
      continue;
    }
    at += 1;
    if (lead === LOST && trail === LOST) places.push([]);
    else if (lead === LOST) {
      // A byte was lost because it made no character with the one behind it.
      places.push(
        charactersWith(trail, false, table).filter((char) => {
          const own = table.bytesOf(char)?.[0];
          return own !== undefined && shown.charOf(own, trail) === undefined;
        }),
      );
    } else if (trail === LOST) {
      const next = bytes[at + 1];
      places.push(
        charactersWith(lead, true, table).filter((char) => {
          const own = table.bytesOf(char)?.[1];
          return (
            own !== undefined && (next === undefined || next < 0 || shown.charOf(own, next) === undefined)
          );
        }),
      );
    } else {
      const char = table.charOf(lead, trail);
      places.push(char === undefined ? [] : [char]);
    }
  }
  return places;
}

/** Places in a row that are not known, over the limit, are given up together. */
function withoutLongStretches(places: readonly Place[]): readonly Place[] {
  const kept = [...places];
  let from = 0;
  for (let at = 0; at <= places.length; at += 1) {
    if (at < places.length && places[at]?.length !== 1) continue;
    if (at - from > LONGEST_STRETCH) kept.fill([], from, at);
    from = at + 1;
  }
  return kept;
}

/** Ways to read two places beside each other that may still be tried; counts down. */
export interface WaysLeft {
  left: number;
}

/** Places that would take more ways than are left are given up. */
function withinWays(places: readonly Place[], ways: WaysLeft): readonly Place[] {
  let before = 1;
  return places.map((place) => {
    const tried = place.length * before;
    const isTooMany = tried > Math.max(1, ways.left);
    if (tried > 1 && !isTooMany) ways.left -= tried;
    before = isTooMany ? 1 : Math.max(1, place.length);
    return isTooMany ? [] : place;
  });
}

/**
 * The text of double bytes of which a decoder gave up single ones (LOST) and read on with the next, so that those that are left
 * still stand two by two; what the neighbours do not tell is U+FFFD, and what `ways` have no room for: a long text that is made so would
 * take minutes.
 */
export function textOfThinnedBytes(
  bytes: readonly number[],
  table: DoubleByteTable,
  shown: DoubleByteTable,
  ways: WaysLeft,
): string {
  return likeliestWay(withinWays(withoutLongStretches(placesOf(bytes, table, shown)), ways));
}
