import { FOLD_BREAK, isWordUnit } from '../script/index.ts';

/** A set of UTF-16 units. */
export interface UnitSet {
  readonly units: ReadonlySet<number>;
  /** All units but these. */
  readonly negated: boolean;
}

/** What folded text must look like: a regular expression as a tree. */
export type Pattern =
  | { readonly kind: 'set'; readonly set: UnitSet }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly items: readonly Pattern[] }
  /** `most` null: as often as it stands. */
  | { readonly kind: 'repeat'; readonly item: Pattern; readonly least: number; readonly most: number | null };

const BREAK_UNIT = FOLD_BREAK.charCodeAt(0);
const HIGH = unitsBetween(0xd800, 0xdbff);
const LOW = unitsBetween(0xdc00, 0xdfff);

/** Matches nothing at all, which is always there. */
export const EMPTY_PATTERN: Pattern = { kind: 'sequence', items: [] };

/** One character that parts no clauses. */
export const ANY_CHARACTER: Pattern = anyBut(new Set());

/** All of them stand before this unit. */
const WORD_UNITS_END = 0x2000;

/** One Latin letter or digit. */
export const WORD_CHARACTER: Pattern = setOf(
  new Set(Array.from({ length: WORD_UNITS_END }, (_item, unit) => unit).filter(isWordUnit)),
);

export function setOf(units: ReadonlySet<number>): Pattern {
  return { kind: 'set', set: { units, negated: false } };
}

/** The folded text itself. */
export function literal(text: string): Pattern {
  return {
    kind: 'sequence',
    items: Array.from({ length: text.length }, (_item, at) => setOf(new Set([text.charCodeAt(at)]))),
  };
}

/** One character that is none of these units and parts no clauses. */
export function anyBut(units: ReadonlySet<number>): Pattern {
  const single: UnitSet = { units: new Set([...units, BREAK_UNIT, ...HIGH, ...LOW]), negated: true };
  const pair: Pattern = { kind: 'sequence', items: [setOf(HIGH), setOf(LOW)] };
  return { kind: 'choice', items: [{ kind: 'set', set: single }, pair] };
}

/** Runs looked up in an index; more of them only narrow the search. */
const MOST_REQUIRED = 8;

/**
 * Runs of folded characters that stand in every text with a place of the pattern: `words` of Latin letters and digits, which
 * an index knows only whole, or `characters`, all others.
 */
export function requiredRuns(pattern: Pattern, kind: 'words' | 'characters'): readonly string[] {
  const runs = new Set<string>();
  let run = '';
  const end = (): void => {
    if (run !== '') runs.add(run);
    run = '';
  };
  const visit = (node: Pattern): void => {
    if (node.kind === 'sequence') {
      node.items.forEach(visit);
      return;
    }
    const [unit = BREAK_UNIT] = node.kind === 'set' && !node.set.negated ? node.set.units : [];
    const isOne = node.kind === 'set' && node.set.units.size === 1 && !node.set.negated;
    if (isOne && unit !== BREAK_UNIT && isWordUnit(unit) === (kind === 'words')) {
      run += String.fromCharCode(unit);
    } else end();
  };
  visit(pattern);
  end();
  return [...runs].slice(0, MOST_REQUIRED);
}

function unitsBetween(first: number, last: number): ReadonlySet<number> {
  return new Set(Array.from({ length: last - first + 1 }, (_item, index) => first + index));
}
