/** 台教发〔2023〕5号 and its spellings with other brackets. */
const NUMBER =
  /^(?:(?:发文|發文|公文)?[字文]\s*[号號]\s*[:：]\s*)?(\p{Script=Han}{1,12}\s*[〔﹝[［（(【]\s*(?:19|20)\d{2}\s*[〕﹞\]］）)】]\s*第?\s*\d{1,5}\s*[号號])$/u;
const PLAIN = /^第\s*\d{1,5}\s*[号號]$/u;
const HEAD_LINES = 8;

/**
 * The number of an official document: the labelled one, else a line near the top that holds nothing else. Numbers inside
 * sentences are of documents that are cited.
 */
export function documentNumberOf(labelled: string, lines: readonly string[]): string {
  if (labelled !== '') return labelled;
  const head = lines.slice(0, HEAD_LINES).map((line) => line.trim());
  const number = head.map((line) => NUMBER.exec(line)?.[1]).find((found) => found !== undefined);
  return number ?? head.find((line) => PLAIN.test(line)) ?? '';
}
