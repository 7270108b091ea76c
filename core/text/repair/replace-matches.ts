import type { Edit } from '../edit.ts';
import { editAt } from './rule.ts';

/** How the edits of a rule about single places are judged. */
interface Judgement {
  readonly rule: string;
  readonly confidence: number;
  readonly applied: boolean;
}

/** An edit for each match that `replace` has another text for; undefined leaves a match alone. */
export function replaceMatches(
  text: string,
  pattern: RegExp,
  judgement: Judgement,
  replace: (match: RegExpExecArray) => string | undefined,
): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const after = replace(match);
    if (after === undefined || after === match[0]) continue;
    const range = { start: match.index, end: match.index + match[0].length };
    edits.push(editAt(text, range, { ...judgement, after }));
  }
  return edits;
}

/** A rule that acts alone from so many places in a file, because an author may write a few on purpose. */
export function actingAloneFrom(least: number, rule: string, edits: readonly Edit[]): readonly Edit[] {
  const applied = edits.length >= least;
  return edits.map((edit) => ({ ...edit, rule, applied, confidence: applied ? 0.95 : 0.4 }));
}
