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
const RECORD = /[{[,:]\s*\\"|\\"\s*[:\]}]/u;

function findInLine(text: string, start: number, line: string): Edit[] {
  if (!/\p{Script=Han}/u.test(line) || !line.includes('\\"') || RECORD.test(line)) return [];
  const marks = [...line.matchAll(/[“”]|\\"/gu)];
  const edits: Edit[] = [];
  let open = false;
  for (const [index, mark] of marks.entries()) {
    if (mark[0] !== '\\"') {
      open = mark[0] === '“';
      continue;
    }
    const partner = marks[index + 1]?.[0];
    const certain = open || partner === '\\"' || partner === '”';
    const at = start + mark.index;
    const after = open ? '”' : '“';
    const confidence = certain ? CERTAIN : GUESSED;
    edits.push(editAt(text, { start: at, end: at + 2 }, { after, rule: ID, confidence, applied: certain }));
    open = !open;
  }
  return edits;
}

function find(text: string, context: RuleContext): readonly Edit[] {
  if (context.format === 'md' || !text.includes('\\"')) return [];
  return filledLines(text).flatMap((line) => findInLine(text, line.start, line.text));
}

/** Turns `\"` back into the opening or closing quote that fits; see the evidence above. */
export const escapedQuote: RepairRule = { id: ID, find };
