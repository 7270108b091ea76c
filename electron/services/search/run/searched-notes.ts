import type { Annotation } from '#core/annotations/record.ts';
import type { FoldedText, Folder } from '#core/script/index.ts';
import { withoutOuterBreaks } from '#core/search/query/words.ts';
import type { SearchableNotes } from '#services/search-types.ts';

/** A tag as it is searched. */
interface SearchedTag extends Pick<FoldedText, 'text' | 'gaps'> {
  /** Without clause punctuation at its ends: what a word of a query is compared with. */
  readonly name: string;
}

/** A note as it is searched. */
export interface SearchedNote {
  readonly annotation: Annotation;
  /** The user's words, and behind them each tag as a clause of its own; folded. */
  readonly text: FoldedText;
  /** Where the tags begin in it. */
  readonly tagsStart: number;
  readonly tags: readonly SearchedTag[];
}

const NO_NOTES: readonly SearchedNote[] = [];

/** The notes by report, folded once until one of them changes. */
export class SearchedNotes {
  readonly #source: SearchableNotes | undefined;
  readonly #folder: Folder;
  #state: string | undefined;
  #byReport: ReadonlyMap<string, readonly SearchedNote[]> = new Map();

  constructor(source: SearchableNotes | undefined, folder: Folder) {
    this.#source = source;
    this.#folder = folder;
  }

  /** Changes with what {@link refresh} finds. */
  get state(): string {
    return this.#state ?? '';
  }

  /** Reads what has changed; to be called before a search. */
  refresh(): void {
    const state = this.#source?.state();
    if (this.#source === undefined || state === this.#state) return;
    const byReport = new Map<string, SearchedNote[]>();
    for (const annotation of this.#source.list()) {
      const notes = byReport.get(annotation.reportId) ?? [];
      notes.push(this.#searched(annotation));
      byReport.set(annotation.reportId, notes);
    }
    this.#byReport = byReport;
    this.#state = state;
  }

  /** The reports that have any. */
  reportIds(): readonly string[] {
    return [...this.#byReport.keys()];
  }

  of(reportId: string): readonly SearchedNote[] {
    return this.#byReport.get(reportId) ?? NO_NOTES;
  }

  #searched(annotation: Annotation): SearchedNote {
    const words = `${annotation.note}\n`;
    return {
      annotation,
      text: this.#folder.foldWithMap(`${words}${annotation.tags.join('\n')}`),
      tagsStart: this.#folder.fold(words).length,
      tags: annotation.tags.map((tag) => {
        const { text, gaps } = this.#folder.foldWithMap(tag);
        return { text, gaps, name: withoutOuterBreaks(text) };
      }),
    };
  }
}
