import type { SourceScript, ViewScript } from '../report/script.ts';
import { toA, toB } from '../text/map-range.ts';
import { chainOf } from './chain.ts';
import { loadCharacterClasses } from './character-classes.ts';
import { longestMatchEnd, runTable, type SameCharacter } from './convert-table.ts';
import { loadChain, loadPipeline, type ConverterOptions } from './converter.ts';
import { codePointLength } from './description-sequence.ts';
import { loadConfiguration, type ConfigurationName } from './dictionaries.ts';
import type { SerializedDictionary } from './flat-trie.ts';
import { UnitList, unitsOf } from './growable.ts';
import type { Pipeline } from './pipeline.ts';

/** A character that could be written otherwise, with no phrase around it that settles how. */
export interface DoubtfulSpot {
  /** UTF-16 offsets in the text given. */
  readonly start: number;
  readonly end: number;
  /** What the view writes. */
  readonly shown: string;
  /** What else the character stands for in phrases, the most frequent first; never what is shown. */
  readonly alternatives: readonly string[];
}

/** Finds the doubtful spots of a text. */
export type DoubtfulFinder = (text: string) => readonly DoubtfulSpot[];

/** How many phrases, and which share of them, have to write a character in a way: names and rare spellings are no doubt. */
const PHRASES = 3;
const SHARE = 0.04;

/**
 * Loads what finds the doubtful spots of a view. Only Simplified leaves some: one Simplified character stands for several
 * Traditional ones (发 for 發 and 髮), so the Simplified view and a view of a Traditional text have none.
 */
export async function loadDoubtfulFinder(
  source: SourceScript,
  view: ViewScript,
  options: Pick<ConverterOptions, 'overrides'> = {},
): Promise<DoubtfulFinder> {
  const names = chainOf(source, view);
  const last = names.at(-1);
  if (!last?.startsWith('s2')) return () => [];
  const overrides = options.overrides ?? true;
  const [before, whole, pipeline, readings, { same: sameCharacter }] = await Promise.all([
    loadChain(names.slice(0, -1), overrides),
    loadChain(names, overrides),
    loadPipeline(last, overrides),
    loadReadings(last),
    loadCharacterClasses(),
  ]);
  const regional = memoized((character) => throughLaterTables(pipeline, character, sameCharacter));
  return (text) => {
    const simplified = before.convert(text);
    const view = whole.convert(text);
    return lonelyCharacters(pipeline, simplified.text, readings).flatMap(({ start, end, character }) => {
      const range = toA(simplified.map, { start, end });
      const inView = toB(view.map, range);
      const shown = view.text.slice(inView.start, inView.end);
      const written = new Set((readings.get(character) ?? []).map(regional));
      // A word of the region that holds the character has settled it.
      if (!written.delete(shown) || written.size === 0) return [];
      return [{ ...range, shown, alternatives: [...written] }];
    });
  };
}

/** Characters with several readings that the longest match takes alone. */
function lonelyCharacters(
  pipeline: Pipeline,
  text: string,
  readings: ReadonlyMap<string, readonly string[]>,
): readonly { readonly start: number; readonly end: number; readonly character: string }[] {
  const trie = pipeline.steps[0]?.trie;
  if (trie === undefined) return [];
  const units = unitsOf(text).items;
  const found: { readonly start: number; readonly end: number; readonly character: string }[] = [];
  for (let at = 0; at < text.length;) {
    const single = at + codePointLength(units, at, text.length);
    const end = Math.max(single, longestMatchEnd(trie, units, at, text.length));
    const character = text.slice(at, end);
    if (end === single && readings.has(character)) found.push({ start: at, end, character });
    at = end;
  }
  return found;
}

/** How a character of the standard is written in the region of the view. */
function throughLaterTables({ steps }: Pipeline, character: string, sameCharacter: SameCharacter): string {
  let units = unitsOf(character);
  for (const { trie } of steps.slice(1)) {
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

const readingsOf = new Map<ConfigurationName, ReadonlyMap<string, readonly string[]>>();

/** The characters that phrases write in several ways: first what OpenCC makes of a lonely one, then the others by frequency. */
async function loadReadings(name: ConfigurationName): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = readingsOf.get(name);
  if (known !== undefined) return known;
  const { conversionChain } = await loadConfiguration(name);
  const dictionaries = conversionChain[0] ?? [];
  const readings = collectReadings(dictionaries.slice(0, -1), dictionaries.at(-1) ?? '');
  readingsOf.set(name, readings);
  return readings;
}

/** Reads from the phrases which characters a character becomes; both sides of a phrase are aligned one by one. */
function collectReadings(
  phrases: readonly SerializedDictionary[],
  characters: SerializedDictionary,
): ReadonlyMap<string, readonly string[]> {
  const alone = new Map(entriesOf(characters));
  const counts = new Map<string, Map<string, number>>();
  for (const [source, replacement] of phrases.flatMap((entries) => [...entriesOf(entries)])) {
    const from = Array.from(source);
    const to = Array.from(replacement);
    if (from.length !== to.length) continue;
    for (const [index, character] of from.entries()) {
      if (!alone.has(character)) continue;
      const written = counts.get(character) ?? new Map<string, number>();
      const reading = to[index] as string;
      counts.set(character, written.set(reading, (written.get(reading) ?? 0) + 1));
    }
  }
  const readings = new Map<string, readonly string[]>();
  for (const [character, written] of counts) {
    const shown = alone.get(character) as string;
    const all = [...written.values()].reduce((sum, count) => sum + count, 0);
    const others = [...written]
      .filter(([reading, count]) => reading !== shown && count >= Math.max(PHRASES, all * SHARE))
      .sort(([, a], [, b]) => b - a)
      .map(([reading]) => reading);
    if (others.length > 0) readings.set(character, [shown, ...others]);
  }
  return readings;
}

function* entriesOf(entries: SerializedDictionary): Generator<readonly [string, string]> {
  for (const entry of entries.split('|')) {
    const [source = '', replacement = ''] = entry.split(' ');
    if (source !== '') yield [source, replacement];
  }
}

function memoized(make: (character: string) => string): (character: string) => string {
  const made = new Map<string, string>();
  return (character) => {
    const known = made.get(character) ?? make(character);
    made.set(character, known);
    return known;
  };
}
