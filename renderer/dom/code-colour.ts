import { BUILT_IN_CODES, drawnColour } from '#core/annotations/codes.ts';
import type { Code } from '#core/annotations/codes-record.ts';
import { cssName, type HighlightColours } from './highlight-sheet.ts';

/** The solid tone of a code as a CSS value, for bars and borders. */
export function codeTone(code: string): string {
  return `var(--of-${cssName(code)}, var(--code-${knownCode(code)}))`;
}

/** How a round swatch of a code is drawn, as properties of an element's style. */
export interface SwatchStyle {
  readonly background: string;
  readonly boxShadow: string;
}

/**
 * A swatch of a code: its body has the colour of what it marks, and its edge the tone, which can be seen on any surface. A
 * yellow that is dark enough to be seen by itself is no yellow any more.
 */
export function codeSwatch(code: string): SwatchStyle {
  return swatchOf(`var(--of-${cssName(code)}-body, var(--code-${knownCode(code)}-body))`, codeTone(code));
}

/** The same of a colour of the palette. */
export function paletteSwatch(color: string): SwatchStyle {
  const drawn = drawnColour(color);
  return swatchOf(`var(--code-${drawn}-body)`, `var(--code-${drawn})`);
}

function swatchOf(body: string, tone: string): SwatchStyle {
  return { background: body, boxShadow: `inset 0 0 0 1.5px ${tone}` };
}

/**
 * Tells the page which colour each code has, as custom properties of its root: everything that is drawn in a code's tone
 * follows, and `data-codes` changes for who must write colours out.
 */
export function writeCodeColours(root: HTMLElement, codes: readonly Pick<Code, 'id' | 'color'>[]): void {
  for (const { id, color } of codes) {
    const drawn = drawnColour(color);
    root.style.setProperty(`--of-${cssName(id)}`, `var(--code-${drawn})`);
    root.style.setProperty(`--of-${cssName(id)}-fill`, `var(--code-${drawn}-fill)`);
    root.style.setProperty(`--of-${cssName(id)}-body`, `var(--code-${drawn}-body)`);
  }
  root.dataset['codes'] = codes.map(({ id, color }) => `${id}:${color}`).join(' ');
}

/** The colours of all highlights as the page's theme has them now; highlights cannot read custom properties themselves. */
export function themeColours(root: HTMLElement, codes: Iterable<string>): HighlightColours {
  const style = getComputedStyle(root);
  const read = (name: string): string => style.getPropertyValue(name).trim() || 'transparent';
  const readFirst = (name: string, other: string): string =>
    style.getPropertyValue(name).trim() || read(other);
  return {
    codes: [...new Set([...BUILT_IN_CODES, ...codes])].map((code) => ({
      code,
      fill: readFirst(`--of-${cssName(code)}-fill`, `--code-${knownCode(code)}-fill`),
      tone: readFirst(`--of-${cssName(code)}`, `--code-${knownCode(code)}`),
    })),
    hit: read('--search-fill'),
    currentHit: read('--search-current'),
    flash: read('--vermilion-wash'),
    removed: read('--vermilion-wash'),
    removedInk: read('--ink-faint'),
    edit: read('--vermilion'),
    editOff: read('--line-strong'),
    asks: read('--asks'),
    doubtful: read('--ink-faint'),
  };
}

function knownCode(code: string): string {
  return BUILT_IN_CODES.some((known) => known === code) ? code : 'other';
}
