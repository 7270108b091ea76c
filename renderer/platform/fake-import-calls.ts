import type { ZhupiApi } from '#core/ipc/api.ts';
import { importSummary, outcomesOf } from '#core/ipc/import-summary.ts';
import type { ImportAnswer, ImportSummary } from '#core/ipc/payloads.ts';
import type { FakeWorld } from './fake-world.ts';

type ImportMethods = Pick<
  ZhupiApi,
  | 'importWithDialog'
  | 'importDropped'
  | 'importClipboard'
  | 'retryImport'
  | 'importOutcomes'
  | 'importedReports'
>;

/** Imports: each brings what the test has prepared for it. */
export function fakeImportCalls(world: FakeWorld): ImportMethods {
  const { answer } = world;
  const ended = new Map<string, ImportAnswer['outcomes']>();
  const runAny = async (job: string): Promise<ImportSummary | null> => {
    const brought = await runImport(world, job);
    if (brought === null) return null;
    ended.set(job, brought.outcomes);
    return importSummary(brought);
  };
  const run = async (job: string): Promise<ImportSummary> =>
    (await runAny(job)) ?? importSummary(nothing(false));
  return {
    importWithDialog: ({ job }) => answer('importWithDialog', () => runAny(job)),
    importOutcomes: ({ job, status, from, count }) =>
      answer('importOutcomes', () => outcomesOf(ended.get(job) ?? [], status).slice(from, from + count)),
    importedReports: ({ job }) =>
      answer('importedReports', () => (ended.get(job) ?? []).flatMap(({ reportId }) => reportId ?? [])),
    importDropped: (job) => answer('importDropped', () => run(job)),
    importClipboard: ({ job }) => answer('importClipboard', () => run(job)),
    retryImport: ({ job }) => answer('retryImport', () => run(job)),
  };
}

/** Brings what the next prepared import brings; null = the user closed the dialog. */
async function runImport(world: FakeWorld, job: string): Promise<ImportAnswer | null> {
  const next = world.imports.shift();
  if (next === null) return null;
  await world.importGate;
  if (world.cancelled.has(job) || next === undefined) return nothing(world.cancelled.has(job));
  for (const report of next.reports ?? []) world.store.contents.set(report.summary.reportId, report);
  world.events.libraryChanged.send({});
  return next.answer;
}

function nothing(cancelled: boolean): ImportAnswer {
  return { outcomes: [], skipped: 0, cancelled, stopped: null };
}
