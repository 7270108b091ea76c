import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import type { PackText } from '#core/search/pack-index.ts';
import { buildReading } from '#core/text/reading.ts';
import { analyseSource } from '../importers/analyse-source.ts';
import { hashText } from '../store/hashes.ts';
import { parseReport, reportProblem } from './front-matter.ts';
import type { BuildPackIndex, PackManifest } from './pack-format.ts';
import { isPackName, PACK_LIMITS, PACK_PARTS, PACK_SCHEMA_VERSION, packReportId } from './pack-format.ts';
import { writeZip } from './zip.ts';

export interface PackOptions {
  readonly packId: string;
  readonly version: string;
  readonly title: string;
  /** Without it the pack carries no index. */
  readonly buildIndex: BuildPackIndex | undefined;
}

/** A pack ready to be written. */
export interface BuiltPack {
  readonly bytes: Uint8Array;
  readonly reports: number;
}

interface SourceFile {
  readonly slug: string;
  readonly file: string;
  readonly content: string;
  readonly source: string;
}

/**
 * Makes a pack of the `*.md` files of a folder (not of the folders in it). Equal files give equal bytes.
 * @throws ZhupiError `pack-report-invalid` for the first bad file, `pack-invalid` for a bad id or no reports,
 * `pack-too-large`, `folder-unreadable`, `file-not-found`
 */
export async function buildPack(dir: string, options: PackOptions): Promise<BuiltPack> {
  if (!isPackName(options.packId)) {
    throw new ZhupiError('pack-invalid', { path: dir, reason: 'id', packId: options.packId });
  }
  const files = await readSources(dir);
  const edits: Record<string, unknown> = {};
  const reports: PackManifest['reports'] = [];
  const texts: PackText[] = [];
  let ruleSetVersion = 0;
  for (const { slug, file, source } of files) {
    const analysed = await analyseSource(source, 'md', file);
    const { text, blocks } = buildReading(source, 'md', analysed.edits);
    edits[slug] = analysed.edits;
    ruleSetVersion = analysed.ruleSetVersion;
    reports.push({ slug, chars: text.length, sourceHash: hashText(source) });
    texts.push({ reportId: packReportId(options.packId, slug), text, blocks });
  }
  const { packId, version, title } = options;
  const manifest: PackManifest = {
    schema: PACK_SCHEMA_VERSION,
    packId,
    version,
    title,
    ruleSetVersion,
    reports,
  };
  const built = await options.buildIndex?.(texts);
  const bytes = writeZip([
    [PACK_PARTS.manifest, `${JSON.stringify(manifest, null, 2)}\n`],
    ...files.map(({ slug, content }) => [PACK_PARTS.report(slug), content] as const),
    [PACK_PARTS.edits, JSON.stringify(edits)],
    ...(built === undefined
      ? []
      : ([
          [PACK_PARTS.lengths, JSON.stringify(built.lengths)],
          [PACK_PARTS.index, JSON.stringify(built.index)],
        ] as const)),
  ]);
  return { bytes, reports: files.length };
}

async function readSources(dir: string): Promise<readonly SourceFile[]> {
  const names = (await listFolder(dir)).filter((name) => name.endsWith('.md'));
  if (names.length === 0) throw new ZhupiError('pack-invalid', { path: dir, reason: 'no-reports' });
  if (names.length > PACK_LIMITS.reports) throw tooLarge(dir);
  const files: SourceFile[] = [];
  let chars = 0;
  for (const name of names) {
    const file = path.join(dir, name);
    const slug = name.slice(0, -'.md'.length);
    if (!isPackName(slug)) throw reportProblem(file, 1, 'name');
    const content = await readUtf8(file);
    const source = parseReport(content, file).body;
    chars += source.length;
    if (chars > PACK_LIMITS.chars) throw tooLarge(dir);
    files.push({ slug, file, content, source });
  }
  return files;
}

/** Names in the order of their code units, which no locale changes. */
async function listFolder(dir: string): Promise<readonly string[]> {
  try {
    return (await readdir(dir)).toSorted();
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ZhupiError(missing ? 'file-not-found' : 'folder-unreadable', { path: dir }, { cause });
  }
}

async function readUtf8(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    // A text of the most characters takes at most four bytes each.
    if ((await stat(file)).size > PACK_LIMITS.chars * 4) throw tooLarge(path.dirname(file));
    bytes = await readFile(file);
  } catch (cause) {
    if (cause instanceof ZhupiError) throw cause;
    throw new ZhupiError('file-unreadable', { path: file }, { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw reportProblem(file, lineOfBadByte(bytes), 'encoding');
  }
}

function lineOfBadByte(bytes: Uint8Array): number {
  return new TextDecoder().decode(bytes).split('\uFFFD', 1)[0]?.split('\n').length ?? 1;
}

function tooLarge(dir: string): ZhupiError {
  return new ZhupiError('pack-too-large', { path: dir, ...PACK_LIMITS });
}
