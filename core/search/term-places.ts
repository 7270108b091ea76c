import type { TextRange } from '../base/text-range.ts';
import { anywhere, Automaton, LONGEST_PLACE } from './automaton.ts';
import type { Effort } from './effort.ts';
import { findPlaces, partsWords } from './matches.ts';
import { nearSpans } from './near-spans.ts';
import { requiredRuns } from './pattern.ts';
import { termKey, type PatternTerm, type Term } from './query/ast.ts';
import type { SearchText } from './search-text.ts';

type Searched = Pick<SearchText, 'text' | 'gaps'>;

/** What keeping a place costs beside the steps that led to it. */
const STEPS_OF_A_PLACE = 10;

interface Prepared {
  readonly automaton: Automaton;
  /** Tells where the next place ends, whatever its length. */
  readonly finder: Automaton;
  /** Runs that an index can look up. */
  readonly required: readonly string[];
  /** Letters and digits that must stand there too. */
  readonly literals: readonly string[];
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
      const isSame = left.length === 0 || termKey(term.left) === termKey(term.right);
      const right = isSame ? left : findTermPlaces(term.right, text, effort);
      effort.position = term.range.start;
      return nearSpans(left, right, term.distance, effort);
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
  const made: Prepared = {
    automaton: new Automaton(term.pattern),
    finder: new Automaton(anywhere(term.pattern)),
    ...{ required: requiredRuns(term.pattern, 'characters'), literals: requiredRuns(term.pattern, 'words') },
  };
  prepared.set(term, made);
  return made;
}

function patternPlaces(term: PatternTerm, text: Searched, effort: Effort): readonly TextRange[] {
  const { required, literals } = preparedFor(term);
  if (![...required, ...literals].every((run) => text.text.includes(run))) return [];
  return term.kind === 'regex' ? regexPlaces(term, text, effort) : wildcardPlaces(term, text, effort);
}

/**
 * Calls back with each offset at which a place may begin, in order; the answer is the next offset to look from. The text is
 * run through once for the first end of a place: a place begins at most so far before it as places are long.
 */
function eachStart(
  { automaton, finder }: Prepared,
  text: string,
  effort: Effort,
  visit: (start: number, automaton: Automaton) => number,
): void {
  for (let at = 0; at < text.length;) {
    const end = finder.firstEnd(text, at, effort);
    if (end < 0) return;
    at = Math.max(at, end - LONGEST_PLACE);
    while (at < end) at = visit(at, automaton);
  }
}

function regexPlaces(term: PatternTerm, { text }: Searched, effort: Effort): readonly TextRange[] {
  const places: TextRange[] = [];
  eachStart(preparedFor(term), text, effort, (start, automaton) => {
    const end = automaton.endAt(text, start, effort);
    if (end <= start) return start + 1;
    effort.spend(STEPS_OF_A_PLACE);
    places.push({ start, end });
    return end;
  });
  return places;
}

function wildcardPlaces(term: PatternTerm, text: Searched, effort: Effort): readonly TextRange[] {
  const accepts = (end: number): boolean => partsWords(text, end);
  // Of the places with one end the shortest.
  const starts = new Map<number, number>();
  eachStart(preparedFor(term), text.text, effort, (start, automaton) => {
    if (!partsWords(text, start)) return start + 1;
    const end = automaton.endAt(text.text, start, effort, accepts);
    if (end > start) {
      effort.spend(STEPS_OF_A_PLACE);
      starts.set(end, start);
    }
    return start + 1;
  });
  return Array.from(starts, ([end, start]) => ({ start, end })).sort((a, b) => a.start - b.start);
}
