import { leadsToSimplified, loadToSimplified, type ConfigurationName } from '../dictionaries.ts';
import { NO_OVERRIDES, type Overrides } from '../pipeline.ts';
import { entriesOf } from './override.ts';

/**
 * Our entries for a configuration, longest match first as all entries. To Simplified they stand in all tables: what the
 * first makes of 昇騰 the last would change again. From Simplified the regional tables run over what ours make.
 */
export async function loadOverrides(name: ConfigurationName): Promise<Overrides> {
  if (name.startsWith('s2')) {
    const { ALL_FROM_SIMPLIFIED } = await import('./all-from-simplified.ts');
    return overridesOf(ALL_FROM_SIMPLIFIED, false);
  }
  if (!leadsToSimplified(name)) return NO_OVERRIDES;
  const { TO_SIMPLIFIED, TO_SIMPLIFIED_UNMARKED } = await loadToSimplified();
  return overridesOf(name === 't2s' ? `${TO_SIMPLIFIED}${TO_SIMPLIFIED_UNMARKED}` : TO_SIMPLIFIED, true);
}

function overridesOf(lines: string, inLaterTables: boolean): Overrides {
  return { entries: entriesOf(lines), inLaterTables };
}
