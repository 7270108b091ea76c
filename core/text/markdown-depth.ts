/** Marks of containers (quotations, items) that a line may begin with, and columns that they may take. */
const MOST_CONTAINERS = 50;
const MOST_COLUMNS = 120;
/** Brackets that may stand open in one paragraph, and that may close there what none has opened. */
const MOST_BRACKETS = 100;
/** Runs of emphasis, strikethrough and code in one paragraph; a run longer than these marks need counts many times. */
const MOST_RUNS = 4_000;
const LONG_RUN_WEIGHT = 4;
const LONGEST_RUN = 3;

/** Text wherever it stands. */
const PLAIN = '一';
const LINE = /[^\r\n]+|\r\n?|\n/gu;
const CONTAINER = /[ \t]*(>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/uy;
const FENCE = /^[ \t]*(?:`{3}|~{3})/u;
const HEADING = /^[ \t]*#/u;
const TABLE_ROW = /^[ \t]*\|.*\|[ \t]*$/u;
const INLINE = /\*+|_+|~+|`+|[[\]]/gu;

/**
 * A Markdown text as long as `text` in which nothing nests deeper than a parser and its reader can follow: what would (the
 * fifty-first mark of a quotation before a line, the run of asterisks behind the four-thousandth of a paragraph) is written as a plain
 * character. Nobody writes such texts by hand; the parser's time grows with the square of them, and the stack ends.
 */
export function withoutDepth(text: string): string {
  let paragraph: Paragraph = { runs: 0, brackets: 0, closed: 0 };
  let isBehindText = false;
  return text.replaceAll(LINE, (line) => {
    if (/^[\r\n]/u.test(line)) {
      if (!isBehindText) paragraph = { runs: 0, brackets: 0, closed: 0 };
      isBehindText = false;
      return line;
    }
    isBehindText = line.trim() !== '';
    if (!isBehindText || isRule(line)) return line;
    const { marks, length, isItem } = withoutContainers(line);
    const rest = line.slice(length);
    if (isItem || HEADING.test(rest) || FENCE.test(rest) || TABLE_ROW.test(rest)) {
      paragraph = { runs: 0, brackets: 0, closed: 0 };
    }
    return marks + (FENCE.test(rest) ? rest : withoutInline(rest, paragraph));
  });
}

/** A line of one mark and spaces is a rule, or underlines a heading: nothing nests in it. */
function isRule(line: string): boolean {
  const marks = line.replaceAll(/[ \t]+/gu, '');
  return /^[-*_=]/u.test(marks) && marks === marks.charAt(0).repeat(marks.length);
}

/** The marks of containers that a line begins with, and how many units of it they take. */
function withoutContainers(line: string): { marks: string; length: number; isItem: boolean } {
  const parts: string[] = [];
  let length = 0;
  let isItem = false;
  for (CONTAINER.lastIndex = 0; ;) {
    const match = CONTAINER.exec(line);
    if (match === null) break;
    const [all, mark = ''] = match;
    length += all.length;
    isItem ||= mark !== '>';
    const isDeep = parts.length >= MOST_CONTAINERS || length > MOST_COLUMNS;
    parts.push(isDeep ? all.slice(0, all.length - mark.length) + PLAIN.repeat(mark.length) : all);
  }
  return { marks: parts.join(''), length, isItem };
}

/** What has been counted of one paragraph. */
interface Paragraph {
  runs: number;
  brackets: number;
  /** Brackets that closed nothing. */
  closed: number;
}

function withoutInline(line: string, paragraph: Paragraph): string {
  return line.replaceAll(INLINE, (mark) => {
    if (mark === ']') {
      if (paragraph.brackets > 0) paragraph.brackets -= 1;
      else paragraph.closed += 1;
      return paragraph.closed > MOST_BRACKETS ? PLAIN : mark;
    }
    if (mark === '[') {
      if (paragraph.brackets >= MOST_BRACKETS) return PLAIN;
      paragraph.brackets += 1;
      return mark;
    }
    const runs = paragraph.runs + (mark.length > LONGEST_RUN ? LONG_RUN_WEIGHT * mark.length : 1);
    if (runs > MOST_RUNS) return PLAIN.repeat(mark.length);
    paragraph.runs = runs;
    return mark;
  });
}
