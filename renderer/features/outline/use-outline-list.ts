import { useMemo } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { reportOutline } from '#renderer/state/report/report-outline.ts';
import type { OutlineEntry } from '#renderer/state/report/report-outline.ts';
import { useShownReport } from '#renderer/state/report/shown-report.ts';
import { useFold } from '#renderer/state/search/use-fold.ts';
import { pointsOfLabel } from './find-label.ts';

/** The entries' words as the article shows them, in its script and with its repairs. */
export function useShownTitles(content: ReportContent): (entry: OutlineEntry) => string {
  const { reportId } = content.summary;
  const shownId = useShownReport((state) => state.reportId);
  const serial = useShownReport((state) => state.serial);
  const textOf = useShownReport((state) => state.textOf);
  return useMemo(() => {
    // Each serial is another wording.
    const isShown = shownId === reportId && serial > 0;
    return ({ title, words }) => (title === '' || !isShown ? title : (textOf(words) ?? title));
  }, [reportId, shownId, serial, textOf]);
}

/**
 * Indexes of the entries that hold every word of the filter, in the script of the source or of the view, and of those that
 * it names or begins as a label.
 */
export function useFiltered(
  content: ReportContent,
  filter: string,
  titleOf: (entry: OutlineEntry) => string,
): readonly number[] {
  const fold = useFold(filter !== '');
  return useMemo(() => {
    const outline = reportOutline(content);
    const { entries } = outline;
    const parts = filter.split(/\s+/u).map(fold).filter(Boolean);
    const labelled = pointsOfLabel(outline, filter);
    if (parts.length === 0 && labelled.size === 0) return entries.map((_, index) => index);
    return entries.flatMap((entry, index) => {
      if (labelled.has(entry)) return [index];
      if (parts.length === 0) return [];
      const text = fold(`${entry.label}${entry.title}\n${titleOf(entry)}`);
      return parts.every((part) => text.includes(part)) ? [index] : [];
    });
  }, [content, filter, fold, titleOf]);
}
