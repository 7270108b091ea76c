import type { SerializedDictionary } from './flat-trie.ts';

/**
 * How the user wants a phrase of a Simplified text written: an entry of the first table from Simplified, before all others.
 * The replacement is in OpenCC's own Traditional; the tables of Taiwan and Hong Kong run over it.
 */
export interface ScriptChoice {
  readonly phrase: string;
  readonly replacement: string;
}

/** Most UTF-16 units of either side. */
export const MOST_CHOICE_UNITS = 64;

/** Choices as dictionaries: those of one character, which cut nothing, and those of phrases. */
export interface ChoiceEntries {
  readonly characters: SerializedDictionary;
  readonly phrases: SerializedDictionary;
}

/** Of equal phrases the last wins. What no dictionary can hold is left out. */
export function serializeChoices(choices: readonly ScriptChoice[]): ChoiceEntries {
  const valid = choices.filter(({ phrase, replacement }) => isSide(phrase) && isSide(replacement));
  const entries = (wanted: readonly ScriptChoice[]): SerializedDictionary =>
    wanted.map(({ phrase, replacement }) => `${phrase} ${replacement}`).join('|');
  return {
    characters: entries(valid.filter(({ phrase }) => isCharacter(phrase))),
    phrases: entries(valid.filter(({ phrase }) => !isCharacter(phrase))),
  };
}

function isCharacter(phrase: string): boolean {
  return phrase.length === ((phrase.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
}

/** Whether a text can stand on a side of a choice: a few characters without white space or a bar. */
export function isSide(text: string): boolean {
  return text.length <= MOST_CHOICE_UNITS && /^[^\s|]+$/u.test(text);
}
