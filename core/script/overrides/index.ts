import { leadsToSimplified, loadToSimplified, type ConfigurationName } from '../dictionaries.ts';
import { NO_OVERRIDES, type Overrides } from '../pipeline.ts';
import { entriesOf } from './override.ts';
import { TAIWAN_WORDING } from './taiwan-wording.ts';

/**
 * Our entries for a configuration, longest match first as all entries. To Simplified they stand in all tables: what the
 * first makes of 昇騰 the last would change again. From Simplified the regional tables run over what ours make, but for the
 * words that those of Taiwan's wording are kept from.
 */
export async function loadOverrides(name: ConfigurationName): Promise<Overrides> {
  if (name.startsWith('s2')) {
    const { ALL_FROM_SIMPLIFIED } = await import('./all-from-simplified.ts');
    const later = name === 's2twp' ? entriesOf(TAIWAN_WORDING) : '';
    return { entries: entriesOf(ALL_FROM_SIMPLIFIED), later };
  }
  if (name === 't2twp') return { entries: entriesOf(TAIWAN_WORDING), later: '' };
  if (!leadsToSimplified(name)) return NO_OVERRIDES;
  const { TO_SIMPLIFIED, TO_SIMPLIFIED_UNMARKED } = await loadToSimplified();
  const entries = entriesOf(name === 't2s' ? `${TO_SIMPLIFIED}${TO_SIMPLIFIED_UNMARKED}` : TO_SIMPLIFIED);
  return { entries, later: entries };
}
