import type { SourceScript, ViewScript } from '../report/script.ts';
import { toA, toB } from '../text/map-range.ts';
import { chainOf } from './chain.ts';
import { loadCharacterClasses } from './character-classes.ts';
import { isSide, type ScriptChoice } from './choices.ts';
import { longestMatchEnd, runTable, type SameCharacter } from './convert-table.ts';
import { loadChain, loadPipeline, type ConverterOptions } from './converter.ts';
import { codePointLength } from './description-sequence.ts';
import type { FlatTrie } from './flat-trie.ts';
import { UnitList, unitsOf } from './growable.ts';
import type { Pipeline } from './pipeline.ts';
import { loadReadings } from './readings.ts';

/** A character that could be written otherwise, with no phrase around it that settles how. */
export interface DoubtfulSpot {
  /** UTF-16 offsets in the text given. */
  readonly start: number;
  readonly end: number;
  /** What the view writes. */
  readonly shown: string;
  /** What else the character stands for in phrases, the most frequent first; never what is shown. */
  readonly alternatives: readonly string[];
  /** `shown` and then the alternatives as a choice writes them, which is OpenCC's Traditional. */
  readonly readings: readonly string[];
  /** What a choice may be about: the character with the word before it, with the word behind it, and alone. */
  readonly phrases: readonly SpotPhrase[];
  /** The user's choice that settles it, if one does. */
  readonly chosen: ScriptChoice | null;
}

/** A phrase that holds a doubtful character, in Simplified, and what stands around the character in OpenCC's Traditional. */
export interface SpotPhrase {
  readonly phrase: string;
  readonly before: string;
  readonly after: string;
}

/** Finds the doubtful spots of a text. */
export type DoubtfulFinder = (text: string) => readonly DoubtfulSpot[];

/**
 * Loads what finds the doubtful spots of a view. Only Simplified leaves some: one Simplified character stands for several
 * Traditional ones (发 for 發 and 髮), so the Simplified view and a view of a Traditional text have none.
 */
export async function loadDoubtfulFinder(
  source: SourceScript,
  view: ViewScript,
  options: Pick<ConverterOptions, 'overrides' | 'choices'> = {},
): Promise<DoubtfulFinder> {
  const names = chainOf(source, view);
  const last = names.at(-1);
  if (!last?.startsWith('s2')) return () => [];
  const { overrides = true, choices = [] } = options;
  const [before, whole, pipeline, withChoices, readings, { same }] = await Promise.all([
    loadChain(names.slice(0, -1), overrides),
    loadChain(names, overrides, choices),
    loadPipeline(last, overrides),
    loadPipeline(last, overrides, choices),
    loadReadings(last),
    loadCharacterClasses(),
  ]);
  const [first, ...later] = triesOf(pipeline);
  const [chosenFirst] = triesOf(withChoices);
  if (first === undefined || chosenFirst === undefined) return () => [];
  const standard = memoized((word) => throughTables([first], word, same));
  const regional = memoized((character) => throughTables(later, character, same));
  const choiceOf = new Map(choices.map((choice) => [choice.phrase, choice]));
  return (text) => {
    const simplified = before.convert(text);
    const shownText = whole.convert(text);
    const places = choicePlaces(chosenFirst, simplified.text, choiceOf);
    return lonelyCharacters(first, simplified.text, readings).flatMap((lonely): DoubtfulSpot[] => {
      const range = toA(simplified.map, lonely);
      const inView = toB(shownText.map, range);
      const place = places.find(({ start, end }) => start <= lonely.start && lonely.end <= end);
      const chosen = place?.choice ?? null;
      const shown = place === undefined ? null : chosenForm(place, lonely);
      const written = shown === null ? shownText.text.slice(inView.start, inView.end) : regional(shown);
      const forms = new Map(
        (readings.get(lonely.character) ?? []).map((reading) => [regional(reading), reading]),
      );
      const own = forms.get(written);
      // A word of the region that holds the character has settled it.
      if (chosen === null && own === undefined) return [];
      forms.delete(written);
      if (forms.size === 0) return [];
      return [
        {
          ...range,
          shown: written,
          alternatives: [...forms.keys()],
          readings: [own ?? shown ?? written, ...forms.values()],
          phrases: phrasesAround(lonely, standard),
          chosen,
        },
      ];
    });
  };
}

