/*
 * `\"` where a curly quote stood: “黨建+\"模式.
 *
 * Evidence: six places in one of the five real reports, all closing quotes whose opening “ had stayed whole; the page
 * went through a program that writes text as a string literal. A pair is made only inside one paragraph. A lone one
 * that closes nothing is proposed. A record of a program ({\"name\": …) keeps them. In Markdown `\"` is an escape that the reading text shows as ", so it stays.
 */
import type { Edit } from '../edit.ts';
import { filledLines } from './lines.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const ID = 'escaped-quote';
const CERTAIN = 0.95;
const GUESSED = 0.4;

/** Names and values of a record that a program wrote as text. */
const RECORD = /\\"\s*:\s*(?:\\"|[\d[{]|true|false|null)|[{[]\s*\\"|\\"\s*[\]}]/u;
/** A string of a program, with escapes inside quotation marks that are none. */
const STRING = /[=(,:[]\s?"[^"\\]{0,200}\\"/u;
/** The backslash may have been escaped itself. */
const MARK = /[“”‘’]|\\{1,3}["']/gu;

function findInLine(text: string, start: number, line: string): Edit[] {
  if (!/\p{Script=Han}/u.test(line) || RECORD.test(line)) return [];
  const marks = [...line.matchAll(MARK)];
  const isProgram = STRING.test(line);
  const edits = [
    ...findPairs(text, start, marks, { opening: '“', closing: '”', straight: '"' }),
    ...findPairs(text, start, marks, { opening: '‘', closing: '’', straight: "'" }),
  ];
  return isProgram ? edits.map((edit) => ({ ...edit, confidence: GUESSED, applied: false })) : edits;
}

interface Quotes {
  readonly opening: string;
  readonly closing: string;
  readonly straight: string;
}

/** The escaped quotes of one kind, among the curly ones of that kind. */
function findPairs(
  text: string,
  start: number,
  marks: readonly RegExpExecArray[],
  { opening, closing, straight }: Quotes,
): Edit[] {
  const own = marks.filter(({ 0: mark }) => mark === opening || mark === closing || mark.endsWith(straight));
  const edits: Edit[] = [];
  let open = false;
  for (const [index, mark] of own.entries()) {
    if (!mark[0].startsWith('\\')) {
      open = mark[0] === opening;
      continue;
    }
    const partner = own[index + 1]?.[0] ?? '';
    const certain = open || partner.startsWith('\\') || partner === closing;
    const at = start + mark.index;
    const range = { start: at, end: at + mark[0].length };
    const after = open ? closing : opening;
    const confidence = certain ? CERTAIN : GUESSED;
    edits.push(editAt(text, range, { after, rule: ID, confidence, applied: certain }));
    open = !open;
  }
  return edits;
}

function find(text: string, context: RuleContext): readonly Edit[] {
  if (context.format === 'md') return [];
  return filledLines(text)
    .flatMap((line) => (line.text.includes('\\') ? findInLine(text, line.start, line.text) : []))
    .toSorted((a, b) => a.start - b.start);
}

/** Turns `\"` back into the opening or closing quote that fits; see the evidence above. */
export const escapedQuote: RepairRule = { id: ID, trace: /\\["']/u, find };
