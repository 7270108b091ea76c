import type { ConfigurationName } from '../dictionaries.ts';
import type { SerializedDictionary } from '../flat-trie.ts';
import { serializeOverrides } from './override.ts';

/** Our entries for a configuration; empty where we have none. */
export async function loadOverrides(name: ConfigurationName): Promise<SerializedDictionary> {
  if (name.startsWith('s2'))
    return serializeOverrides((await import('./from-simplified.ts')).FROM_SIMPLIFIED);
  if (name.endsWith('2s')) return serializeOverrides((await import('./to-simplified.ts')).TO_SIMPLIFIED);
  return '';
}
