import type { SourceFormat } from '../../report/report.ts';
import type { TextRange } from '../../base/text-range.ts';

/** Front matter, comments, code and link targets of Markdown. */
const MARKDOWN_SYNTAX = [
  /^\uFEFF?---[ \t]*\r?\n[^]*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/gu,
  /<!--[^]*?-->/gu,
  /^([`~]{3,})[^]*?(?:^\1|$(?![^]))/gmu,
  /(`+)[^`\n]+\1/gu,
  /\]\([^()\n]*\)/gu,
  /^\[[^\]\n]+\]:.*$/gmu,
  /<[^<>\s]+>/gu,
];

/**
 * Ranges of a source that no repair may touch, because they are syntax and not text: none in plain text. They may
 * overlap; in order of their start.
 */
export function protectedRanges(source: string, format: SourceFormat): readonly TextRange[] {
  if (format === 'txt') return [];
  const ranges = MARKDOWN_SYNTAX.flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return ranges.sort((a, b) => a.start - b.start);
}
