import { BUILT_IN_CODES } from '#core/annotations/codes.ts';
import type { HighlightColours } from './highlight-sheet.ts';

/** The solid tone of a code as a CSS value, for swatches and bars. */
export function codeTone(code: string): string {
  return `var(--code-${knownCode(code)})`;
}

/** The colours of all highlights as the page's theme has them now; highlights cannot read custom properties themselves. */
export function themeColours(root: HTMLElement, codes: Iterable<string>): HighlightColours {
  const style = getComputedStyle(root);
  const read = (name: string): string => style.getPropertyValue(name).trim() || 'transparent';
  return {
    codes: [...new Set([...BUILT_IN_CODES, ...codes])].map((code) => ({
      code,
      fill: read(`--code-${knownCode(code)}-fill`),
      tone: read(`--code-${knownCode(code)}`),
    })),
    hit: read('--search-fill'),
    currentHit: read('--search-current'),
    flash: read('--vermilion-wash'),
    removed: read('--vermilion-wash'),
    removedInk: read('--ink-faint'),
    edit: read('--vermilion'),
    editOff: read('--line-strong'),
  };
}

function knownCode(code: string): string {
  return BUILT_IN_CODES.some((known) => known === code) ? code : 'other';
}
