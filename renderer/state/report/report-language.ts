import type { ReportContent } from '#core/ipc/payloads.ts';
import { languageTag, type SourceScript, type ViewScript } from '#core/report/script.ts';
import { readingOf } from '#renderer/dom/reading-of.ts';
import type { Leaning } from './script-leaning.ts';

let leaning: Leaning | null = null;
const leanings = new WeakMap<ReportContent, SourceScript>();

/** Whether {@link reportLanguage} cannot tell of this report yet, for the tables of characters are not loaded. */
export function isLanguageOpen({ summary }: ReportContent): boolean {
  return summary.script === 'mixed' && leaning === null;
}

/** Loads what tells which script most of a mixed text is in; without it such a text counts as Traditional. */
export async function loadLanguages(): Promise<void> {
  const { loadLeaning } = await import('./script-leaning.ts');
  leaning = await loadLeaning();
}

/** The BCP 47 tag of an opened report's words in a view: fonts choose forms and the place of punctuation by it. */
export function reportLanguage(view: ViewScript, content: ReportContent): string {
  return languageTag(view, view === 'source' ? scriptOfMost(content) : content.summary.script);
}

/** The script of the source, for a mixed one that of most of its telling characters. */
function scriptOfMost(content: ReportContent): SourceScript {
  const { script } = content.summary;
  if (script !== 'mixed' || leaning === null) return script;
  const known = leanings.get(content);
  if (known !== undefined) return known;
  const found = leaning(readingOf(content).text);
  leanings.set(content, found);
  return found;
}
