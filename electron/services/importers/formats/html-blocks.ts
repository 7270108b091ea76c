import { Parser } from 'htmlparser2';
import type { BlockStyle } from './document-writer.ts';
import type { DocumentWriter } from './document-writer.ts';
import type { Attributes } from './html-elements.ts';
import { isTextContainer } from './html-containers.ts';
import { raisedText, type Raised } from './raised-text.ts';
import {
  BLOCKS,
  FURNITURE,
  SILENT,
  isBold,
  isHidden,
  isSpacer,
  leadsAway,
  mediaName,
} from './html-elements.ts';
import { nextMark, orderedList, type OrderedList } from './html-lists.ts';
import type { HtmlScan, Markup } from './html-scan.ts';
import { parserOptions } from './html-scan.ts';
import { TableColumns } from './table-columns.ts';

/** What an element sets for the text inside it. */
interface Frame {
  readonly tag: string;
  readonly style: BlockStyle;
  readonly listDepth: number;
  /** How an ordered list is counted; undefined in others. */
  readonly list: OrderedList | undefined;
  readonly isSilent: boolean;
  readonly isExact: boolean;
  readonly isLink: boolean;
  readonly isBold: boolean;
  readonly raised: Raised;
  /** In a row of data: blocks inside do not end the line. */
  readonly isRow: boolean;
  readonly isDataTable: boolean;
  readonly columns: TableColumns | undefined;
  /** Where text that the reading hides begins, or -1. */
  readonly hiddenFrom: number;
}

const ROOT: BlockStyle = { kind: 'paragraph', level: 0, owner: 0, furniture: false };

/** What stands on a page and is not of its text: readings over characters, words that were taken back. */
const UNREAD = new Set(['rt', 'rp', 'del']);

/**
 * Writes the readable text of a page into `writer`, scripts and styles left out, pictures named. Nothing is loaded or run.
 * @param isShown whether what the page hides by style counts as shown: scripts of some sites show the text when it is loaded
 */
export function writeHtml(
  html: string,
  scan: HtmlScan,
  markup: Markup,
  writer: DocumentWriter,
  isShown = false,
): void {
  const walk = new Walk(writer, scan, markup, isShown);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        walk.open(name, attributes);
      },
      ontext: (text) => {
        walk.text(text);
      },
      onclosetag: () => {
        walk.close();
      },
    },
    parserOptions(markup),
  );
  writer.begin(ROOT);
  parser.write(html);
  parser.end();
  writer.end();
}

