import { zhupiJson } from './command.ts';
import type { Place } from './pages/article-page.ts';
import type { View } from './pages/reader-window.ts';

type Span = readonly [sourceStart: number, sourceEnd: number, viewStart: number, viewEnd: number];

/** A view of a report as the command prints it: what the window has to show. Text between spans is copied. */
export interface PrintedView {
  readonly text: string;
  readonly spans: readonly Span[];
}

export function printView(dataDir: string, reportId: string, view: View): PrintedView {
  return zhupiJson<PrintedView>(dataDir, ['show', reportId, '--script', view]);
}

/** What a view makes of a source range (UTF-16 units): the smallest range that holds everything made from it. */
export function rangeInView(
  { spans }: PrintedView,
  source: { readonly start: number; readonly end: number },
): readonly [start: number, end: number] {
  return [placeInView(spans, source.start, false), placeInView(spans, source.end, true)];
}

function placeInView(spans: readonly Span[], offset: number, atEnd: boolean): number {
  let shift = 0;
  for (const [sourceStart, sourceEnd, viewStart, viewEnd] of spans) {
    if (atEnd ? offset <= sourceStart : offset < sourceStart) break;
    if (atEnd ? offset <= sourceEnd : offset < sourceEnd) return atEnd ? viewEnd : viewStart;
    shift = viewEnd - sourceEnd;
  }
  return offset + shift;
}

/** UTF-16 offset in a view's text of a character of one of its paragraphs. */
export function offsetInText(text: string, { block, offset }: Place): number {
  return text.split('\n').slice(0, block).join('\n').length + (block === 0 ? 0 : 1) + offset;
}

/** The source offset from which a view's character was made; the start of its span where a phrase was replaced. */
export function sourceOffset({ spans }: PrintedView, viewOffset: number): number {
  let shift = 0;
  for (const [sourceStart, sourceEnd, viewStart, viewEnd] of spans) {
    if (viewOffset < viewStart) break;
    if (viewOffset < viewEnd) return sourceStart;
    shift = sourceEnd - viewEnd;
  }
  return viewOffset + shift;
}
