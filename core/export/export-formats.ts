/** What notes, or the reports they are of, can be written as. */
export const EXPORT_FORMATS = ['markdown', 'docx', 'json', 'csv', 'bibtex', 'csl-json'] as const;
/** `json` = W3C Web Annotation; `bibtex` and `csl-json` are of the reports, not of their notes. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats that are texts, and can go to the clipboard. */
export const TEXT_FORMATS = ['markdown', 'json', 'csv', 'bibtex', 'csl-json'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** A file a report, one file of all, or the clipboard. */
export const EXPORT_PLACES = ['folder', 'file', 'clipboard'] as const;
export type ExportPlace = (typeof EXPORT_PLACES)[number];

/** Endings of files, with their dot. */
export const FORMAT_EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  markdown: '.md',
  docx: '.docx',
  json: '.json',
  csv: '.csv',
  bibtex: '.bib',
  'csl-json': '.json',
};
