import { listNumber } from './list-numbers.ts';
import { walkXml } from './xml-walk.ts';

interface Level {
  start: number;
  format: string;
  /** What is written, with %1 to %9 for the numbers of the levels. */
  text: string;
  isLegal: boolean;
}

type Levels = Map<number, Level>;

interface List {
  readonly abstractId: string;
  /** Levels of this list that differ, and numbers it begins with anew. */
  readonly levels: Levels;
  readonly starts: Map<number, number>;
}

/** Which list a paragraph is of, and at which depth from 0. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** The number or mark that Word shows before a paragraph. */
export interface ListLabel {
  readonly text: string;
  readonly isBullet: boolean;
}

const DEEPEST = 8;

/** The lists of a Word file (ECMA-376 part 1, 17.9): what numbers stand before its paragraphs. */
export class DocxNumbering {
  readonly #abstract = new Map<string, Levels>();
  readonly #lists = new Map<string, List>();
  readonly #styles: ReadonlyMap<string, ListPlace>;
  /** Last numbers by abstract list. Lists of one abstract list count on. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(numberingXml: string, stylesXml: string) {
    this.#read(numberingXml);
    this.#styles = listsOfStyles(stylesXml);
  }

  /** The list of a paragraph by its style. */
  placeOfStyle(style: string): ListPlace | undefined {
    return this.#styles.get(style);
  }

  /** Counts a paragraph; undefined when it is in no list, or its list shows nothing. */
  next({ list, level }: ListPlace): ListLabel | undefined {
    const found = this.#lists.get(list);
    const own = found === undefined ? undefined : this.#levelOf(found, level);
    if (found === undefined || own === undefined) return undefined;
    const counts = this.#counts.get(found.abstractId) ?? [];
    this.#counts.set(found.abstractId, counts);
    const restart = this.#begun.has(`${list} ${level}`) ? undefined : found.starts.get(level);
    this.#begun.add(`${list} ${level}`);
    const before = counts[level];
    counts[level] = restart ?? (before === undefined ? own.start : before + 1);
    counts.length = level + 1;
    if (own.format === 'bullet') return label('•', true);
    const text = own.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = this.#levelOf(found, at);
      if (other?.format === 'none') return '';
      const value = counts[at] ?? other?.start ?? 1;
      return listNumber(value, own.isLegal && at < level ? 'decimal' : (other?.format ?? 'decimal'));
    });
    return label(text, false);
  }

  #levelOf(list: List, level: number): Level | undefined {
    return list.levels.get(level) ?? this.#abstract.get(list.abstractId)?.get(level);
  }

  #read(xml: string): void {
    let levels: Levels = new Map();
    let list: List | undefined;
    let level: Level | undefined;
    let at = 0;
    walkXml(xml, {
      open: (name, attributes) => {
        const value = attributes['w:val'] ?? '';
        switch (name) {
          case 'w:abstractNum':
            levels = new Map();
            this.#abstract.set(attributes['w:abstractNumId'] ?? '', levels);
            break;
          case 'w:num':
            list = { abstractId: '', levels: new Map(), starts: new Map() };
            levels = list.levels;
            this.#lists.set(attributes['w:numId'] ?? '', list);
            break;
          case 'w:abstractNumId':
            if (list !== undefined) {
              const [id] = [...this.#lists].find(([, one]) => one === list) ?? [''];
              list = { ...list, abstractId: value };
              this.#lists.set(id, list);
            }
            break;
          case 'w:lvlOverride':
            at = levelNumber(attributes['w:ilvl']);
            break;
          case 'w:startOverride':
            list?.starts.set(at, Number(value) || 0);
            break;
          case 'w:lvl':
            level = { start: 1, format: 'decimal', text: '', isLegal: false };
            levels.set(levelNumber(attributes['w:ilvl']), level);
            break;
          case 'w:start':
            if (level !== undefined) level.start = Number(value) || 0;
            break;
          case 'w:numFmt':
            if (level !== undefined) level.format = value;
            break;
          case 'w:lvlText':
            if (level !== undefined) level.text = value.slice(0, 100);
            break;
          case 'w:isLgl':
            if (level !== undefined) level.isLegal = value !== '0' && value !== 'false';
            break;
          default:
        }
      },
      close: (name) => {
        if (name === 'w:lvl') level = undefined;
      },
    });
  }
}

function label(text: string, isBullet: boolean): ListLabel | undefined {
  return text.trim() === '' ? undefined : { text, isBullet };
}

export function levelNumber(written: string | undefined): number {
  const level = Number(written ?? 0);
  return Number.isInteger(level) && level >= 0 && level <= DEEPEST ? level : 0;
}

/** Lists that paragraphs are in by their style; a style has the list of the one it is based on. */
function listsOfStyles(xml: string): ReadonlyMap<string, ListPlace> {
  const own = new Map<string, { base: string; list: string; level: number }>();
  let style = { base: '', list: '', level: 0 };
  walkXml(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') {
        style = { base: '', list: '', level: 0 };
        own.set(attributes['w:styleId'] ?? '', style);
      } else if (name === 'w:basedOn') style.base = value;
      else if (name === 'w:numId') style.list = value;
      else if (name === 'w:ilvl') style.level = levelNumber(value);
    },
  });
  const places = new Map<string, ListPlace>();
  for (const id of own.keys()) {
    let at: string = id;
    const seen = new Set<string>();
    while (!seen.has(at) && own.get(at)?.list === '') {
      seen.add(at);
      at = own.get(at)?.base ?? '';
    }
    const found = own.get(at);
    if (found !== undefined && found.list !== '' && found.list !== '0') {
      places.set(id, { list: found.list, level: found.level });
    }
  }
  return places;
}
