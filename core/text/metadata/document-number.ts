import { firstFound, foundBy, type Found } from '../../report/metadata-rules.ts';

const LABEL = /^(?:发文|發文|公文)?[字文]\s*[号號]\s*[:：]\s*/u;
/** 台教发〔2023〕5号 and its spellings with other brackets. */
const NUMBER =
  /^\p{Script=Han}{1,12}\s*[〔﹝[［（(【]\s*(?:19|20)\d{2}\s*[〕﹞\]］）)】]\s*第?\s*\d{1,5}\s*[号號]$/u;
/** 第5号, 第5号令, 某部令第五十号, 2023年第5号. */
const PLAIN =
  /^(?:\p{Script=Han}{1,24}[令告]\s*|(?:\p{Script=Han}{1,24}[令告]\s*)?(?:19|20)\d{2}\s*年\s*)?第\s*(?:\d{1,5}|[一二三四五六七八九十百〇零]{1,7})\s*[号號]令?$/u;
const HEAD_LINES = 8;

/** The line without its label and the brackets around it. */
function bare(line: string): string {
  const plain = line.trim().replace(LABEL, '');
  return /^[（(](.+)[）)]$/u.exec(plain)?.[1]?.trim() ?? plain;
}

/** Whether a line is the number of a document and nothing else. */
export function isDocumentNumber(line: string): boolean {
  return NUMBER.test(bare(line)) || PLAIN.test(bare(line));
}

/**
 * The number of an official document: the labelled one, else a line near the top that holds nothing else. Numbers inside
 * sentences are of documents that are cited.
 */
export function documentNumberOf(labelled: string, lines: readonly string[]): Found {
  const head = lines.slice(0, HEAD_LINES).map(bare);
  const inHead = head.find((line) => NUMBER.test(line)) ?? head.find((line) => PLAIN.test(line));
  return firstFound(
    () => foundBy('page-furniture', labelled),
    () => foundBy('number-line', inHead),
  );
}
