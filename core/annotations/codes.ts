/** The codes every library has; users add their own, so `code` in a record is any code id. */
export const BUILT_IN_CODES = ['yellow', 'red', 'green', 'blue', 'purple'] as const;

/** What a code can be drawn in. A theme has a fill and a tone for each (renderer/styles/tokens.css). */
export const CODE_COLOURS = [...BUILT_IN_CODES, 'orange', 'teal', 'pink', 'brown', 'olive'] as const;
export type CodeColour = (typeof CODE_COLOURS)[number];

/** Longest name of a code or a project, in UTF-16 units. */
export const LONGEST_NAME = 100;

/** The colour that a code is drawn in; `other` for one that this version does not know. */
export function drawnColour(color: string): CodeColour | 'other' {
  return CODE_COLOURS.find((known) => known === color) ?? 'other';
}
