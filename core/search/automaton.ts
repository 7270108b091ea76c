import type { Effort } from './effort.ts';
import type { Pattern, UnitSet } from './pattern.ts';

/** UTF-16 units of the longest place: it bounds the work at each offset. */
export const LONGEST_PLACE = 200;
/** States of the largest pattern. */
export const MOST_STATES = 2_000;
/** Sets of states that are kept; beyond, they are made anew. */
const MOST_KEPT = 1_000;
const DEAD = -1;

/** A state that takes a unit of its set and goes on, one that goes on at once in two ways, or the end. */
type State =
  | { readonly kind: 'take'; readonly set: number; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'end' };

/** States in which the pattern can be at once, and where each class of units leads. */
interface Station {
  readonly states: readonly number[];
  readonly isEnd: boolean;
  readonly next: number[];
}

/** How many states a pattern needs; Infinity when it is far too many. */
export function patternSize(pattern: Pattern): number {
  switch (pattern.kind) {
    case 'set':
      return 1;
    case 'sequence':
    case 'choice':
      return pattern.items.reduce((sum, item) => sum + patternSize(item), 1);
    case 'repeat':
      return (patternSize(pattern.item) + 1) * ((pattern.most ?? pattern.least) + 1);
  }
}

/** The pattern behind anything, to be looked for with {@link Automaton.firstEnd}. */
export function anywhere(pattern: Pattern): Pattern {
  const anything: Pattern = { kind: 'set', set: { units: new Set(), negated: true } };
  const before: Pattern = { kind: 'repeat', item: anything, least: 0, most: null };
  return { kind: 'sequence', items: [before, pattern] };
}

/**
 * Finds a pattern without ever going back: all states in which it can be are followed at once, and sets of states are
 * worked out as they are met (Thompson 1968; lazily made deterministic as in grep and RE2). So the time grows with the
 * length of the text only, whatever the pattern.
 */
export class Automaton {
  readonly #states: State[] = [];
  readonly #sets: UnitSet[] = [];
  readonly #setNumbers = new Map<UnitSet, number>();
  readonly #begin: number;
  /** Class of each unit: units of one class are in the same sets. -1 until it is met. */
  readonly #classOf = new Int32Array(0x10000).fill(-1);
  readonly #classes = new Map<string, number>();
  readonly #members: boolean[][] = [];
  #stations: Station[] = [];
  #numbers = new Map<string, number>();

  constructor(pattern: Pattern) {
    this.#begin = this.#build(pattern, this.#add({ kind: 'end' }));
    this.#station([this.#begin]);
  }

  /**
   * The end of the longest place that begins at an offset, or of the shortest one where `accepts` is given and agrees.
   * -1 for none. A place is never empty.
   */
  endAt(text: string, start: number, effort: Effort, accepts?: (end: number) => boolean): number {
    let station = 0;
    let found = -1;
    const limit = Math.min(text.length, start + LONGEST_PLACE);
    let at = start;
    while (at < limit) {
      const unitClass = this.#unitClass(text.charCodeAt(at), effort);
      const next = this.#stations[station]?.next[unitClass] ?? this.#follow(station, unitClass, effort);
      if (next === DEAD) break;
      station = next;
      at += 1;
      if (this.#stations[station]?.isEnd !== true) continue;
      if (accepts === undefined) found = at;
      else if (accepts(at)) {
        effort.spend(at - start);
        return at;
      }
    }
    effort.spend(at - start + 1);
    return found;
  }

  /** The first end of a place that begins at or behind an offset, however long; -1 for none. For {@link anywhere} only. */
  firstEnd(text: string, start: number, effort: Effort): number {
    let station = 0;
    for (let at = start; at < text.length; at += 1) {
      const unitClass = this.#unitClass(text.charCodeAt(at), effort);
      station = this.#stations[station]?.next[unitClass] ?? this.#follow(station, unitClass, effort);
      if (this.#stations[station]?.isEnd !== true) continue;
      effort.spend(at - start + 1);
      return at + 1;
    }
    effort.spend(text.length - start);
    return -1;
  }

  #add(state: State): number {
    this.#states.push(state);
    return this.#states.length - 1;
  }

  /** States of a pattern that go on at `next`; the number of the first. */
  #build(pattern: Pattern, next: number): number {
    switch (pattern.kind) {
      case 'set':
        return this.#add({ kind: 'take', set: this.#setNumber(pattern.set), next });
      case 'sequence':
        return pattern.items.reduceRight((behind, item) => this.#build(item, behind), next);
      case 'choice':
        return this.#add({ kind: 'fork', next: pattern.items.map((item) => this.#build(item, next)) });
      case 'repeat':
        return this.#repeat(pattern.item, pattern.least, pattern.most, next);
    }
  }

  #repeat(item: Pattern, least: number, most: number | null, next: number): number {
    let begin = next;
    if (most === null) {
      const ways: number[] = [];
      begin = this.#add({ kind: 'fork', next: ways });
      ways.push(this.#build(item, begin), next);
    } else {
      for (let count = least; count < most; count += 1) {
        begin = this.#add({ kind: 'fork', next: [this.#build(item, begin), next] });
      }
    }
    for (let count = 0; count < least; count += 1) begin = this.#build(item, begin);
    return begin;
  }

  #setNumber(set: UnitSet): number {
    const known = this.#setNumbers.get(set);
    if (known !== undefined) return known;
    this.#sets.push(set);
    this.#setNumbers.set(set, this.#sets.length - 1);
    return this.#sets.length - 1;
  }

  #unitClass(unit: number, effort: Effort): number {
    const known = this.#classOf[unit] ?? -1;
    if (known >= 0) return known;
    effort.spend(this.#sets.length);
    const members = this.#sets.map(({ units, negated }) => units.has(unit) !== negated);
    const key = members.map((isIn) => (isIn ? '1' : '0')).join('');
    let found = this.#classes.get(key);
    if (found === undefined) {
      found = this.#members.push(members) - 1;
      this.#classes.set(key, found);
    }
    this.#classOf[unit] = found;
    return found;
  }

  #follow(station: number, unitClass: number, effort: Effort): number {
    const from = this.#stations[station];
    const members = this.#members[unitClass];
    if (from === undefined || members === undefined) return DEAD;
    effort.spend(30 * from.states.length + 10);
    const reached: number[] = [];
    for (const number of from.states) {
      const state = this.#states[number];
      if (state?.kind === 'take' && members[state.set] === true) reached.push(state.next);
    }
    if (this.#stations.length >= MOST_KEPT) {
      this.#stations = [];
      this.#numbers = new Map();
      this.#station([this.#begin]);
      return reached.length === 0 ? DEAD : this.#station(reached);
    }
    const next = reached.length === 0 ? DEAD : this.#station(reached);
    from.next[unitClass] = next;
    return next;
  }

  /** The station of these states and of all that they lead to without a unit. */
  #station(begin: readonly number[]): number {
    const seen = new Set<number>();
    const open = [...begin];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      if (seen.has(number)) continue;
      seen.add(number);
      const state = this.#states[number];
      if (state?.kind === 'fork') open.push(...state.next);
    }
    const states = [...seen].filter((number) => this.#states[number]?.kind !== 'fork').sort((a, b) => a - b);
    const key = states.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const isEnd = states.some((number) => this.#states[number]?.kind === 'end');
    this.#stations.push({ states, isEnd, next: [] });
    this.#numbers.set(key, this.#stations.length - 1);
    return this.#stations.length - 1;
  }
}
