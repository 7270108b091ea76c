import { zhupiJson } from './command.ts';
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
