import type { ConfigurationName } from '../dictionaries.ts';
import type { SerializedDictionary } from '../flat-trie.ts';
import { parseOverrides, serializeOverrides } from './override.ts';

/** Our entries for a configuration, longest match first as all entries; empty where we have none. */
export async function loadOverrides(name: ConfigurationName): Promise<SerializedDictionary> {
  if (name.startsWith('s2')) return dictionaryOf((await import('./from-simplified.ts')).FROM_SIMPLIFIED);
  if (!name.endsWith('2s') && !name.endsWith('2sp')) return '';
  const { TO_SIMPLIFIED, TO_SIMPLIFIED_UNMARKED } = await import('./to-simplified.ts');
  return dictionaryOf(name === 't2s' ? `${TO_SIMPLIFIED}${TO_SIMPLIFIED_UNMARKED}` : TO_SIMPLIFIED);
}

function dictionaryOf(lines: string): SerializedDictionary {
  return serializeOverrides(parseOverrides(lines));
}
