import type { TextRange } from '../base/text-range.ts';
import { Automaton } from './automaton.ts';
import type { Effort } from './effort.ts';
import { findPlaces, partsWords } from './matches.ts';
import { requiredRuns } from './pattern.ts';
import type { PatternTerm, Term } from './query/ast.ts';
import type { SearchText } from './search-text.ts';

type Searched = Pick<SearchText, 'text' | 'gaps'>;

interface Prepared {
  readonly automaton: Automaton;
  readonly required: readonly string[];
}

const prepared = new WeakMap<PatternTerm, Prepared>();

/** Every place of a term in a folded text, in order. Throws `query-bad` with the reason `slow` when the effort is spent. */
export function findTermPlaces(term: Term, text: Searched, effort: Effort): readonly TextRange[] {
  switch (term.kind) {
    case 'phrase':
      return findPlaces(text, term.text).map((start) => ({ start, end: start + term.text.length }));
    case 'wildcards':
    case 'regex':
      effort.position = term.range.start;
      return patternPlaces(term, text, effort);
    case 'near': {
      const left = findTermPlaces(term.left, text, effort);
      const right = left.length === 0 ? [] : findTermPlaces(term.right, text, effort);
      effort.position = term.range.start;
      return pairs(left, right, term.distance, effort);
    }
  }
}

/** Phrases that stand in every text with a place of the term. */
export function requiredPhrases(term: Term): readonly string[] {
  switch (term.kind) {
    case 'phrase':
      return [term.text];
    case 'wildcards':
    case 'regex':
      return preparedFor(term).required;
    case 'near':
      return [...requiredPhrases(term.left), ...requiredPhrases(term.right)];
  }
}

function preparedFor(term: PatternTerm): Prepared {
  const known = prepared.get(term);
  if (known !== undefined) return known;
  const made = { automaton: new Automaton(term.pattern), required: requiredRuns(term.pattern) };
  prepared.set(term, made);
  return made;
}

function patternPlaces(term: PatternTerm, text: Searched, effort: Effort): readonly TextRange[] {
  const { automaton, required } = preparedFor(term);
  const places: TextRange[] = [];
  if (!required.every((run) => text.text.includes(run))) return places;
  const { length } = text.text;
  if (term.kind === 'regex') {
    for (let start = 0; start < length;) {
      const end = automaton.endAt(text.text, start, effort);
      if (end > start) places.push({ start, end });
      start = end > start ? end : start + 1;
    }
    return places;
  }
  const accepts = (end: number): boolean => partsWords(text, end);
  // Of the places with one end the shortest.
  const starts = new Map<number, number>();
  for (let start = 0; start < length; start += 1) {
    if (!partsWords(text, start)) continue;
    const end = automaton.endAt(text.text, start, effort, accepts);
    if (end > start) starts.set(end, start);
  }
  return Array.from(starts, ([end, start]) => ({ start, end })).sort((a, b) => a.start - b.start);
}

/** The spans of two places that do not overlap and have at most `distance` units between them. */
function pairs(
  left: readonly TextRange[],
  right: readonly TextRange[],
  distance: number,
  effort: Effort,
): readonly TextRange[] {
  const spans = new Map<string, TextRange>();
  const longest = right.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  let first = 0;
  for (const a of left) {
    while (first < right.length && (right[first]?.start ?? 0) < a.start - distance - longest) first += 1;
    for (let index = first; index < right.length; index += 1) {
      effort.spend(1);
      const b = right[index];
      if (b === undefined || b.start > a.end + distance) break;
      const between = b.start >= a.end ? b.start - a.end : a.start - b.end;
      if (between < 0 || between > distance) continue;
      effort.spend(30);
      const span = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
      spans.set(`${span.start} ${span.end}`, span);
    }
  }
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
