import { strFromU8 } from 'fflate';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { EMPTY_METADATA } from '#core/report/report.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import type { Edit } from '#core/text/edit.ts';
import { hashBytes, hashText } from '../store/hashes.ts';
import { parseReport } from './front-matter.ts';
import type { BuiltPackIndex, PackManifest } from './pack-format.ts';
import {
  PACK_LIMITS,
  PACK_PARTS,
  packEditsSchema,
  packLengthsSchema,
  packManifestSchema,
  packReportId,
} from './pack-format.ts';
import { readJson, readZip } from './zip.ts';

/** A report of a pack and the hash by which an equal file is known. */
export interface PackedReport {
  readonly content: ReportContent;
  /** Hex SHA-256 of its Markdown file. */
  readonly bytesHash: string;
}

/** What a pack holds, checked. */
export interface Pack {
  readonly manifest: PackManifest;
  readonly reports: readonly PackedReport[];
  /**
   * Inflates and parses the index, which is many times larger than the file, each time it is called: who loads it keeps
   * what they make of it. Null when the pack was made without one. Throws `pack-invalid`.
   */
  readonly readIndex: () => BuiltPackIndex | null;
}

/**
 * Reads the bytes of a pack and checks all of it but the index.
 * @param path what errors name
 * @throws ZhupiError `pack-invalid`, `pack-too-large`
 */
export function readPack(bytes: Uint8Array, path: string): Pack {
  return checked(path, () => ({
    ...parsePack(bytes, path),
    readIndex: () => checked(path, () => parseIndex(bytes)),
  }));
}

function checked<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ZhupiError && cause.code === 'pack-too-large') throw cause;
    throw new ZhupiError('pack-invalid', { path }, { cause });
  }
}

const isIndexPart = (name: string): boolean => name === PACK_PARTS.index || name === PACK_PARTS.lengths;

function parseIndex(bytes: Uint8Array): BuiltPackIndex | null {
  const files = readZip(bytes, isIndexPart);
  if (!files.has(PACK_PARTS.index)) return null;
  // The index itself was serialised by core/search, which checks it when it loads it.
  const index = readJson(files, PACK_PARTS.index);
  return { index, lengths: packLengthsSchema.parse(readJson(files, PACK_PARTS.lengths)) };
}

function parsePack(bytes: Uint8Array, path: string): Omit<Pack, 'readIndex'> {
  const files = readZip(bytes, (name) => !isIndexPart(name));
  const manifest = packManifestSchema.parse(readJson(files, PACK_PARTS.manifest));
  const edits = packEditsSchema.parse(readJson(files, PACK_PARTS.edits));
  const reports = manifest.reports.map(({ slug }) =>
    packedReport(manifest, slug, files.get(PACK_PARTS.report(slug)), edits[slug]),
  );
  const ids = new Set(reports.map(({ content }) => content.summary.reportId));
  if (ids.size !== reports.length) throw new Error('two reports share an id');
  const chars = reports.reduce((sum, { content }) => sum + content.source.length, 0);
  if (chars > PACK_LIMITS.chars) throw new ZhupiError('pack-too-large', { path, ...PACK_LIMITS });
  return { manifest, reports };
}

function packedReport(
  manifest: PackManifest,
  slug: string,
  bytes: Uint8Array | undefined,
  edits: readonly Edit[] | undefined,
): PackedReport {
  const entry = manifest.reports.find((report) => report.slug === slug);
  if (bytes === undefined || edits === undefined || entry === undefined) {
    throw new Error(`${slug} is not whole`);
  }
  const { frontMatter, body } = parseReport(strFromU8(bytes), slug);
  if (hashText(body) !== entry.sourceHash) throw new Error(`${slug} is not the text of the manifest`);
  if (applyEdits(body, edits).text.length !== entry.chars) throw new Error(`${slug} has another length`);
  const { title, issuer, place, date, script, sourceNote } = frontMatter;
  return {
    bytesHash: hashBytes(bytes),
    content: {
      summary: {
        reportId: packReportId(manifest.packId, slug),
        title,
        issuer,
        region: place,
        date,
        script,
        chars: entry.chars,
        notes: 0,
        origin: 'pack',
        importedAt: 0,
      },
      metadata: { ...EMPTY_METADATA, title, issuer, region: place, date, source: sourceNote },
      format: 'md',
      version: 1,
      source: body,
      sourceHash: entry.sourceHash,
      ruleSetVersion: manifest.ruleSetVersion,
      edits: [...edits],
      shownEdits: null,
      blocks: null,
      encoding: 'UTF-8',
      encodingConfidence: 1,
      revision: 1,
      hasOriginal: false,
    },
  };
}
