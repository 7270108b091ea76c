import type { MetadataMatch, NoteMatch } from '#core/ipc/payloads.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { FoldedText } from '#core/script/index.ts';
import { hasPlace } from '#core/search/matches.ts';
import { loadPinyin } from '#core/search/load-pinyin.ts';
import type { Query, Term } from '#core/search/query/ast.ts';
import { fulfils } from '#core/search/query/query.ts';
import { findTermPlaces } from '#core/search/term-places.ts';
import { SEARCHED_FIELDS, type MetadataTexts } from '../corpus/metadata-texts.ts';
import { passesFilter, type FilterContext } from './passes-filter.ts';
import type { SearchedNote, SearchedNotes } from './searched-notes.ts';

/** A query that may be pinyin. */
export interface Letters {
  /** False: {@link isReadIn} says no to every text. */
  readonly mayBe: boolean;
  readonly isReadIn: (text: string) => boolean;
}

export interface ApartContext extends FilterContext {
  readonly query: Query;
  readonly notes: SearchedNotes;
  readonly letters: Letters;
  readonly textOf: MetadataTexts['textOf'];
}

interface Apart {
  readonly metadata: readonly MetadataMatch[];
  readonly notes: readonly NoteMatch[];
  /** Whether a single note fulfils the query, terms and filters alike. */
  readonly notesFulfil: boolean;
}

/**
 * What of a report beside its text fulfils the query by itself: a text of its metadata, a note.
 * @param isNamed whether a term that is asked for may stand in its metadata
 */
export function findApart(
  report: ReportSummary,
  isNamed: boolean,
  hasTerm: (index: number) => boolean,
  context: ApartContext,
): Apart {
  const { query, notes } = context;
  const found = notes.of(report.reportId).filter((note) => noteFulfils(note, report, hasTerm, context));
  return {
    metadata: query.inNotes || !isNamed ? [] : metadataOf(report, hasTerm, context),
    notes: found.map((note) => noteMatch(note, context)),
    notesFulfil: query.inNotes && found.length > 0,
  };
}

/** Whether a term stands in a text of a few words. */
export function standsIn(
  term: Term,
  text: Pick<FoldedText, 'text' | 'gaps'>,
  { effort }: FilterContext,
): boolean {
  if (term.kind === 'phrase') return hasPlace(text, term.text);
  return findTermPlaces(term, text, effort).length > 0;
}

/** The letters of a query of Latin words only, side by side, as pinyin is typed. */
export async function pinyinOf({ root, terms, filters }: Query): Promise<Letters> {
  const isPlain =
    root.kind === 'term' || (root.kind === 'and' && root.children.every(({ kind }) => kind === 'term'));
  const words = terms.map((term) =>
    term.kind === 'phrase' && /^[a-z]+$/u.test(term.text) ? term.text : null,
  );
  if (!isPlain || filters.length > 0 || words.includes(null)) return { mayBe: false, isReadIn: () => false };
  const letters = words.join('');
  const isReadAs = await loadPinyin();
  return { mayBe: true, isReadIn: (text) => isReadAs(text, letters) };
}

function metadataOf(
  report: ReportSummary,
  hasTerm: (index: number) => boolean,
  context: ApartContext,
): readonly MetadataMatch[] {
  const notes = context.notes.of(report.reportId);
  return SEARCHED_FIELDS.flatMap((field) => {
    const text = context.textOf(report, field);
    if (text === '') return [];
    const isRead = field === 'title' && context.letters.isReadIn(text);
    if (!isRead && !fulfilsBeside(context.fold(text), report, notes, hasTerm, context)) return [];
    return [{ reportId: report.reportId, field, text }];
  });
}

function noteFulfils(
  note: SearchedNote,
  report: ReportSummary,
  hasTerm: (index: number) => boolean,
  context: ApartContext,
): boolean {
  if (note.annotation.tags.some(context.letters.isReadIn)) return true;
  return fulfilsBeside(note.text, report, [note], hasTerm, context);
}

/**
 * Whether a text beside the report's own fulfils the query: it holds the terms that are asked for, and what must not stand
 * there stands neither in it nor in the report's text. With `in:notes` filters alone are enough.
 */
function fulfilsBeside(
  text: Pick<FoldedText, 'text' | 'gaps'>,
  report: ReportSummary,
  notes: readonly SearchedNote[],
  hasTerm: (index: number) => boolean,
  context: ApartContext,
): boolean {
  const { query } = context;
  const stands = (index: number): boolean => {
    const term = query.terms[index];
    return term !== undefined && standsIn(term, text, context);
  };
  const isEnough = query.inNotes && query.wanted.length === 0;
  if (!isEnough && !query.wanted.some(stands)) return false;
  return fulfils(
    query.root,
    (index) => stands(index) || (!query.wanted.includes(index) && hasTerm(index)),
    (index) => {
      const filter = query.filters[index];
      return filter !== undefined && passesFilter(filter, report, notes, context);
    },
  );
}

/** What of the note to show: the words where they have a place, else the tags. */
function noteMatch(note: SearchedNote, context: ApartContext): NoteMatch {
  const { annotation, text, tagsStart } = note;
  const { id: annotationId, reportId, tags } = annotation;
  const starts = context.query.wanted.flatMap((index) => {
    const term = context.query.terms[index];
    return term === undefined ? [] : findTermPlaces(term, text, context.effort).map(({ start }) => start);
  });
  const isInWords = starts.some((start) => start < tagsStart) || tags.length === 0;
  return isInWords
    ? { annotationId, reportId, field: 'note', text: annotation.note }
    : { annotationId, reportId, field: 'tags', text: tags.join(' ') };
}
