import type { SerializedDictionary } from './flat-trie.ts';

/** One configuration of opencc-js, with the step that its types leave out. */
export interface PresetConfiguration {
  /** Runs first, over the whole text. */
  readonly normalizationChain?: readonly (readonly SerializedDictionary[])[];
  /** Cuts the text into segments that no later match crosses. */
  readonly segmentation?: readonly SerializedDictionary[];
  readonly conversionChain: readonly (readonly SerializedDictionary[])[];
}

/** The configurations that the views are made of, under OpenCC's names. */
export type ConfigurationName =
  | 's2t'
  | 's2tw'
  | 's2twp'
  | 's2hk'
  | 't2s'
  | 'tw2s'
  | 'tw2sp'
  | 'hk2s'
  | 't2tw'
  | 't2twp'
  | 't2hk'
  | 'tw2t'
  | 'hk2t';

/** Configurations whose dictionaries are small (109 kB); the others need the 1.1 MB of Simplified phrases. */
const SMALL: ReadonlySet<ConfigurationName> = new Set(['t2s', 'tw2s', 'tw2sp', 'hk2s']);

type Presets = Readonly<Record<string, unknown>>;

/** Whether a configuration is one of those to Simplified, whose dictionaries are small. */
export function leadsToSimplified(name: ConfigurationName): boolean {
  return SMALL.has(name);
}

/** All that the configurations to Simplified need, in one module: to find and to read a file takes longer than to use it. */
export function loadToSimplified() {
  return import('./to-simplified-tables.ts');
}

/** Loads a configuration's dictionaries; the first call for a kind of dictionaries reads them, later ones are immediate. */
export async function loadConfiguration(name: ConfigurationName): Promise<PresetConfiguration> {
  if (SMALL.has(name)) return configurationIn((await loadToSimplified()).configs, name);
  const { configs, to } = await import('opencc-js/preset');
  if (name !== 't2twp') return configurationIn(configs, name);
  // No configuration of its own: opencc-js runs the wording tables one after the other and nothing before them.
  return { conversionChain: to['twp'] as PresetConfiguration['conversionChain'] };
}

function configurationIn(configs: Presets, name: ConfigurationName): PresetConfiguration {
  const configuration = configs[name];
  if (configuration === undefined) throw new Error(`opencc-js has no configuration ${name}`);
  return configuration as PresetConfiguration;
}

/** The small dictionaries of single characters that say which characters are forms of each other. */
export interface CharacterTables {
  readonly simplifiedToTraditional: SerializedDictionary;
  readonly traditionalToSimplified: SerializedDictionary;
  readonly taiwanVariants: SerializedDictionary;
  readonly hongKongVariants: SerializedDictionary;
  readonly taiwanVariantsReversed: SerializedDictionary;
  readonly hongKongVariantsReversed: SerializedDictionary;
}

/** Loads the character tables alone (63 kB). */
export function loadCharacterTables(): Promise<CharacterTables> {
  return import('./character-tables.ts');
}

const SPACE = 0x20;
const BAR = 0x7c;

/** Calls `take` with the source and the replacement of each entry of a dictionary of single characters, as code points. */
export function eachCharacterPair(
  entries: SerializedDictionary,
  take: (source: number, replacement: number) => void,
): void {
  const { length } = entries;
  let at = 0;
  while (at < length) {
    // Nearly all entries are two characters of the first plane with a blank between them.
    if (entries.charCodeAt(at + 1) === SPACE && (at + 3 === length || entries.charCodeAt(at + 3) === BAR)) {
      take(entries.charCodeAt(at), entries.charCodeAt(at + 2));
      at += 4;
      continue;
    }
    const space = entries.indexOf(' ', at);
    if (space === -1) return;
    take(entries.codePointAt(at) as number, entries.codePointAt(space + 1) as number);
    const bar = entries.indexOf('|', space);
    at = bar === -1 ? length : bar + 1;
  }
}