class Walk {
  readonly #markup: Markup;
  readonly #writer: DocumentWriter;
  readonly #scan: HtmlScan;
  readonly #frames: Frame[] = [];
  #top: Frame = {
    tag: '',
    style: ROOT,
    listDepth: 0,
    list: undefined,
    isSilent: false,
    isExact: false,
    isLink: false,
    isBold: false,
    raised: undefined,
    isRow: false,
    isDataTable: false,
    columns: undefined,
    hiddenFrom: -1,
  };
  #elements = 0;
  #tableCount = 0;
  #listCount = 0;
  readonly #isShown: boolean;

  constructor(writer: DocumentWriter, scan: HtmlScan, markup: Markup, isShown: boolean) {
    this.#isShown = isShown;
    this.#markup = markup;
    this.#writer = writer;
    this.#scan = scan;
  }

  open(tag: string, attributes: Attributes): void {
    const outer = this.#top;
    this.#elements += 1;
    const isData = tag === 'table' ? (this.#scan.tables[this.#tableCount++] ?? false) : outer.isDataTable;
    const inner = this.#enter(tag, attributes, outer, isData);
    this.#frames.push(outer);
    this.#top = inner;
    const isUnnamed = (outer.isSilent && tag !== 'image') || isSpacer(tag, attributes);
    const media = isUnnamed ? undefined : mediaName(tag, attributes);
    if (inner.isSilent) {
      if (media !== undefined) this.#writer.flow(media, outer);
      return;
    }
    if (tag === 'br') this.#lineBreak();
    else if (tag === 'td' || tag === 'th') this.#cell(outer, attributes);
    else if (tag === 'tr') this.#row(inner);
    else if (inner.isRow && tag !== 'tr') this.#partInRow(tag);
    else if (BLOCKS.has(tag)) this.#writer.begin(inner.style);
    if (tag === 'li') this.#listMark(outer, attributes);
    if (media !== undefined) this.#writer.flow(media, inner);
  }

  text(written: string): void {
    const { isSilent, isExact, style, isRow, raised } = this.#top;
    if (isSilent) return;
    const text = raised === undefined ? written : raisedText(written, raised);
    if (!isExact || isRow) {
      this.#writer.flow(text, this.#top);
      return;
    }
    text.split(/\r\n|[\r\n\f]/u).forEach((line, index) => {
      if (index > 0) this.#writer.begin(style);
      const shown = line.trimEnd().replaceAll('\t', '    ');
      if (shown.trim() !== '') this.#writer.exact(shown, this.#top);
    });
  }

  close(): void {
    const inner = this.#top;
    const outer = this.#frames.pop();
    if (outer === undefined) return;
    this.#top = outer;
    if (inner.isSilent) return;
    if (inner.hiddenFrom >= 0) this.#writer.hide(Math.min(inner.hiddenFrom, this.#writer.length));
    if (inner.tag === 'tr' && inner.isRow) inner.columns?.endRow();
    if (inner.tag === 'tr' ? true : BLOCKS.has(inner.tag) && !outer.isRow) this.#writer.begin(outer.style);
    else if (outer.isRow && !inner.tag.startsWith('t')) this.#partInRow(inner.tag);
  }

  #enter(tag: string, attributes: Attributes, outer: Frame, isDataTable: boolean): Frame {
    const isBlock = BLOCKS.has(tag);
    const furniture =
      outer.style.furniture ||
      FURNITURE.has(tag) ||
      (!this.#isShown && isHidden(attributes)) ||
      isRoleOfFurniture(attributes);
    const isList = tag === 'ul' || tag === 'ol' || tag === 'dir';
    const listDepth = outer.listDepth + (isList ? 1 : 0);
    const isRow = outer.isRow || (tag === 'tr' && isDataTable);
    const style: BlockStyle = {
      ...kindOf(tag, isRow, listDepth, outer.style),
      owner: isBlock ? this.#elements : outer.style.owner,
      furniture,
      isMain: outer.style.isMain === true || isTextContainer(tag, attributes),
    };
    const isUnread = UNREAD.has(tag) || attributes['role'] === 'doc-backlink';
    return {
      tag,
      // A hidden part of a line cannot be told from the rest of its block.
      style: isBlock ? style : { ...outer.style, owner: style.owner },
      listDepth,
      list: tag === 'ol' ? orderedList(attributes, this.#scan.lists[this.#listCount++] ?? 0) : undefined,
      isSilent: outer.isSilent || SILENT.has(tag),
      isExact: outer.isExact || tag === 'pre' || tag === 'textarea' || tag === 'plaintext',
      isLink: outer.isLink || (tag === 'a' && leadsAway(attributes)),
      isBold: isBold(tag, attributes, outer.isBold),
      raised: tag === 'sup' || tag === 'sub' ? tag : outer.raised,
      isRow,
      isDataTable,
      columns: tag === 'table' && isDataTable ? new TableColumns(this.#writer) : outer.columns,
      hiddenFrom: isUnread || (!isBlock && furniture && !outer.style.furniture) ? this.#writer.length : -1,
    };
  }

  #lineBreak(): void {
    if (this.#top.isRow) this.#writer.flow(' ');
    else this.#writer.begin(this.#top.style);
  }

  #row(row: Frame): void {
    row.columns?.beginRow();
    this.#writer.begin(row.style);
  }

  #cell(row: Frame, attributes: Attributes): void {
    if (!row.isRow || row.columns === undefined) {
      this.#writer.begin(this.#top.style);
      return;
    }
    row.columns.beginCell(Number(attributes['colspan'] ?? 1), Number(attributes['rowspan'] ?? 1));
  }

  #partInRow(tag: string): void {
    if (BLOCKS.has(tag)) this.#writer.flow(' ');
  }

  #listMark({ list }: Frame, attributes: Attributes): void {
    if (this.#markup === 'word') return;
    const mark = list === undefined ? '• ' : nextMark(list, attributes);
    if (!this.#top.isRow) this.#writer.lead(mark);
  }
}

function kindOf(
  tag: string,
  isRow: boolean,
  listDepth: number,
  outer: BlockStyle,
): Pick<BlockStyle, 'kind' | 'level'> {
  if (isRow) return { kind: 'table-row', level: 0 };
  const heading = /^h([1-6])$/u.exec(tag)?.[1];
  if (heading !== undefined) return { kind: 'heading', level: Number(heading) };
  if (tag === 'caption' || tag === 'figcaption') return { kind: 'caption', level: 0 };
  if (tag === 'li') return { kind: 'list-item', level: Math.max(1, listDepth) };
  // Paragraphs inside a heading or an item stay part of it.
  if (outer.kind === 'heading' || outer.kind === 'list-item' || outer.kind === 'caption') return outer;
  return { kind: 'paragraph', level: 0 };
}

function isRoleOfFurniture(attributes: Attributes): boolean {
  return /^(?:navigation|banner|contentinfo|search)$/u.test(attributes['role'] ?? '');
}
