import type { ReportContent } from '#core/ipc/payloads.ts';
import { readingOfSource, type Reading } from '#core/text/reading.ts';

const readings = new WeakMap<ReportContent, Reading>();

/** The reading text of an opened report, made once: the article shows it, the list of notes quotes it. */
export function readingOf(content: ReportContent): Reading {
  const known = readings.get(content);
  if (known !== undefined) return known;
  const reading = readingOfSource({ ...content, edits: content.shownEdits ?? content.edits });
  readings.set(content, reading);
  return reading;
}
