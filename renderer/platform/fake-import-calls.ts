import type { ZhupiApi } from '#core/ipc/api.ts';
import type { ImportAnswer } from '#core/ipc/payloads.ts';
import type { FakeWorld } from './fake-world.ts';

type ImportMethods = Pick<ZhupiApi, 'importWithDialog' | 'importDropped' | 'importClipboard' | 'retryImport'>;

/** Imports: each brings what the test has prepared for it. */
export function fakeImportCalls(world: FakeWorld): ImportMethods {
  const { answer } = world;
  const run = async (job: string): Promise<ImportAnswer> => (await runImport(world, job)) ?? nothing(false);
  return {
    importWithDialog: ({ job }) => answer('importWithDialog', () => runImport(world, job)),
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
