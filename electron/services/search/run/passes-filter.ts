import type { ReportSummary } from '#core/report/report.ts';
import type { FoldedText } from '#core/script/index.ts';
import type { Effort } from '#core/search/effort.ts';
import type { Filter, Term } from '#core/search/query/ast.ts';
import { findTermPlaces } from '#core/search/term-places.ts';
import type { SearchedNote } from './searched-notes.ts';

/** What filters are asked with. */
export interface FilterContext {
  readonly fold: (text: string) => Pick<FoldedText, 'text' | 'gaps'>;
  readonly effort: Effort;
}

/** Whether a report passes a filter, with these of its notes. A date that is not known in full passes where it may lie in the range. */
export function passesFilter(
  filter: Filter,
  report: ReportSummary,
  notes: readonly SearchedNote[],
  { fold, effort }: FilterContext,
): boolean {
  switch (filter.kind) {
    case 'metadata':
      return findTermPlaces(filter.term, fold(report[filter.field]), effort).length > 0;
    case 'date':
      return isIn(report.date, filter.from, filter.to);
    case 'script':
      return filter.scripts.includes(report.script);
    case 'tag':
      return notes.some(({ tags }) => tags.some((tag) => isTag(tag, filter.term, effort)));
    case 'color':
      return notes.some(({ annotation }) => filter.codes.includes(annotation.code));
    case 'has':
      return filter.what === 'note' ? notes.length > 0 : notes.some(({ tags }) => tags.length > 0);
  }
}

function isIn(date: string, from: string, to: string): boolean {
  if (date === '') return false;
  return compared(date, from) >= 0 && compared(date, to) <= 0;
}

/** As far as both are known. */
function compared(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** A word is the whole tag; a pattern is found in it. */
function isTag(tag: SearchedNote['tags'][number], term: Term, effort: Effort): boolean {
  if (term.kind === 'phrase') return tag.name === term.text;
  return findTermPlaces(term, tag, effort).length > 0;
}
