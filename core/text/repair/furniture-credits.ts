import type { LookedAtLine } from './furniture-line.ts';

/*
 * The line of source, date, author and editor between the head of a paper and its text, where a long title, a long address or a
 * sentence about the paper (现将《…》印发给你们, （某政发〔2023〕5号；自2023年6月1日起施行）) ends the zone of furniture above it. A line with
 * so many labels is of no text; but a collection has one for each of its parts, so only the first one counts, in the head of the
 * text, with nothing above it that is a sentence and says no number of a paper, or right below such a number.
 */

const HEAD_LINES = 12;
const LONGEST_LINE = 100;
const SOURCE_LABEL = /[来來]源|稿源|[来來]自/u;
const SENTENCE = /[。；]/u;
/** 〔2023〕5号, wherever it stands on its line. */
const NUMBER = /[〔﹝[［（(【]\s*(?:19|20)\d{2}\s*[〕﹞\]］）)】]\s*第?\s*\d{1,5}\s*[号號]/u;
const DATE = /^(?:19|20)\d{2}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}/u;
/** Source, date, and one more. */
const LEAST_LABELS = 3;

/**
 * The index, among the first lines from `from` on, of the line that holds the credits of the whole text; -1 where none certainly does.
 * @param from behind the lines that are furniture, or may stand among it, anyway
 * @param to where the furniture below the text begins
 */
export function creditLine(lines: readonly LookedAtLine[], from: number, to: number): number {
  const end = Math.min(to, HEAD_LINES + 1);
  for (let at = from; at < end; at += 1) {
    const line = lines[at];
    if (line === undefined || !isCredits(line)) continue;
    const above = lines.slice(0, at);
    return isHead(above) && !above.some(saysSource) ? at : -1;
  }
  return -1;
}

function isCredits(line: LookedAtLine): boolean {
  if (line.text.length > LONGEST_LINE || !SOURCE_LABEL.test(line.text) || line.strength !== 'strong') {
    return false;
  }
  const { values } = line;
  return (
    values.length >= LEAST_LABELS &&
    saysSource(line) &&
    values.some(({ field, value }) => field === 'date' && DATE.test(value))
  );
}

function saysSource({ values }: LookedAtLine): boolean {
  return values.some(({ field, value }) => field === 'source' && value !== '');
}

function isHead(above: readonly LookedAtLine[]): boolean {
  const hasNumber = ({ text }: LookedAtLine): boolean => NUMBER.test(text);
  const last = above.at(-1);
  return (
    (last !== undefined && hasNumber(last)) ||
    above.every((line) => !SENTENCE.test(line.text) || hasNumber(line))
  );
}
