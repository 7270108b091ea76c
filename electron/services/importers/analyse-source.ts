import path from 'node:path';
import { decode } from 'iconv-lite';
import { firstFound, foundBy, NOT_FOUND } from '#core/report/metadata-rules.ts';
import type { ReportMetadata, SourceFormat } from '#core/report/report.ts';
import type { SourceScript } from '#core/report/script.ts';
import { loadScriptDetector } from '#core/script/index.ts';
import type { Block } from '#core/text/block.ts';
import type { Edit } from '#core/text/edit.ts';
import { LAYOUT_RULE, MARKUP_RULE } from '#core/text/edit.ts';
import { extractMetadata } from '#core/text/metadata/extract-metadata.ts';
import { buildReading, type Reading } from '#core/text/reading.ts';
import type { LegacyEncoding } from '#core/text/repair/double-byte-table.ts';
import { planEdits } from '#core/text/repair/pipeline.ts';
import type { PlanOptions } from '#core/text/repair/pipeline.ts';
import { namedTitle } from './named-line.ts';
import type { SourceFile } from './read-source-file.ts';

type DecodedFrom = Pick<SourceFile, 'encoding' | 'undecodable' | 'document'>;

const UTF8_MARK_BYTES = 3;

/** What is found in a source text when it comes in. */
export interface AnalysedSource {
  readonly edits: readonly Edit[];
  /** What the rules and the adapter found, before marks and layout. */
  readonly repairs: readonly Edit[];
  readonly blocks: readonly Block[] | null;
  readonly ruleSetVersion: number;
  readonly metadata: ReportMetadata;
  readonly script: SourceScript;
  /** UTF-16 units of the reading text. */
  readonly chars: number;
}

/**
 * Plans the repairs of a source and reads its metadata and script from the repaired text.
 * @param file names a report that says no title itself
 * @param decoded how the source was made of bytes, if it was; repairs may use bytes that did not decode, and go on from
 * what an adapter marked; fields that a document names itself go before what is found in its text
 */
export async function analyseSource(
  source: string,
  format: SourceFormat,
  file: string,
  decoded: DecodedFrom = { encoding: '', undecodable: [] },
): Promise<AnalysedSource> {
  return (await readAndAnalyse(source, format, file, decoded)).analysed;
}

/** The same, with the reading text that it was found in. */
export async function readAndAnalyse(
  source: string,
  format: SourceFormat,
  file: string,
  decoded: DecodedFrom,
): Promise<{ readonly analysed: AnalysedSource; readonly reading: Reading }> {
  const { detectScript, isTraditionalForm } = await loadScriptDetector();
  const { edits, repairs, ruleSetVersion } = planEdits(source, format, {
    isTraditionalForm,
    decodeBytes,
    ...utf8Losses(decoded),
    adapterEdits: decoded.document?.edits ?? [],
  });
  const blocks = decoded.document?.blocks ?? null;
  const reading = buildReading(source, format, edits, blocks);
  const found = extractMetadata(source, reading, format, decoded.document?.edits);
  const script = detectScript(reading.text);
  const analysed = {
    edits,
    repairs,
    blocks,
    ruleSetVersion,
    metadata: withDocument(found, file, reading.text, decoded.document),
    script,
    chars: reading.text.length,
  };
  return { analysed, reading };
}

/** What the document says of itself goes first; its name, or the file's, is the title of a text that has none. */
function withDocument(
  found: ReportMetadata,
  file: string,
  text: string,
  document: DecodedFrom['document'],
): ReportMetadata {
  const name = firstFound(
    () => foundBy('document-name', document?.name),
    () => foundBy('file-name', path.parse(file).name),
  );
  const said = foundBy('document-name', namedTitle(text, document?.name ?? '', document?.titles ?? []));
  const title = said.rule !== null ? said : found.title === '' ? name : NOT_FOUND;
  const named =
    title.rule === null ? {} : { title: title.value, foundBy: { ...found.foundBy, title: title.rule } };
  const own = document?.metadata ?? {};
  const rules = Object.fromEntries(Object.keys(own).map((field) => [field, 'document'] as const));
  return { ...found, ...named, ...own, foundBy: { ...found.foundBy, ...named.foundBy, ...rules } };
}

/** What a repair may know of bytes that are not UTF-8; offsets of other encodings say nothing about the text. */
function utf8Losses({
  encoding,
  undecodable,
  document,
}: DecodedFrom): Pick<PlanOptions, 'undecodable' | 'firstByte'> {
  // What an adapter wrote has no place for each byte of the file.
  if (document !== undefined) return {};
  if (encoding === 'UTF-8') return { undecodable, firstByte: 0 };
  return encoding === 'UTF-8 (BOM)' ? { undecodable, firstByte: UTF8_MARK_BYTES } : {};
}

/** One function for all reports: the tables made from it are kept by it. */
function decodeBytes(bytes: Uint8Array, encoding: LegacyEncoding): string {
  return decode(bytes, encoding);
}

/** How many repairs the reading text shows: edits that do more than lay out or hide marks. */
export function countRepairs(edits: readonly Edit[]): number {
  const quiet = new Set([LAYOUT_RULE, MARKUP_RULE]);
  return edits.filter(({ applied, rule }) => applied && rule.split('+').some((name) => !quiet.has(name)))
    .length;
}
