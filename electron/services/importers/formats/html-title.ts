import { labelledValues } from '#core/text/repair/furniture-values.ts';
import { namesPaper } from '../named-line.ts';

/** Labels of tables above a text that name it. */
const TITLE_LABELS: ReadonlySet<string> = new Set(['标题', '名称', '信息名称']);
const LONGEST_PAPER = 90;

/** What a table above a text calls it (标题：…). */
export function labelledTitles(lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => line.includes('\t'))
    .flatMap((line) => labelledValues(line))
    .flatMap(({ label, value }) => (TITLE_LABELS.has(label) ? [value] : []));
}

/** Whether a line is the title of a paper and nothing else: 某局关于…的通知. */
export function isPaperTitle(line: string): boolean {
  return line.length <= LONGEST_PAPER && namesPaper(line) && !/[。；：:！？]/u.test(line);
}
