/** The rule of edits that change white space only; they are left out of counts and of precision. */
export const LAYOUT_RULE = 'layout';

/** The rule of edits that hide Markdown's marks; like layout, they are no repair. */
export const MARKUP_RULE = 'markup';

/** The rule of what the user corrected herself. */
export const USER_RULE = 'user';

/** The repairs behind an edit's `rule`, in the order they were made; none for an edit that only lays out or hides marks. */
export function repairsOfRule(rule: string): readonly string[] {
  return rule.split('+').filter((name) => name !== LAYOUT_RULE && name !== MARKUP_RULE);
}
