import type { ExportedNote, Sha256Hex } from './exported-report.ts';
import { inlineMarkdown, quoteMarkdown } from './markdown-text.ts';
import { noteMarkdown } from './note-markdown.ts';

/**
 * One note in a Markdown file:
 *
 * `<!-- zhupi ID HASH -->`, the quote, a line `^ID`, the note, the line of tags, label and link, `<!-- /zhupi ID -->`.
 *
 * HASH is 12 hex digits of the SHA-256 of what stands between, with LF. It tells at the next export whether the user
 * has changed the block (DESIGN 9.22). Users' vaults live with this format: it does not change.
 */
export interface MarkdownBlock {
  readonly id: string;
  /** Quote, `^ID`, note and last line, with LF; a blank line stands between it and each comment. */
  readonly body: string;
}

/** The block of a note; a style may write its inside in another way than the format's own. */
export function blockOf(note: ExportedNote, bodyOf: (note: ExportedNote) => string = ownBody): MarkdownBlock {
  return { id: note.id, body: bodyOf(note) };
}

/** Quote, `^ID`, note and last line. */
function ownBody(note: ExportedNote): string {
  const parts = [
    ...(note.quote.length > 0 ? [quoteMarkdown(quotedParagraphs(note))] : []),
    `^${note.id}`,
    ...(note.note.trim() === '' ? [] : [noteMarkdown(note.note)]),
    footer(note),
  ];
  return parts.join('\n\n');
}

/** The passage and, where another script was asked for and differs, the same in that script below it. */
function quotedParagraphs({ quote, shown }: ExportedNote): readonly string[] {
  return shown.join('\n') === quote.join('\n') ? quote : [...quote, ...shown];
}

/** The block as it stands in a file, with LF and no line end behind it. */
export function writeBlock(block: MarkdownBlock, sha256Hex: Sha256Hex): string {
  return wrap(block, ` ${blockHash(between(block), sha256Hex)}`);
}

/** Ours beside a block that the user has changed. It carries no hash: it is replaced at the next export. */
export function writeConflict(block: MarkdownBlock): string {
  // The user's own block keeps the block id; a second ^id in one file would make Obsidian's links ambiguous.
  return wrap({ id: block.id, body: withoutBlockId(block) }, ' conflict');
}

/** The inside of a block without the `^ID` that Obsidian links to. */
export function withoutBlockId({ id, body }: MarkdownBlock): string {
  return body.replace(`^${id}\n\n`, '').replaceAll(new RegExp(`[ \\t]*\\^${id}(?![a-z0-9])`, 'gu'), '');
}

/** The 12 hex digits that stand in a block's first comment: of all between the lines of the two comments, with LF. */
export function blockHash(inside: string, sha256Hex: Sha256Hex): string {
  return sha256Hex(inside).slice(0, 12);
}

function between(block: MarkdownBlock): string {
  return `\n${block.body}\n\n`;
}

function wrap(block: MarkdownBlock, mark: string): string {
  return `<!-- zhupi ${block.id}${mark} -->\n${between(block)}<!-- /zhupi ${block.id} -->`;
}

function footer(note: ExportedNote): string {
  return [
    ...(note.tags.length > 0 ? [note.tags.map(hashTag).join(' ')] : []),
    ...(note.codeName === undefined ? [] : [inlineMarkdown(note.codeName)]),
    ...(note.label === '' ? [] : [inlineMarkdown(note.label)]),
    `[zhupi](${note.link})`,
  ].join(' · ');
}

/** A tag as Obsidian and Zettlr write it in a text. */
export function hashTag(tag: string): string {
  return `#${tagName(tag)}`;
}

/** A tag as both take it, in a text and in front matter alike: no white space or punctuation but - _ / inside. */
export function tagName(tag: string): string {
  const name = tag.replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-').replace(/^-+|-+$/gu, '');
  // A tag of digits alone is none in Obsidian.
  return /^[\p{N}]+$/u.test(name) || name === '' ? `_${name}` : name;
}
