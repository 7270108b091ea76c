import type { DeletedNotes } from '#core/export/markdown-style.ts';
import type { ExportFormat, ExportPlace } from '#core/export/export-formats.ts';
import type { ExportTemplate } from '#core/export/export-template.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';

type Words = Messages['exporting'];

/** Formats as their programs call them. */
export function formatNames(words: Words): Readonly<Record<ExportFormat, string>> {
  return {
    markdown: 'Markdown',
    docx: words.formatWord,
    json: words.formatJson,
    csv: words.formatCsv,
    bibtex: words.formatBibtex,
    'csl-json': words.formatCsl,
  };
}

export function placeNames(words: Words): Readonly<Record<ExportPlace, string>> {
  return { folder: words.toFolder, file: words.toFile, clipboard: words.toClipboard };
}

export function deletedNames(words: Words): Readonly<Record<DeletedNotes, string>> {
  return { remove: words.deletedRemove, strike: words.deletedStrike };
}

/** The user's own name, or ours of one that comes with the program. */
export function templateName(words: Words, { id, name }: Pick<ExportTemplate, 'id' | 'name'>): string {
  switch (id) {
    case 'plain':
      return words.templatePlain;
    case 'obsidian':
      return words.templateObsidian;
    case 'paper':
      return words.templatePaper;
    default:
      return name;
  }
}
