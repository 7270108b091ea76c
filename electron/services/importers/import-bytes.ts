import type { ImportAnswer, ImportOutcome } from '#core/ipc/payloads.ts';
import type { ImportDeps, ImportedBytes } from '../library-types.ts';
import { prepareBytes } from './prepare-report.ts';
import { failed, storeBatch } from './store-batch.ts';

const MARK = '\uFEFF';

/**
 * A new report of what is no file. A text becomes UTF-8 with its mark, which every later reader of the original obeys. What
 * fails is told in the one outcome; nothing is thrown.
 */
export async function importBytes(
  { reports }: ImportDeps,
  { name, kind, content }: ImportedBytes,
): Promise<ImportAnswer> {
  const path = `${name}${kind}`;
  const bytes = typeof content === 'string' ? Buffer.from(MARK + content, 'utf8') : content;
  let outcomes: readonly ImportOutcome[];
  try {
    const prepared = await prepareBytes(bytes, path, { isKnown: () => false });
    if (prepared.kind === 'known') throw new Error('the bytes were not read');
    outcomes = await storeBatch(reports, [{ path, prepared }]);
  } catch (error) {
    outcomes = [failed(path, error)];
  }
  return { outcomes: [...outcomes], skipped: 0, cancelled: false, stopped: null };
}
