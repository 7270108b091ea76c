import { firstFound, foundBy, type Found } from '../../report/metadata-rules.ts';
import { orderNumber } from './adopted-by.ts';
import { lastStatuteChange } from './taiwan-history.ts';

const LABEL = /^(?:发文|發文|公文)?[字文]\s*[号號]\s*[:：]\s*/u;
/** 台教发〔2023〕5号 and its spellings with other brackets, full-width digits and old years of two digits. */
const NUMBER =
  /^\p{Script=Han}{1,12}\s*[〔﹝[［（(【]\s*(?:(?:19|20)\d{2}|[5-9]\d|[１２][０-９]{3})\s*[〕﹞\]］）)】]\s*第?\s*[\d０-９]{1,5}\s*[号號]$/u;
/** 第5号, 第5号令, 第001號聲明, 某部令第五十号, 2023年第5号. */
const PLAIN =
  /^(?:\p{Script=Han}{1,24}[令告]\s*|(?:\p{Script=Han}{1,24}[令告]\s*)?(?:19|20)\d{2}\s*年\s*)?第\s*(?:[\d０-９]{1,5}|[一二三四五六七八九十百〇零]{1,7})\s*[号號](?:令|[声聲]明|公告|通告|公[报報])?$/u;
/** A number before the date and the text of a statement. */
const LEADING = /^(第\s*\d{1,5}\s*[号號])\s+\d{2,4}[/.-]\d{1,2}[/.-]\d{1,4}\s/u;
/** What stands behind a number on its line: who signs it (签发人：某某). */
const SIGNER = /[\s\u3000]+[签簽][发發]人\s*[:：].{0,20}$/u;
/** 國務院令 above 第764号: the number belongs to the order. */
const ORDER_HEAD = /^(\p{Script=Han}{2,30}(?:令|公告))$/u;
/** A labelled number says more than digits only where a label says so: 文號：005. */
const LABELLED = /^(?:[发發]文|公文)?[字文]\s*[号號]\s*[:：]\s*(\S.{0,40})$/u;
/** A number that begins on the line above: …（88）台參字 / 第 5011 號. */
const WRAPPED = /字$/u;
const HEAD_LINES = 8;
const LABEL_LINES = 16;
const TAIL_LINES = 4;

/** The line without its label and the brackets around it. */
function bare(line: string): string {
  const plain = line.trim().replace(LABEL, '').replace(SIGNER, '');
  return /^[（(](.+)[）)]$/u.exec(plain)?.[1]?.trim() ?? plain;
}

/** Whether a line is the number of a document and nothing else. */
export function isDocumentNumber(line: string): boolean {
  return NUMBER.test(bare(line)) || PLAIN.test(bare(line));
}

/** 第764号 below the head of an order, with it. */
function ordered(head: readonly string[], number: string | undefined): string | undefined {
  const above = head[head.indexOf(number ?? '') - 1]?.replaceAll(/\s/gu, '') ?? '';
  const order = number?.startsWith('第') === true ? ORDER_HEAD.exec(above)?.[1] : undefined;
  return order === undefined ? number : `${order}${(number ?? '').replace(/令$/u, '')}`;
}

function labelledIn(lines: readonly string[]): string | undefined {
  const searched = [...lines.slice(0, LABEL_LINES), ...lines.slice(-TAIL_LINES)];
  const values = searched.map((line) => LABELLED.exec(line.trim())?.[1]?.trim());
  return values.find((value) => value !== undefined && /[\d０-９]/u.test(value) && !/[。；，]/u.test(value));
}

/**
 * The number of an official document: the labelled one, else a line near the top that holds nothing else, else that of the order
 * which promulgated a law last. Numbers inside sentences are of documents that are cited.
 */
export function documentNumberOf(labelled: string, lines: readonly string[]): Found {
  const head = lines.slice(0, HEAD_LINES).map(bare);
  const inHead =
    head.find((line) => NUMBER.test(line)) ??
    head.find((line, at) => PLAIN.test(line) && !WRAPPED.test(head[at - 1] ?? ''));
  return firstFound(
    () => foundBy('page-furniture', labelled),
    () => foundBy('number-line', labelledIn(lines)),
    () => foundBy('number-line', ordered(head, inHead)),
    () => foundBy('number-line', LEADING.exec(lines[0] ?? '')?.[1]),
    () => foundBy('event-line', orderNumber(lines)),
    () => foundBy('change-line', lastStatuteChange(lines)?.number),
  );
}
