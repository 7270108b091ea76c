import { ZhupiError } from '#core/base/app-error.ts';
import type { VersionAnswer } from '#core/ipc/payloads.ts';
import type { Encoding } from '#core/report/encoding.ts';
import { analyseSource } from '../importers/analyse-source.ts';
import { byteOffsetsOf, type TextOfBytes } from '../importers/byte-offsets.ts';
import { decodeBytesAs } from '../importers/decode-bytes-as.ts';
import type { ImportedText } from '../importers/importer.ts';
import type { VersionOrigin } from '../store/version-table.ts';
import { addVersion } from './add-version.ts';
import type { ReportChangesDeps } from './deps.ts';
import { originalBytes, originOf } from './originals.ts';
import type { ByteOffsets } from './place-notes.ts';

export interface ReopenRequest {
  readonly reportId: string;
  readonly encoding: Encoding;
}

/**
 * Decodes a report's file anew: see {@link addVersion}. Notes follow their bytes. Throws what that throws;
 * `original-missing`; `encoding-fixed` for a file that names the encoding of its text itself.
 */
export function reopenWithEncoding(
  deps: ReportChangesDeps,
  { reportId, encoding }: ReopenRequest,
): Promise<VersionAnswer> {
  return addVersion(deps, reportId, async (content) => {
    const origin = originOf(deps, reportId);
    const bytes = await originalBytes(deps, reportId, origin);
    const text = await readAs(reportId, origin, bytes, encoding);
    const analysed = await analyseSource(text.source, text.format, '', text);
    const offsets = offsetsOf(
      { ...origin, source: content.source, bytes },
      { ...text, bytes },
      origin.adapter,
    );
    return { report: { bytes, ...text, ...analysed }, bytes: offsets };
  });
}

async function readAs(
  reportId: string,
  origin: VersionOrigin,
  bytes: Uint8Array,
  encoding: Encoding,
): Promise<ImportedText> {
  const { adapter, format } = origin;
  const kind = adapter.split('@')[0] ?? '';
  if (kind === 'text') {
    const { text, encoding: name, confidence, undecodable } = decodeBytesAs(bytes, encoding);
    return { source: text, format, adapter, encoding: name, encodingConfidence: confidence, undecodable };
  }
  throw new ZhupiError('encoding-fixed', { reportId, format: kind });
}

/** What an adapter wrote has no place for each byte of the file. */
function offsetsOf(old: TextOfBytes, current: TextOfBytes, adapter: string): ByteOffsets | null {
  if (!adapter.startsWith('text@')) return null;
  const from = byteOffsetsOf(old);
  const to = byteOffsetsOf(current);
  return from && to && { old: from, current: to };
}
