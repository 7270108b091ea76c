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
const TAG = String.raw`</?(?:(?<block>${BLOCK})|(?:${INLINE}))/?(?<attributes>\s[^<>\n]{0,500})?>`;
const HIDDEN = String.raw`<!--[^<>]{0,500}-->|<(?<hidden>script|style)(?:\s[^<>]{0,300})?>[^<]{0,5000}</\k<hidden>>`;
const PLACE = new RegExp(`${ENTITY}|${OPEN_ENTITY}|${TAG}|${HIDDEN}`, 'giu');

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

function replacement({ groups = {} }: RegExpExecArray): string | undefined {
  const { decimal, hex, name, open, block, attributes } = groups;
  if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
  if (hex !== undefined) return character(Number.parseInt(hex, 16));
  const entity = name ?? open;
  if (entity !== undefined) return Object.hasOwn(NAMED, entity) ? NAMED[entity] : undefined;
  // a<b c>d compares.
  if (attributes !== undefined && !ATTRIBUTES.test(attributes)) return undefined;
  return block === undefined ? '' : '\n';
}

function find(text: string, { format }: RuleContext): readonly Edit[] {
  if (format === 'md' || !/[&<]/u.test(text)) return [];
  const judgement = { rule: ID, confidence: 0, applied: false };
  return actingAloneFrom(LEAST, ID, replaceMatches(text, PLACE, judgement, replacement));
}

/** Resolves character references and takes tags out; see the evidence above. */
export const htmlEntitiesAndTags: RepairRule = { id: ID, find };
