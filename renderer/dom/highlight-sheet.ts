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
  /** Behind text that the repairs take out of the source, and its ink. */
  readonly removed: string;
  readonly removedInk: string;
  /** Under text that they replace, and at the seams where they insert. */
  readonly edit: string;
  /** Under what they propose, or what the user switched off. */
  readonly editOff: string;
  /** Under what the repairs are not sure of. */
  readonly asks: string;
  /** Under characters that could be written otherwise. */
  readonly doubtful: string;
}

/** Styles that are not a code's. */
export const HIT_STYLE = 'search-hit';
export const CURRENT_HIT_STYLE = 'search-current';
export const FLASH_STYLE = 'flash';

/** Styles of edits over the source text. */
export const REMOVED_STYLE = 'edit-removed';
export const REPLACED_STYLE = 'edit-replaced';
export const EDIT_SEAM_STYLE = 'edit-seam';
export const EDIT_OFF_STYLE = 'edit-off';

/** What the rules propose and leave to the user, over the reading text too. */
export const ASKS_STYLE = 'edit-asks';

/** Characters that could be written otherwise, and those whose way the user has chosen. */
export const DOUBTFUL_STYLE = 'doubtful';
export const CHOSEN_STYLE = 'doubtful-chosen';

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
        `::highlight(${laneName(lineStyle(code), lane)}) { text-decoration: underline 3px ${tone}; text-underline-offset: ${4 + 4 * lane}px; }`,
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
  const edits = [
    [
      REMOVED_STYLE,
      `background-color: ${colours.removed}; color: ${colours.removedInk}; text-decoration: line-through 1px ${colours.edit};`,
    ],
    [REPLACED_STYLE, `text-decoration: underline dotted 2px ${colours.edit}; text-underline-offset: 5px;`],
    [EDIT_SEAM_STYLE, `text-decoration: underline wavy 1px ${colours.edit}; text-underline-offset: 5px;`],
    [EDIT_OFF_STYLE, `text-decoration: underline dashed 1px ${colours.editOff}; text-underline-offset: 5px;`],
    [ASKS_STYLE, `text-decoration: underline dotted 2px ${colours.asks}; text-underline-offset: 5px;`],
    [
      DOUBTFUL_STYLE,
      `text-decoration: underline dotted 2px ${colours.doubtful}; text-underline-offset: 5px;`,
    ],
    [CHOSEN_STYLE, `text-decoration: underline solid 1px ${colours.doubtful}; text-underline-offset: 5px;`],
  ] as const;
  for (const [style, declarations] of edits) {
    for (let lane = 0; lane < STACK_DEPTH; lane += 1) {
      rules.push(`::highlight(${laneName(style, lane)}) { ${declarations} }`);
    }
  }
  return rules.join('\n');
}

/** What is painted over what: codes, then underlines, then hits, the current hit and the flash. */
export function paintPriority(style: string): number {
  if (style === FLASH_STYLE) return 4;
  if (style === CURRENT_HIT_STYLE) return 3;
  if (style === HIT_STYLE) return 2;
  return style.startsWith('line-') || style.startsWith('edit-') || style.startsWith(DOUBTFUL_STYLE) ? 1 : 0;
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

/** The id of a code as a part of a name in CSS. */
export function cssName(code: string): string {
  return code.replace(/[^a-zA-Z0-9-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}`);
}
