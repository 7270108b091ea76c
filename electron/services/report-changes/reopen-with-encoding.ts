import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportContent, VersionAnswer } from '#core/ipc/payloads.ts';
import type { Encoding } from '#core/report/encoding.ts';
import { analyseSource } from '../importers/analyse-source.ts';
import { byteOffsetsOf, type TextOfBytes } from '../importers/byte-offsets.ts';
import { decodeBytesAs } from '../importers/decode-bytes-as.ts';
import { readInThread } from '../importers/formats/reader-thread.ts';
import type { ImportedText } from '../importers/importer.ts';
import type { VersionOrigin } from '../store/version-table.ts';
import { addVersion, type NewVersion } from './add-version.ts';
import type { PlacingWatch } from './place-by-text.ts';
import type { ReportChangesDeps } from './deps.ts';
import { originalBytes, originOf } from './originals.ts';
import { placeByAlikeBytes, placeBySameBytes, type PlaceByBytes } from './place-by-bytes.ts';

export interface ReopenRequest {
  readonly reportId: string;
  readonly encoding: Encoding;
}

/** The adapters of web pages and their archives, the only ones that take the user's word for an encoding. */
const PAGES = new Set(['html', 'mhtml']);

/**
 * Decodes a report's file anew: see {@link addVersion}. Notes follow their bytes. Throws what that throws;
 * `original-missing`; `encoding-fixed` for a file that names the encoding of its text itself.
 */
export function reopenWithEncoding(
  deps: ReportChangesDeps,
  { reportId, encoding }: ReopenRequest,
  watch?: PlacingWatch,
): Promise<VersionAnswer> {
  const make = async (content: ReportContent): Promise<NewVersion> => {
    const origin = originOf(deps, reportId);
    const bytes = await originalBytes(deps, reportId, origin);
    const text = await readAs(reportId, origin, bytes, encoding);
    const analysed = await analyseSource(text.source, text.format, '', text);
    const placeByBytes = placing(origin, { source: content.source, ...origin, bytes }, { ...text, bytes });
    return { report: { bytes, ...text, ...analysed }, placeByBytes };
  };
  return addVersion(deps, reportId, make, watch);
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
  if (PAGES.has(kind)) return readInThread(`.${kind}`, bytes, encoding);
  throw new ZhupiError('encoding-fixed', { reportId, format: kind });
}

/** Null when the bytes are not those that the old text was made of. */
function placing({ adapter }: VersionOrigin, old: TextOfBytes, current: TextOfBytes): PlaceByBytes | null {
  if (PAGES.has(adapter.split('@')[0] ?? '')) return placeByAlikeBytes(old, current);
  const from = byteOffsetsOf(old);
  const to = byteOffsetsOf(current);
  if (from === null || to === null) return null;
  return placeBySameBytes(
    { source: old.source, byteOffsets: from },
    { source: current.source, byteOffsets: to },
  );
}
