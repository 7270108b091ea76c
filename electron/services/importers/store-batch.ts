import { toAppError, ZhupiError, type ErrorCode } from '#core/base/app-error.ts';
import { countUndecodable } from '#core/text/repair/undecodable-bytes.ts';
import type { ImportOutcome } from '#core/ipc/payloads.ts';
import type { DuplicateReport, HashedReport, ReportIntake, StoredReport } from '../report-types.ts';
import type { PreparedReport } from './prepare-report.ts';

/** A file of a batch: something to store, or an outcome that waits for its turn. */
export type BatchItem =
  | { readonly path: string; readonly prepared: Extract<PreparedReport, { kind: 'report' }> }
  | { readonly path: string; readonly outcome: ImportOutcome };

/** After these no file of the import can be stored: the import ends with one sentence. */
const ENDING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'disk-full',
  'store-unwritable',
  'store-damaged',
  'store-locked',
  'store-newer',
]);

/**
 * Stores the reports of a batch and answers the outcomes of all its files, in order. A report that the store refuses by
 * itself fails alone.
 * @throws ZhupiError of {@link ENDING}; then nothing of the batch is stored
 */
export async function storeBatch(
  intake: ReportIntake,
  items: readonly BatchItem[],
): Promise<readonly ImportOutcome[]> {
  const reports = items.flatMap((item) => ('prepared' in item ? [item.prepared.report] : []));
  const stored = await storeReports(intake, reports);
  let next = 0;
  return items.map((item) => {
    if ('outcome' in item) return item.outcome;
    const result = stored[next];
    next += 1;
    return outcomeOf(item.path, item.prepared, result ?? new Error('the store did not answer'));
  });
}

async function storeReports(
  intake: ReportIntake,
  reports: readonly HashedReport[],
): Promise<readonly (StoredReport | Error)[]> {
  if (reports.length === 0) return [];
  try {
    return await intake.insertReports(reports);
  } catch (error) {
    if (endsImport(error) || reports.length === 1) return [passOn(error)];
  }
  const results: (StoredReport | Error)[] = [];
  for (const report of reports) results.push(...(await storeReports(intake, [report])));
  return results;
}

function passOn(error: unknown): Error {
  if (endsImport(error)) throw error;
  return error instanceof Error ? error : new Error(String(error));
}

/** Whether an error is one that ends the whole import. */
export function endsImport(error: unknown): error is ZhupiError {
  return error instanceof ZhupiError && ENDING.has(error.code);
}

function outcomeOf(
  path: string,
  { report, edits }: Extract<PreparedReport, { kind: 'report' }>,
  result: StoredReport | Error,
): ImportOutcome {
  if (result instanceof Error) return failed(path, result);
  const { encoding, chars, metadata } = report;
  if (result.status === 'duplicate') return duplicate(path, result.of, encoding);
  const { reportId } = result;
  const undecodable = countUndecodable(report.edits);
  const lost = undecodable > 0 ? { undecodable } : {};
  const { title } = metadata;
  return { path, status: 'imported', reportId, title, chars, encoding, edits, ...lost, error: null };
}

export function duplicate(path: string, of: DuplicateReport, encoding: string): ImportOutcome {
  const { reportId, title, chars } = of;
  return { path, status: 'duplicate', reportId, title, chars, encoding, edits: 0, error: null };
}

export function failed(path: string, thrown: unknown): ImportOutcome {
  const error = toAppError(thrown);
  return { path, status: 'failed', reportId: null, title: '', chars: 0, encoding: '', edits: 0, error };
}
