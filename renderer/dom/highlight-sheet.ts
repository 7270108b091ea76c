import { laneName, STACK_DEPTH } from './highlight-painter.ts';

/** Colours of one code, as CSS values. */
export interface CodeColours {
  readonly code: string;
  /** Translucent, so that fills over each other stack. */
  readonly fill: string;
  /** Solid, for underlines. */
  readonly tone: string;
}

export interface HighlightColours {
  readonly codes: readonly CodeColours[];
  readonly hit: string;
  readonly currentHit: string;
  readonly flash: string;
}

/** Styles that are not a code's. */
export const HIT_STYLE = 'search-hit';
export const CURRENT_HIT_STYLE = 'search-current';
export const FLASH_STYLE = 'flash';

/** The style of a passage filled in a code's colour. Ids of codes may hold any character; names in CSS may not. */
export function fillStyle(code: string): string {
  return `code-${cssName(code)}`;
}

/** The style of a passage underlined in a code's colour. */
export function lineStyle(code: string): string {
  return `line-${cssName(code)}`;
}

/** The rules for all highlights of the page. */
export function highlightRules(colours: HighlightColours): string {
  const rules: string[] = [];
  for (const { code, fill, tone } of colours.codes) {
    for (let lane = 0; lane < STACK_DEPTH; lane += 1) {
      rules.push(`::highlight(${laneName(fillStyle(code), lane)}) { background-color: ${fill}; }`);
      rules.push(
        `::highlight(${laneName(lineStyle(code), lane)}) { text-decoration: underline 2px ${tone}; text-underline-offset: ${4 + 3 * lane}px; }`,
      );
    }
  }
  const others = [
    [HIT_STYLE, colours.hit],
    [CURRENT_HIT_STYLE, colours.currentHit],
    [FLASH_STYLE, colours.flash],
  ] as const;
  for (const [style, colour] of others) {
    for (let lane = 0; lane < STACK_DEPTH; lane += 1) {
      rules.push(`::highlight(${laneName(style, lane)}) { background-color: ${colour}; }`);
    }
  }
  return rules.join('\n');
}

/** What is painted over what: codes, then underlines, then hits, the current hit and the flash. */
export function paintPriority(style: string): number {
  if (style === FLASH_STYLE) return 4;
  if (style === CURRENT_HIT_STYLE) return 3;
  if (style === HIT_STYLE) return 2;
  return style.startsWith('line-') ? 1 : 0;
}

/** A style sheet of the page that scripts write; the page's CSP forbids style elements. The answer takes it away. */
export class PageSheet {
  readonly #sheet = new CSSStyleSheet();

  constructor(page: Document) {
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, this.#sheet];
  }

  write(rules: string): void {
    this.#sheet.replaceSync(rules);
  }
}

function cssName(code: string): string {
  return code.replace(/[^a-zA-Z0-9-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}`);
}
