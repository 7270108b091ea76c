import { applyChanges, escapeXml, type XmlChange } from './xml-changes.ts';
import { walkXml, type XmlAttributes } from './xml-walk.ts';

/** The style of a run that holds the reading of the characters before it. */
export const READING_STYLE = 'ZhupiReading';
/** The style of a run that Word does not show. */
export const HIDDEN_STYLE = 'ZhupiHidden';

/** What a drawing or a formula began with, until it ends. */
interface Open {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Tags between a drawing and the text of its boxes. */
  readonly frames: XmlChange[];
  text: string;
  label: string;
  hasBox: boolean;
  hasChart: boolean;
  hasDiagram: boolean;
  hasPicture: boolean;
  /** Whether a picture leads nowhere; the library would drop it, or stop at it. */
  isPictureLost: boolean;
  /** Of AlternateContent: the tags of its choice and its fallback, and whether the fallback shows anything. */
  readonly ways: XmlChange[];
  isShown: boolean;
}

/** Elements that only wrap text; the library would leave them out with all they hold. */
const WRAPPERS = new Set(
  'w:fldSimple w:dir w:bdo w:ruby w:rubyBase m:oMathPara v:oval v:polyline v:line'.split(' '),
);
const FRAMES = new Set(
  'wp:inline wp:anchor a:graphic a:graphicData wps:wsp wps:txbx wpg:wgp wpg:grpSp wpc:wpc wpc:whole'.split(
    ' ',
  ),
);
const HELD = new Set(['mc:AlternateContent', 'w:drawing', 'm:oMath', 'w:rt']);
const SHOWN = new Set(['w:t', 'v:imagedata', 'w:drawing', 'w:object']);
const SAME: Readonly<Record<string, string>> = { 'w:cr': '<w:br/>', 'w:ptab': '<w:tab/>' };
const BEFORE_PART: Readonly<Record<string, string>> = { 'm:den': '/', 'm:sup': '^', 'm:sub': '_' };
const NEEDED =
  /<(?:w:(?:fldSimple|dir|bdo|ruby|cr|ptab|altChunk|vanish)|m:oMath|v:(?:oval|polyline|line|imagedata)|mc:AlternateContent|w:drawing)[\s/>]/u;

interface ReadableOptions {
  readonly diagrams: readonly string[];
  readonly known: ReadonlySet<string>;
}

/**
 * The XML of a Word file's text in which nothing is left that the library would drop in silence: formulas, charts, diagrams and
 * embedded parts are named, text boxes of drawings stand where it looks for them, fields, directions and readings are unwrapped.
 * Hidden text has a style of its own.
 * @param diagrams the words of each diagram, in order
 * @param known ids of what the part leads to
 */
export function readableXml(xml: string, { diagrams, known }: ReadableOptions): string {
  if (!NEEDED.test(xml)) return xml;
  const changes: XmlChange[] = [];
  const open: Open[] = [];
  const names: string[] = [];
  let nextDiagram = 0;
  /** Where the properties of the run begin; -1 outside of them. */
  let runFrom = -1;
  const holder = (name: string): Open | undefined => open.findLast((one) => one.name === name);
  walkXml(xml, {
    open: (name, attributes, start, end) => {
      names.push(name);
      const isAlone = xml.startsWith('/>', end - 2);
      if (name === 'w:rPr') runFrom = names.at(-2) === 'w:r' ? end : -1;
      else if (name === 'w:vanish' && runFrom >= 0 && isOn(attributes)) {
        changes.push({ start: runFrom, end: runFrom, text: `<w:rStyle w:val="${HIDDEN_STYLE}"/>` });
      }
      if (name === 'v:imagedata' && !known.has(attributes['r:id'] ?? '')) {
        const label = named('图', attributes['o:title'] ?? '');
        const lost = names.includes('w:object') ? textOf(label) : paragraphOf(label);
        changes.push({ start, end, text: isAlone ? lost : `${lost}<v:imagedata>` });
      }
      if (name === 'a:blip' && !isFound(attributes, known)) {
        const picture = holder('w:drawing');
        if (picture !== undefined) picture.isPictureLost = true;
        changes.push({ start, end, text: isAlone ? '<a:blip/>' : '<a:blip>' });
      }
      for (const one of open) note(one, name, attributes, { start, end, text: isAlone ? '/' : '' });
      const formula = holder('m:oMath');
      if (formula !== undefined) formula.text += BEFORE_PART[name] ?? '';
      if (HELD.has(name)) open.push(opened(name, start, end));
      else if (WRAPPERS.has(name)) changes.push({ start, end, text: '' });
      const same = SAME[name];
      if (same !== undefined && isAlone) changes.push({ start, end, text: same });
      if (name === 'w:altChunk') changes.push({ start, end: start, text: paragraphOf('[嵌入]') });
    },
    text: (piece) => {
      const name = names.at(-1);
      if (name === 'm:t') addText(holder('m:oMath'), piece);
      else if (name === 'w:t') addText(holder('w:rt'), piece);
    },
    close: (name, start, end) => {
      names.pop();
      if (name === 'w:rPr') runFrom = -1;
      if (WRAPPERS.has(name)) changes.push({ start, end, text: '' });
      const tag = { start, end, text: '' };
      if (FRAMES.has(name)) holder('w:drawing')?.frames.push(tag);
      if (isWay(name)) open.at(-1)?.ways.push({ ...tag, text: otherWay(name, '/') });
      if (open.at(-1)?.name !== name) return;
      const held = open.pop();
      if (held === undefined) return;
      if (name === 'm:oMath') changes.push({ start: held.start, end, text: runOf(named('公式', held.text)) });
      else if (name === 'w:rt') {
        changes.push({ start: held.start, end, text: runOf(held.text, READING_STYLE) });
      } else if (name === 'mc:AlternateContent') {
        if (!held.isShown) changes.push(...held.ways);
      } else if (held.hasBox) changes.push(...boxChanges(held, tag));
      else if (held.isPictureLost && held.hasPicture) {
        changes.push({ start: end, end, text: textOf(named('图', held.label)) });
      } else if (held.hasDiagram || held.hasChart) {
        const words = held.hasDiagram ? (diagrams[nextDiagram++] ?? '') : '';
        const label = [held.label, words].filter((part) => part !== '').join('：');
        changes.push({ start: end, end, text: textOf(named(held.hasDiagram ? '图示' : '图表', label)) });
      }
    },
  });
  return applyChanges(xml, changes);
}

