import type { Annotation } from '#core/annotations/record.ts';
import type { GbT7714Edition } from '#core/export/citation/gb-t-7714.ts';
import type { ExportFormat } from '#core/export/export-formats.ts';
import type { TemplateParts } from '#core/export/export-template.ts';
import type { DeletedNotes } from '#core/export/markdown-style.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import type { ViewScript } from '#core/report/script.ts';
import type { ScriptOptionsOf } from './script/script-rules.ts';
import type { ReportReader } from './report-types.ts';

/** Which notes are exported, and how they are told. */
export interface ExportChoice {
  /** null = every report that has notes. */
  readonly reportIds: readonly string[] | null;
  /** These notes alone, whatever reports they are of; left out or null, all of the reports. */
  readonly noteIds?: readonly string[] | null;
  /** `source` quotes in the script of the source alone, any other shows that script beside it. */
  readonly script: ViewScript;
  /** Markdown: the id of a template, or one that is being written; left out or null, the format's own. */
  readonly template?: string | TemplateParts | null;
  /** Of the citations, where a format has any; 2025 unless said. */
  readonly edition?: GbT7714Edition;
}

export interface ExportRequest extends ExportChoice {
  /** Absolute; made when it is missing and its parent exists. */
  readonly folder: string;
  /** Name of the one file in it that takes all; left out or null, a file a report. */
  readonly file?: string | null;
  /** Markdown: what becomes of the untouched blocks of deleted notes; they go unless said. */
  readonly deleted?: DeletedNotes;
  /** Markdown: the folder is a project's vault, see exporter/vault. */
  readonly isVault?: boolean;
}

export interface ExportDeps {
  readonly reports: ReportReader;
  /** Notes in the order of their places; null = of all reports. */
  readonly listNotes: (reportId: string | null) => readonly Annotation[];
  /** What the user decides about scripts, by report; left out, nothing. */
  readonly scriptOptions?: ScriptOptionsOf;
  /** A template by its id; left out, there are none. */
  readonly template?: (id: string) => TemplateParts | undefined;
  /** Names that the user gave codes, by their ids; left out, none. */
  readonly codeNames?: () => ReadonlyMap<string, string>;
}

/** electron/services/exporter */
export type ExportMarkdown = (deps: ExportDeps, request: ExportRequest) => Promise<ExportAnswer>;

/** A choice of the window or the command, for any format. */
export interface ExportNotesRequest extends ExportRequest {
  readonly format: ExportFormat;
}

export const DATA_FORMATS = ['json', 'csv'] as const;
/** `json` = W3C Web Annotation, `csv` = a table for spreadsheets. */
export type DataFormat = (typeof DATA_FORMATS)[number];

export interface ExportDataRequest extends ExportRequest {
  readonly format: DataFormat;
}

/** electron/services/exporter/export-data.ts */
export type ExportData = (deps: ExportDeps, request: ExportDataRequest) => Promise<ExportAnswer>;

export const REFERENCE_FORMATS = ['bibtex', 'csl-json'] as const;
export type ReferenceFormat = (typeof REFERENCE_FORMATS)[number];

/** `reportIds` null = the whole library, with notes or without. */
export interface ExportReferencesRequest extends Pick<ExportRequest, 'reportIds' | 'folder' | 'file'> {
  readonly format: ReferenceFormat;
}

/** electron/services/exporter/export-references.ts */
export type ExportReferences = (
  deps: Pick<ExportDeps, 'reports'>,
  request: ExportReferencesRequest,
) => Promise<ExportAnswer>;
