import { repairsOfRule } from '#core/text/edit.ts';
import type { Messages } from './catalogue.ts';

/** What each rule mends, by the id of the rule. */
const NAMES = {
  'undecodable-lines': 'ruleUndecodableLines',
  'undecodable-bytes': 'ruleUndecodableBytes',
  'misread-encoding': 'ruleMisreadEncoding',
  'byte-shift': 'ruleByteShift',
  'html-entities-and-tags': 'ruleHtml',
  'unicode-escapes': 'ruleUnicodeEscapes',
  'zero-width': 'ruleZeroWidth',
  'compatibility-characters': 'ruleCompatibility',
  'pinyin-brackets': 'rulePinyin',
  'escaped-quote': 'ruleEscapedQuote',
  'page-furniture': 'ruleFurniture',
  'doubled-punctuation': 'ruleDoubledPunctuation',
  'stray-spaces': 'ruleStraySpaces',
  'half-width-punctuation': 'ruleHalfWidth',
  'line-joining': 'ruleLineJoining',
  'lost-breaks': 'ruleLostBreaks',
  user: 'ruleUser',
} as const satisfies Readonly<Record<string, keyof Messages['repair']>>;
type NameKey = (typeof NAMES)[keyof typeof NAMES];

/** The name of one rule in plain words; the id of a rule that a newer version of the program wrote. */
export function ruleName({ repair }: Messages, rule: string): string {
  const key = (NAMES as Readonly<Record<string, NameKey | undefined>>)[rule];
  return key === undefined ? rule : repair[key];
}

/** The names of all rules behind an edit's `rule`. */
export function ruleNames(messages: Messages, rule: string): string {
  return repairsOfRule(rule)
    .map((each) => ruleName(messages, each))
    .join(' + ');
}