function opened(name: string, start: number, end: number): Open {
  return {
    ...{ name, start, end, frames: [], ways: [], text: '', label: '' },
    ...{ hasBox: false, hasChart: false, hasDiagram: false, isShown: false },
    ...{ hasPicture: false, isPictureLost: false },
  };
}

/** Keeps what is said inside of something held; the text of `tag` is the slash of one that ends itself. */
function note(held: Open, name: string, attributes: XmlAttributes, tag: XmlChange): void {
  if (held.name === 'mc:AlternateContent') {
    if (isWay(name)) held.ways.push({ ...tag, text: otherWay(name, '').replace('>', `${tag.text}>`) });
    // Only what stands in the fallback counts: it is the last of the ways that were begun.
    else if (SHOWN.has(name) && held.ways.at(-1)?.text === '<mc:Choice>') held.isShown = true;
  }
  if (held.name !== 'w:drawing') return;
  if (FRAMES.has(name)) held.frames.push({ ...tag, text: '' });
  else if (name === 'w:txbxContent') held.hasBox = true;
  else if (name === 'c:chart' || name === 'cx:chart') held.hasChart = true;
  else if (name === 'dgm:relIds') held.hasDiagram = true;
  else if (name === 'wp:docPr') held.label = attributes['descr'] ?? attributes['title'] ?? '';
  else if (name === 'pic:pic') held.hasPicture = true;
  if (name === 'pic:pic') held.frames.push({ ...tag, end: tag.start, text: paragraphOf('[图]') });
}

/** Whether a property of a run that says nothing else is switched on. */
function isOn(attributes: XmlAttributes): boolean {
  return !/^(?:0|false|off)$/u.test(attributes['w:val'] ?? '');
}

/** Whether a picture leads to a part of the file, or to one outside of it. */
function isFound(attributes: XmlAttributes, known: ReadonlySet<string>): boolean {
  return known.has(attributes['r:embed'] || attributes['r:link'] || '');
}

function addText(held: Open | undefined, piece: string): void {
  if (held !== undefined) held.text += piece;
}

function isWay(name: string): boolean {
  return name === 'mc:Choice' || name === 'mc:Fallback';
}

/** The tag that makes of a choice the fallback, which the library reads, and of a fallback that shows nothing a choice. */
function otherWay(name: string, slash: string): string {
  return `<${slash}${name === 'mc:Choice' ? 'mc:Fallback' : 'mc:Choice'}>`;
}

/** A drawing with a text box, as the old kind of picture whose boxes are read. */
function boxChanges({ start, end, frames }: Open, close: XmlChange): readonly XmlChange[] {
  return [{ start, end, text: '<w:pict>' }, ...frames, { ...close, text: '</w:pict>' }];
}

function named(sort: string, name: string): string {
  const line = name.replace(/\s+/gu, ' ').trim().slice(0, 2_000);
  return line === '' ? `[${sort}]` : `[${sort}：${line}]`;
}

function textOf(text: string): string {
  return `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
}

function runOf(text: string, style = ''): string {
  const properties = style === '' ? '' : `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`;
  return `<w:r>${properties}${textOf(text)}</w:r>`;
}

function paragraphOf(text: string): string {
  return `<w:p>${runOf(text)}</w:p>`;
}
