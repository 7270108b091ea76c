import type { SourceFormat } from '../../report/report.ts';
import type { TextRange } from '../../base/text-range.ts';
import { disjointRanges } from './sorted-ranges.ts';

/** Front matter, code and link targets of Markdown. */
const MARKDOWN_SYNTAX = [
  /^\uFEFF?---[ \t]*\r?\n[^]*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/gu,
  /^([`~]{3,})[^]*?(?:^\1|$(?![^]))/gmu,
  /(?<!`)(`{1,8})(?!`)[^`\n]+\1/gu,
  /\]\([^()\n]*\)/gu,
  /^\[[^\]\n]+\]:.*$/gmu,
  /<[^<>\s]+>/gu,
];

/** Found by hand: as an expression, comments that never end would be searched for again and again. */
function comments(source: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let start = source.indexOf('<!--');
  while (start >= 0) {
    const close = source.indexOf('-->', start + 4);
    if (close < 0) break;
    ranges.push({ start, end: close + 3 });
    start = source.indexOf('<!--', close + 3);
  }
  return ranges;
}

/**
 * Ranges of a source that no repair may touch, because they are syntax and not text: none in plain text. In order,
 * disjoint.
 */
export function protectedRanges(source: string, format: SourceFormat): readonly TextRange[] {
  if (format === 'txt') return [];
  const ranges = MARKDOWN_SYNTAX.flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return disjointRanges([...ranges, ...comments(source)]);
}
