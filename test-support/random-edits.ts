import fc from 'fast-check';
import type { Edit } from '#core/text/edit.ts';

/** Text with characters of one and two code units, line breaks and brackets. */
export const texts: fc.Arbitrary<string> = fc
  .array(fc.constantFrom('教', '育', 'a', '(', ')', '\n', ' ', '\u{20000}', '，'), { maxLength: 40 })
  .map((characters) => characters.join(''));

/** A step of a random list of edits: `skip` code units, then an edit of `length` code units. */
const steps = fc.array(
  fc.record({
    skip: fc.constantFrom(0, 0, 1, 2, 4),
    length: fc.nat({ max: 4 }),
    after: fc.constantFrom('', '', 'X', 'YZ', '\n', '\u{20001}'),
    applied: fc.constantFrom(true, true, true, false),
  }),
  { maxLength: 10 },
);
export type EditSteps = typeof steps extends fc.Arbitrary<infer T> ? T : never;
export const editSteps: fc.Arbitrary<EditSteps> = steps;

/** An ordered list without overlaps on `text`. No two of its edits insert at one place. */
export function editsOfSteps(
  text: string,
  list: EditSteps,
  rule: string,
  allApplied: boolean,
): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let lastInsertion = -1;
  for (const step of list) {
    const start = at + step.skip;
    const end = start + step.length;
    if (end > text.length) break;
    at = end;
    const before = text.slice(start, end);
    if (before === step.after || (start === end && lastInsertion === start)) continue;
    if (start === end) lastInsertion = start;
    edits.push({
      start,
      end,
      before,
      after: step.after,
      rule,
      confidence: 1,
      applied: allApplied || step.applied,
    });
  }
  return edits;
}
