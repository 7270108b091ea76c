/*
 * HTML left in text: &#20013; &nbsp; <p> </span>.
 *
 * Evidence: pages saved by programs that escape twice. A text about HTML shows a few on purpose, so ten in a file act
 * alone and fewer are offered. Only names of HTML's own elements count, with attributes that have values: 《》, <2020> and
 * a<b c>d are text. References that were escaped again (&amp;nbsp;), the codes of windows-1252 (&#147;) and a few that lost their
 * semicolon (&nbsp教育) are read as browsers read them. In Markdown both are syntax.
 */
import type { Edit } from '../edit.ts';
import { actingAloneFrom, replaceMatches } from './replace-matches.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const ID = 'html-entities-and-tags';
const LEAST = 10;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: '\u2002',
  emsp: '\u3000',
  thinsp: '\u2009',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  deg: '°',
  permil: '‰',
  plusmn: '±',
  sect: '§',
  copy: '©',
  reg: '®',
  trade: '™',
  yen: '¥',
  euro: '€',
  pound: '£',
  le: '≤',
  ge: '≥',
  ne: '≠',
  zwnj: '',
  zwj: '',
  shy: '',
};

const BLOCK =
  'address|article|aside|blockquote|br|center|dd|div|dl|dt|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|section|table|tbody|thead|tfoot|tr|ul';
const INLINE =
  'a|abbr|b|big|button|cite|code|em|font|i|iframe|img|input|label|link|mark|meta|o:p|pre|s|small|span|st1:[a-z]+|strike|strong|sub|sup|td|th|tt|u';

const ENTITY = String.raw`&(?:amp;){0,3}(?:#(?<decimal>\d{1,7})|#[xX](?<hex>[\dA-Fa-f]{1,6})|(?<name>[a-zA-Z]{2,6}));`;
/** Without a semicolon, before anything but a letter. */
const OPEN_ENTITY = String.raw`&(?:amp;){0,3}(?<open>nbsp|ldquo|rdquo|mdash|hellip|emsp|ensp)(?![A-Za-z\d;])`;
/** A reference to a character of Chinese that lost its semicolon: they come in rows. */
const BARE_ENTITY = String.raw`&#(?<bare>\d{4,5})(?![\d;])`;
/** A tag that was escaped: &lt;p class=&quot;x&quot;&gt;. */
const ESCAPED_TAG = String.raw`&(?:amp;){0,3}lt;/?(?:(?<escapedBlock>${BLOCK})|(?:${INLINE}))/?(?<escapedAttributes>\s[^<>\n]{0,300}?)?&(?:amp;){0,3}gt;`;
const TAG = String.raw`</?(?:(?<block>${BLOCK})|(?:${INLINE}))/?(?<attributes>\s[^<>\n]{0,500})?>`;
const COMMENT = String.raw`<!--(?:\[if[^\]]{0,100}\]>[^<]{0,500}<!\[endif\]|[^<>]{0,500})-->|<\?xml[^<>]{0,300}>|<!\[(?:if[^\]]{0,100}|endif)\]>`;
const HIDDEN = String.raw`<(?<hidden>script|style)(?:\s[^<>]{0,300})?>[^<]{0,5000}</\k<hidden>>`;
const PLACE = new RegExp(
  `${ESCAPED_TAG}|${ENTITY}|${OPEN_ENTITY}|${BARE_ENTITY}|${TAG}|${COMMENT}|${HIDDEN}`,
  'giu',
);

/** None, one with a value, or one of those that need none. */
const ATTRIBUTES = /^[\s/]*$|=|^\s(?:nowrap|noshade|checked|disabled|hidden|selected|readonly)\b/iu;

/** What windows-1252 has at 128 to 159; browsers read references to these codes so. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const FIRST_WINDOWS = 0x80;

function character(code: number): string | undefined {
  const shown = WINDOWS[code - FIRST_WINDOWS];
  if (shown !== undefined) return shown;
  const isText =
    code === 9 || code === 10 || (code >= 32 && code < 0xd800) || (code >= 0xe000 && code <= 0x10ffff);
  return isText ? String.fromCodePoint(code) : undefined;
}

const CHINESE = /[\p{Script=Han}\u2010-\u2026\u3000-\u3017\uFF01-\uFF5E]/u;

/** Names count as they are defined; some programs write all of a page in capitals. */
function named(name: string): string | undefined {
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  const lower = name.toLowerCase();
  return name === name.toUpperCase() && Object.hasOwn(NAMED, lower) ? NAMED[lower] : undefined;
}

function replacement({ groups = {} }: RegExpExecArray): string | undefined {
  const { decimal, hex, name, open, bare, block, attributes, escapedBlock, escapedAttributes } = groups;
  if (escapedAttributes !== undefined && !ATTRIBUTES.test(escapedAttributes)) return undefined;
  if (escapedBlock !== undefined) return '\n';
  if (bare !== undefined) {
    const char = character(Number.parseInt(bare, 10)) ?? '';
    return CHINESE.test(char) ? char : undefined;
  }
  if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
  if (hex !== undefined) return character(Number.parseInt(hex, 16));
  const entity = name ?? open;
  if (entity !== undefined) return named(entity);
  // a<b c>d compares.
  if (attributes !== undefined && !ATTRIBUTES.test(attributes)) return undefined;
  return block === undefined ? '' : '\n';
}

function find(text: string, { format }: RuleContext): readonly Edit[] {
  if (format === 'md') return [];
  const judgement = { rule: ID, confidence: 0, applied: false };
  const edits = replaceMatches(text, PLACE, judgement, replacement);
  // A comment alone is a note of whoever made the file.
  if (edits.every(({ before }) => before.startsWith('<!--'))) return [];
  return actingAloneFrom(LEAST, ID, edits);
}

/** Resolves character references and takes tags out; see the evidence above. */
export const htmlEntitiesAndTags: RepairRule = { id: ID, trace: /[&<]/u, find };