function triesOf({ steps }: Pipeline): readonly FlatTrie[] {
  return steps.map(({ trie }) => trie);
}

/** A character with several readings that the longest match takes alone, and the matches on both sides of it. */
interface LonelyCharacter {
  readonly start: number;
  readonly end: number;
  readonly character: string;
  readonly wordBefore: string;
  readonly wordAfter: string;
}

function lonelyCharacters(
  trie: FlatTrie,
  text: string,
  readings: ReadonlyMap<string, readonly string[]>,
): readonly LonelyCharacter[] {
  const units = unitsOf(text).items;
  const found: LonelyCharacter[] = [];
  const matchEnd = (at: number): number => {
    if (at >= text.length) return at;
    const single = at + codePointLength(units, at, text.length);
    return Math.max(single, longestMatchEnd(trie, units, at, text.length));
  };
  let wordBefore = '';
  for (let at = 0; at < text.length;) {
    const end = matchEnd(at);
    const character = text.slice(at, end);
    if (readings.has(character)) {
      found.push({ start: at, end, character, wordBefore, wordAfter: text.slice(end, matchEnd(end)) });
    }
    wordBefore = character;
    at = end;
  }
  return found;
}

/** Where a choice of the user takes effect. */
interface ChoicePlace {
  readonly start: number;
  readonly end: number;
  readonly choice: ScriptChoice;
}

function choicePlaces(
  trie: FlatTrie,
  text: string,
  choices: ReadonlyMap<string, ScriptChoice>,
): readonly ChoicePlace[] {
  if (choices.size === 0) return [];
  const units = unitsOf(text).items;
  const places: ChoicePlace[] = [];
  for (let start = 0; start < text.length;) {
    const single = start + codePointLength(units, start, text.length);
    const end = Math.max(single, longestMatchEnd(trie, units, start, text.length));
    const choice = choices.get(text.slice(start, end));
    if (choice !== undefined) places.push({ start, end, choice });
    start = end;
  }
  return places;
}

/** What a choice writes for one character of its phrase; null where both sides have not as many characters. */
function chosenForm({ start, choice }: ChoicePlace, lonely: LonelyCharacter): string | null {
  const from = Array.from(choice.phrase);
  const to = Array.from(choice.replacement);
  const index = Array.from(choice.phrase.slice(0, lonely.start - start)).length;
  return from.length === to.length ? (to[index] ?? null) : null;
}

function phrasesAround(
  { character, wordBefore, wordAfter }: LonelyCharacter,
  standard: (word: string) => string,
): readonly SpotPhrase[] {
  const phrases: SpotPhrase[] = [];
  if (isWord(wordBefore)) {
    phrases.push({ phrase: wordBefore + character, before: standard(wordBefore), after: '' });
  }
  if (isWord(wordAfter)) {
    phrases.push({ phrase: character + wordAfter, before: '', after: standard(wordAfter) });
  }
  phrases.push({ phrase: character, before: '', after: '' });
  return phrases.filter(({ phrase }) => isSide(phrase));
}

function isWord(match: string): boolean {
  return /^\p{Script=Han}+$/u.test(match);
}

/** A word behind tables that run one after the other. */
function throughTables(tries: readonly FlatTrie[], word: string, sameCharacter: SameCharacter): string {
  let units = unitsOf(word);
  for (const trie of tries) {
    const output = new UnitList(units.length);
    runTable({
      trie,
      input: units.items,
      from: 0,
      to: units.length,
      segments: null,
      output,
      spans: null,
      segmentsOut: null,
      sameCharacter,
    });
    units = output;
  }
  return units.toString();
}

function memoized(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    const known = made.get(text) ?? make(text);
    made.set(text, known);
    return known;
  };
}
