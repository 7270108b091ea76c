import * as z from 'zod';

/**
 * One change of the source text on its way to the reading text: `before` (the source's slice at [start, end)) is shown
 * as `after`. Edits of a report are one ordered list without overlaps, in UTF-16 offsets of the source (DESIGN 9.12).
 */
export const editSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  before: z.string(),
  after: z.string(),
  /** Names of the rules behind it, joined by `+` where overlapping edits were merged. */
  rule: z.string(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** Whether the reading text shows it; false for a proposal that the user has not taken, or an edit switched off. */
  applied: z.boolean(),
  /** Set where the user herself decided whether it is applied, also when she left it as the rules have it. */
  decided: z.literal(true).optional(),
});
export type Edit = Readonly<z.infer<typeof editSchema>>;

export { LAYOUT_RULE, MARKUP_RULE, repairsOfRule, USER_RULE } from './edit-rules.ts';
