import { applyChanges, type XmlChange } from './xml-changes.ts';
import { walkXml } from './xml-walk.ts';

/** The styles of headings that this file gives, by level from 1. */
export const OUTLINE_STYLE = 'ZhupiHeading';
/** Levels from 1 that pages know. */
export const DEEPEST_OUTLINE = 6;
/** A paragraph with more text is no heading, whatever level it has by mistake. */
const LONGEST_HEADING = 100;
/** Names of styles that are read as headings or captions by themselves. */
const KNOWN_STYLE = /^(?:heading \d|title|标题|caption|题注)$/iu;

interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** Its style: the tag, and the name that it has. */
  styleTag: readonly [number, number] | undefined;
  style: string;
  level: number | undefined;
  propertiesEnd: number;
  chars: number;
}

/**
 * The XML of a Word file's text in which paragraphs with an outline level, their own or their style's, are headings: templates
 * of offices call their styles as they like. Rows of tables stay as they are.
 */
export function withOutlineHeadings(xml: string, stylesXml: string): string {
  const levels = levelsOfStyles(stylesXml);
  if (levels.size === 0 && !xml.includes('<w:outlineLvl')) return xml;
  const changes: XmlChange[] = [];
  const open: Paragraph[] = [];
  let tables = 0;
  let isText = false;
  walkXml(xml, {
    open: (name, attributes, start, end) => {
      const paragraph = open.at(-1);
      const value = attributes['w:val'] ?? '';
      if (name === 'w:tbl') tables += 1;
      else if (name === 'w:p') {
        open.push({
          start,
          end,
          styleTag: undefined,
          style: '',
          level: undefined,
          propertiesEnd: -1,
          chars: 0,
        });
      } else if (name === 'w:t') isText = true;
      else if (paragraph === undefined || paragraph.propertiesEnd >= 0) return;
      else if (name === 'w:pStyle') [paragraph.styleTag, paragraph.style] = [[start, end], value];
      else if (name === 'w:outlineLvl') paragraph.level = levelOf(value);
    },
    text: (piece) => {
      const paragraph = open.at(-1);
      if (isText && paragraph !== undefined) paragraph.chars += piece.length;
    },
    close: (name, start) => {
      const paragraph = open.at(-1);
      if (name === 'w:tbl') tables -= 1;
      else if (name === 'w:t') isText = false;
      else if (name === 'w:pPr' && paragraph !== undefined && paragraph.propertiesEnd < 0) {
        paragraph.propertiesEnd = start;
      } else if (name === 'w:p') {
        open.pop();
        if (paragraph !== undefined && tables === 0) makeHeading(changes, paragraph, levels);
      }
    },
  });
  return applyChanges(xml, changes);
}

function makeHeading(
  changes: XmlChange[],
  { styleTag, style, level, propertiesEnd, chars }: Paragraph,
  levels: ReadonlyMap<string, number>,
): void {
  const depth = level ?? levels.get(style) ?? 0;
  if (levels.get(style) === KNOWN || depth < 1 || depth > DEEPEST_OUTLINE) return;
  if (propertiesEnd < 0 || chars === 0 || chars > LONGEST_HEADING) return;
  const [start, end] = styleTag ?? [propertiesEnd, propertiesEnd];
  changes.push({ start, end, text: `<w:pStyle w:val="${OUTLINE_STYLE}${depth}"/>` });
}

/** Of a style that is read as what it is without its level. */
const KNOWN = -1;

/** From 1; level 9 of Word is text. */
function levelOf(written: string): number {
  const level = Number(written);
  return Number.isInteger(level) && level >= 0 && level < 9 ? Math.min(level + 1, DEEPEST_OUTLINE) : 0;
}

/** Outline levels of styles, from 1; a style has the level of the one it is based on. */
function levelsOfStyles(xml: string): ReadonlyMap<string, number> {
  const own = new Map<string, { base: string; name: string; level: number | undefined }>();
  let style: { base: string; name: string; level: number | undefined } | undefined;
  walkXml(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') {
        style = { base: '', name: '', level: undefined };
        own.set(attributes['w:styleId'] ?? '', style);
      } else if (style === undefined) return;
      else if (name === 'w:name') style.name = value;
      else if (name === 'w:basedOn') style.base = value;
      else if (name === 'w:outlineLvl') style.level = levelOf(value);
    },
  });
  const levels = new Map<string, number>();
  for (const [id, { name }] of own) {
    let at = own.get(id);
    const seen = new Set<unknown>();
    while (at !== undefined && at.level === undefined && !seen.has(at)) {
      seen.add(at);
      at = own.get(at.base);
    }
    if (KNOWN_STYLE.test(name)) levels.set(id, KNOWN);
    else if (at?.level !== undefined && at.level > 0) levels.set(id, at.level);
  }
  return levels;
}
