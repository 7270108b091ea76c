import { findQuote } from '#core/anchor/find-quote.ts';
import type { NoteCandidate } from '#core/ipc/payloads.ts';
import { loadFolder } from '#core/script/index.ts';
import { readingOfSource } from '#core/text/reading.ts';
import { requireNote } from '../notes/require-note.ts';
import { openStoredReport } from '../store/report-table.ts';
import { findVersionText } from '../store/version-table.ts';
import type { ReportChangesDeps } from './deps.ts';
import { loadPlaceByText } from './place-by-text.ts';
import { sureAnchor } from './sure-anchor.ts';

/** Places of an equal quote that are offered at most. */
const MOST = 20;

/**
 * Where a note may belong in the current text, best first: what re-anchoring from the last sure text finds, then every
 * other place where its quote stands. Throws `annotation-unknown`.
 */
export async function noteCandidates(deps: ReportChangesDeps, id: string): Promise<NoteCandidate[]> {
  const { connection } = deps;
  const note = requireNote(connection, id);
  const anchor = sureAnchor(connection, note);
  const content = openStoredReport(connection, note.reportId);
  const old = findVersionText(connection, note.reportId, anchor.sourceHash) ?? content;
  const place = (await loadPlaceByText())(old, content, [anchor])[0];
  const found: NoteCandidate[] = [...(place?.candidates ?? [])];
  if (place !== undefined && place.state !== 'orphan' && place.start < place.end && found.length === 0) {
    found.push({ start: place.start, end: place.end, score: place.state === 'doubtful' ? 0.5 : 1 });
  }
  for (const { start, end } of await quotePlaces(content, anchor.exact)) {
    if (!found.some((one) => one.start === start && one.end === end)) found.push({ start, end, score: 0 });
  }
  return found.slice(0, MOST).map(({ start, end, score }) => ({ start, end, score }));
}

async function quotePlaces(
  content: Parameters<typeof readingOfSource>[0],
  exact: string,
): Promise<readonly { readonly start: number; readonly end: number }[]> {
  if (exact === '') return [];
  const foldReading = (await loadFolder()).foldWithMap;
  const foldSource = (await loadFolder({ lineFeed: 'nothing' })).foldWithMap;
  const texts = { source: content.source, reading: readingOfSource(content), foldReading, foldSource };
  return findQuote(texts, { exact, prefix: '', suffix: '' }).places;
}
