import { loadConfiguration, type ConfigurationName } from './dictionaries.ts';
import type { SerializedDictionary } from './flat-trie.ts';

/** How many phrases, and which share of them, have to write a character in a way: names and rare spellings are no doubt. */
const PHRASES = 3;
const SHARE = 0.04;

const readingsOf = new Map<ConfigurationName, ReadonlyMap<string, readonly string[]>>();

/** The characters that phrases write in several ways: first what OpenCC makes of a lonely one, then the others by frequency. */
export async function loadReadings(name: ConfigurationName): Promise<ReadonlyMap<string, readonly string[]>> {
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
