import type { Locale } from '../base/locale.ts';
import { BUILT_IN_CODES, drawnColour, type CodeColour } from './codes.ts';
import type { Code } from './codes-record.ts';

type NamedCode = Pick<Code, 'id' | 'name' | 'color'>;

/** Words for the colours: they name the built-in codes until the user does. */
const COLOUR_WORDS: Readonly<Record<CodeColour | 'other', Readonly<Record<Locale, string>>>> = {
  yellow: { 'zh-Hans': '黄', 'zh-Hant': '黃', en: 'Yellow' },
  red: { 'zh-Hans': '红', 'zh-Hant': '紅', en: 'Red' },
  green: { 'zh-Hans': '绿', 'zh-Hant': '綠', en: 'Green' },
  blue: { 'zh-Hans': '蓝', 'zh-Hant': '藍', en: 'Blue' },
  purple: { 'zh-Hans': '紫', 'zh-Hant': '紫', en: 'Purple' },
  orange: { 'zh-Hans': '橙', 'zh-Hant': '橙', en: 'Orange' },
  teal: { 'zh-Hans': '青', 'zh-Hant': '青', en: 'Teal' },
  pink: { 'zh-Hans': '粉', 'zh-Hant': '粉', en: 'Pink' },
  brown: { 'zh-Hans': '棕', 'zh-Hant': '棕', en: 'Brown' },
  olive: { 'zh-Hans': '橄榄', 'zh-Hant': '橄欖', en: 'Olive' },
  other: { 'zh-Hans': '其他', 'zh-Hant': '其他', en: 'Other' },
};

/** The word for a colour. */
export function colourWord(color: string, locale: Locale): string {
  return COLOUR_WORDS[drawnColour(color)][locale];
}

/** What a code is called: as the user named it, else by its colour. */
export function codeLabel(code: Pick<Code, 'name' | 'color'>, locale: Locale): string {
  return code.name === '' ? colourWord(code.color, locale) : code.name;
}

/**
 * What the code of a note is called. An id that no code has (a note from another machine) is its own name, so that it is
 * seen and can be told from others.
 */
export function labelOfCode(codes: readonly NamedCode[], id: string, locale: Locale): string {
  const code = codes.find((each) => each.id === id);
  if (code !== undefined) return codeLabel(code, locale);
  return BUILT_IN_CODES.some((known) => known === id) ? colourWord(id, locale) : id;
}

/** The codes that the user gave names, by id: these names stand in exports, which know no language of the interface. */
export function givenCodeNames(codes: readonly NamedCode[]): ReadonlyMap<string, string> {
  return new Map(codes.flatMap(({ id, name }) => (name === '' ? [] : [[id, name] as const])));
}
