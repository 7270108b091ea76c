import { findQuote, type Fold, type QuoteTexts } from '../../anchor/find-quote.ts';
import { ANNOTATION_SCHEMA_VERSION, type Anchor, type AnchorState } from '../../annotations/record.ts';
import type { Annotation } from '../../annotations/record.ts';
import { reportAnchor } from '../../annotations/report-note.ts';
import type { TextRange } from '../../base/text-range.ts';
import { contextOf } from '../../text/context.ts';
import { codePointsOf, type CodePoints } from './code-points.ts';
import type { ImportedAnnotation } from './read.ts';

/** The text that annotations are placed in; prepare it once with {@link prepareTarget}. */
export interface ImportTarget {
  readonly reportId: string;
  readonly texts: QuoteTexts;
  /** Hex SHA-256 of the source text. */
  readonly sourceHash: string;
  readonly points: CodePoints;
}

/** Under this length a quote alone proves nothing (DESIGN 9.9). */
const SHORTEST_SURE_QUOTE = 8;

/** Folds of the whole text are kept: every quote of a file is looked for in the same one. */
export function prepareTarget(reportId: string, texts: QuoteTexts, sourceHash: string): ImportTarget {
  const { source, reading } = texts;
  const kept: QuoteTexts = {
    ...texts,
    foldReading: keeping(texts.foldReading, reading.text),
    foldSource: keeping(texts.foldSource, source),
  };
  return { reportId, texts: kept, sourceHash, points: codePointsOf(source) };
}

function keeping(fold: Fold, whole: string): Fold {
  let folded: ReturnType<Fold> | undefined;
  return (text) => (text === whole ? (folded ??= fold(text)) : fold(text));
}

/**
 * An imported annotation as a note on a report. Its selectors decide the place: the position where the quote stands there,
 * as code points and then as UTF-16 units (some programs count so), else the quote. `newId` and `now` (milliseconds since
 * 1970) stand in for what the file does not say.
 */
export function noteOfImported(
  imported: ImportedAnnotation,
  target: ImportTarget,
  defaults: { readonly newId: () => string; readonly now: number },
): Annotation {
  const createdAt = imported.createdAt ?? defaults.now;
  return {
    schemaVersion: ANNOTATION_SCHEMA_VERSION,
    id: imported.link?.note ?? defaults.newId(),
    reportId: target.reportId,
    kind: imported.kind,
    code: imported.code ?? 'yellow',
    ...placeOf(imported, target),
    note: imported.note,
    tags: [...imported.tags],
    createdAt,
    updatedAt: imported.updatedAt ?? createdAt,
    revision: imported.revision ?? 1,
  };
}

interface Place {
  readonly anchor: Anchor;
  readonly state: AnchorState;
}

function placeOf(imported: ImportedAnnotation, target: ImportTarget): Place {
  const { quote, state, sourceHash, offsets, position } = imported;
  if (isOnReport(imported)) return { anchor: reportAnchor(target.sourceHash), state: 'exact' };
  const range = quote === null ? null : byPosition(imported, target, quote.exact);
  if (quote !== null && state !== null && sourceHash !== null) {
    // Our own file of this very text, or of a passage that was lost before: it says all there is to know.
    const known = sourceHash === target.sourceHash ? (range ?? offsets) : state === 'orphan' ? offsets : null;
    if (known !== null) return { anchor: { ...known, ...quote, sourceHash }, state };
  }
  if (range !== null) return at(target, range, 'exact');
  if (quote !== null) return byQuote(imported, target, quote);
  const unproved = position === null ? null : inUtf16(position, target);
  return unproved === null ? orphan(imported, target) : at(target, unproved, 'doubtful');
}

/** A note on the whole report; earlier files of ours say so by an empty passage at the beginning. */
function isOnReport({ kind, isOnWhole, quote, position, state }: ImportedAnnotation): boolean {
  if (kind !== 'note') return false;
  if (isOnWhole) return state === null || state === 'exact';
  const isEmpty = quote !== null && quote.exact + quote.prefix + quote.suffix === '';
  return isEmpty && state === 'exact' && position?.start === 0 && position.end === 0;
}

/** Where the position leads, if the quote stands there. */
function byPosition(imported: ImportedAnnotation, target: ImportTarget, exact: string): TextRange | null {
  const { source } = target.texts;
  const { position, offsets } = imported;
  const candidates = [position === null ? null : inUtf16(position, target), position, offsets];
  const isRight = (range: TextRange | null): range is TextRange =>
    range !== null && range.end <= source.length && source.slice(range.start, range.end) === exact;
  return candidates.find(isRight) ?? null;
}

function inUtf16({ start, end }: TextRange, { points, texts }: ImportTarget): TextRange | null {
  const range = { start: points.toUtf16(start), end: points.toUtf16(end) };
  return range.end <= texts.source.length ? range : null;
}

function byQuote(
  imported: ImportedAnnotation,
  target: ImportTarget,
  quote: { readonly exact: string; readonly prefix: string; readonly suffix: string },
): Place {
  const { places } = findQuote(target.texts, quote);
  const [only] = places;
  const hasContext = quote.prefix !== '' || quote.suffix !== '';
  if (only !== undefined && places.length === 1 && (hasContext || isLong(quote.exact))) {
    const isSame = target.texts.source.slice(only.start, only.end) === quote.exact;
    return at(target, only, isSame ? 'exact' : 'moved');
  }
  const loose =
    places.length > 0 ? places : findQuote(target.texts, { ...quote, prefix: '', suffix: '' }).places;
  const nearest = nearestTo(loose, imported.position?.start ?? 0);
  if (nearest === null) return orphan(imported, target);
  return at(target, nearest, loose.length === 1 && isLong(quote.exact) ? 'moved' : 'doubtful');
}

const isLong = (quote: string): boolean => [...quote].length >= SHORTEST_SURE_QUOTE;

function nearestTo(places: readonly TextRange[], offset: number): TextRange | null {
  let best: TextRange | null = null;
  for (const place of places) {
    if (best === null || Math.abs(place.start - offset) < Math.abs(best.start - offset)) best = place;
  }
  return best;
}

function at({ texts, sourceHash }: ImportTarget, range: TextRange, state: AnchorState): Place {
  const { start, end } = range;
  return { anchor: { start, end, ...contextOf(texts.source, range), sourceHash }, state };
}

/** Listed without a place: what it marked stands in its quote. */
function orphan({ quote, offsets, sourceHash }: ImportedAnnotation, target: ImportTarget): Place {
  const { exact, prefix, suffix } = quote ?? { exact: '', prefix: '', suffix: '' };
  const { start, end } = offsets ?? { start: 0, end: 0 };
  return {
    anchor: { start, end, exact, prefix, suffix, sourceHash: sourceHash ?? target.sourceHash },
    state: 'orphan',
  };
}
