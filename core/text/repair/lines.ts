import { keepingLast } from './last-answer.ts';

/** A line of a text: UTF-16 offsets without its line break, and what stands there. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines of a text that hold more than white space. Breaks are LF, CR and CR LF. */
export const filledLines = keepingLast(findLines);

function findLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+/gu)) {
    if (match[0].trim() === '') continue;
    lines.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return lines;
}
