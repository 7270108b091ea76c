import type { SourceScript, ViewScript } from '../report/script.ts';
import type { ConfigurationName } from './dictionaries.ts';

type TargetView = Exclude<ViewScript, 'source'>;
type WrittenScript = Exclude<SourceScript, 'none'>;

/**
 * The configurations that lead from a script to a view, in order (DESIGN 9.8). The cn view runs over a Simplified text
 * too, since such texts quote Traditional ones. A mixed text is made Simplified first. A Taiwanese or Hong Kong text
 * reaches the other region through OpenCC's standard; Taiwan's wording is not put over a text that has it already.
 */
const CHAINS: Readonly<Record<WrittenScript, Readonly<Record<TargetView, readonly ConfigurationName[]>>>> = {
  Hans: { cn: ['t2s'], t: ['s2t'], tw: ['s2tw'], twp: ['s2twp'], hk: ['s2hk'] },
  Hant: { cn: ['t2s'], t: [], tw: ['t2tw'], twp: ['t2twp'], hk: ['t2hk'] },
  'Hant-TW': { cn: ['tw2s'], t: ['tw2t'], tw: ['t2tw'], twp: ['t2tw'], hk: ['tw2t', 't2hk'] },
  'Hant-HK': { cn: ['hk2s'], t: ['hk2t'], tw: ['hk2t', 't2tw'], twp: ['hk2t', 't2twp'], hk: ['t2hk'] },
  mixed: { cn: ['t2s'], t: ['t2s', 's2t'], tw: ['t2s', 's2tw'], twp: ['t2s', 's2twp'], hk: ['t2s', 's2hk'] },
};

/** The configurations from a source's script to a view; none for the source itself or a text without telling characters. */
export function chainOf(source: SourceScript, view: ViewScript): readonly ConfigurationName[] {
  return source === 'none' || view === 'source' ? [] : CHAINS[source][view];
}
