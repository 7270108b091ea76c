import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { NewReport } from '../report-types.ts';
import { PACK_ADAPTER } from '../store/report-table.ts';
import { encodeText } from '../store/wtf8.ts';
import { addVersion } from './add-version.ts';
import type { ReportChangesDeps } from './deps.ts';

/**
 * Gives copies of a pack's reports, which are made when a report gets its first note, the texts that the pack has now: a new
 * version each, to which its notes are carried (DESIGN 9.14). One whose new text another report has already stays as it is.
 * Throws what {@link addVersion} throws.
 */
export async function upgradeCopies(deps: ReportChangesDeps, reportIds: readonly string[]): Promise<void> {
  for (const reportId of reportIds) {
    const content = deps.packs.open(reportId);
    if (content === undefined) continue;
    try {
      await addVersion(deps, reportId, () => ({ report: reportOfPack(content), placeByBytes: null }));
    } catch (thrown) {
      if (!(thrown instanceof ZhupiError && thrown.code === 'report-duplicate')) throw thrown;
    }
  }
}

function reportOfPack(content: ReportContent): NewReport {
  const { source, format, encoding, encodingConfidence, metadata, summary } = content;
  const { edits, blocks, ruleSetVersion } = content;
  return {
    ...{ source, format, encoding, encodingConfidence, metadata, edits, blocks, ruleSetVersion },
    bytes: encodeText(source),
    adapter: PACK_ADAPTER,
    undecodable: [],
    script: summary.script,
    chars: summary.chars,
  };
}
