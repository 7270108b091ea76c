import { createHash } from 'node:crypto';
import { requireNoteLimits } from '#core/annotations/note-limits.ts';
import { annotationSchema, type Annotation } from '#core/annotations/record.ts';
import { noteOfImported, prepareTarget } from '#core/export/web-annotation/place.ts';
import type { ImportedAnnotation } from '#core/export/web-annotation/read.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { loadFolder } from '#core/script/index.ts';
import { readingOfSource } from '#core/text/reading.ts';

/**
 * Annotations of a file as notes on a report, each with its place and how sure that is. An annotation of another program
 * gets an id that follows from its own name, so that it is known again when it comes a second time. What no note can hold
 * (a tag of a thousand characters) is left out.
 */
export async function placeImported(
  content: ReportContent,
  imported: readonly ImportedAnnotation[],
  now: number,
): Promise<readonly Annotation[]> {
  const { source, sourceHash, summary } = content;
  const foldReading = (await loadFolder()).foldWithMap;
  const foldSource = (await loadFolder({ lineFeed: 'nothing' })).foldWithMap;
  const texts = { source, reading: readingOfSource(content), foldReading, foldSource };
  const target = prepareTarget(summary.reportId, texts, sourceHash);
  return imported.flatMap((each) => {
    const newId = (): string => derivedId([summary.reportId, each.id ?? JSON.stringify(each)]);
    const parsed = annotationSchema.safeParse(noteOfImported(each, target, { newId, now }));
    return parsed.success && fits(parsed.data) ? [parsed.data] : [];
  });
}

/** An id of a note that follows from what it is of: `n` and 16 of [a-z0-9]. */
export function derivedId(of: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify(of), 'utf8').digest('hex');
  return `n${BigInt(`0x${digest}`).toString(36).padStart(50, '0').slice(-16)}`;
}

function fits(note: Annotation): boolean {
  try {
    requireNoteLimits(null, note);
    return true;
  } catch {
    return false;
  }
}
