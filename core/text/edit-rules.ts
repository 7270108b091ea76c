/** The rule of edits that change white space only; they are left out of counts and of precision. */
export const LAYOUT_RULE = 'layout';

/** The rule of edits that hide Markdown's marks; like layout, they are no repair. */
export const MARKUP_RULE = 'markup';
