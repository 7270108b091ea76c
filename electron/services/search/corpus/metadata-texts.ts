import type { MetadataMatch } from '#core/ipc/payloads.ts';
import type { ReportMetadata, ReportSummary } from '#core/report/report.ts';
import type { FoldedText, Folder } from '#core/script/index.ts';

/** What of a report's metadata is searched, in the order in which it is listed. */
export const SEARCHED_FIELDS = [
  'title',
  'issuer',
  'region',
  'documentNumber',
  'source',
  'author',
] as const satisfies readonly MetadataMatch['field'][];

type SearchedField = (typeof SEARCHED_FIELDS)[number];

/** What is searched of the metadata that no summary holds. */
export type OtherMetadata = Pick<ReportMetadata, 'documentNumber' | 'source' | 'author'>;

/** Between two values of a report; folds to a break. */
const BETWEEN = '\n';
/** Behind a report; folds to itself, and stands in no query. */
const END = '\u0001';

/** The metadata of all reports of a corpus as one folded text, and where each report ends in it (UTF-16 units). */
export interface SearchableMetadata {
  readonly text: string;
  readonly ends: readonly number[];
}

/** The metadata of a corpus, folded: all of it in one text that tells quickly which few reports are worth a closer look. */
export class MetadataTexts {
  readonly #folder: Folder;
  readonly #summaries: readonly ReportSummary[];
  readonly others: ReadonlyMap<string, OtherMetadata>;
  readonly #folded = new Map<string, Pick<FoldedText, 'text' | 'gaps'>>();
  #searchable: SearchableMetadata | undefined;

  constructor(
    folder: Folder,
    summaries: readonly ReportSummary[],
    others: ReadonlyMap<string, OtherMetadata>,
    searchable?: SearchableMetadata,
  ) {
    this.#folder = folder;
    this.#summaries = summaries;
    this.others = others;
    this.#searchable = searchable;
  }

  get searchable(): SearchableMetadata {
    return (this.#searchable ??= this.#join());
  }

  /** A text of the metadata, folded. */
  fold(text: string): Pick<FoldedText, 'text' | 'gaps'> {
    const known = this.#folded.get(text);
    if (known !== undefined) return known;
    const { text: folded, gaps } = this.#folder.foldWithMap(text);
    const made = { text: folded, gaps };
    this.#folded.set(text, made);
    return made;
  }

  /** Empty where it is not known. */
  textOf(summary: ReportSummary, field: SearchedField): string {
    if (field === 'title' || field === 'issuer' || field === 'region') return summary[field];
    return this.others.get(summary.reportId)?.[field] ?? '';
  }

  /** Numbers of the reports in whose metadata a folded text stands; words may be parted there. */
  reportsWith(phrase: string): ReadonlySet<number> {
    const { text, ends } = this.searchable;
    const found = new Set<number>();
    let report = 0;
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, ends[report])) {
      while ((ends[report] ?? Infinity) <= at) report += 1;
      found.add(report);
    }
    return found;
  }

  /** All in one fold, without keeping what each text folds to: few of them are looked at again. */
  #join(): SearchableMetadata {
    const texts = this.#summaries.map((summary) => {
      let text = '';
      for (const field of SEARCHED_FIELDS) {
        const value = this.textOf(summary, field);
        if (value !== '') text += value + BETWEEN;
      }
      return text.includes(END) ? text.replaceAll(END, ' ') : text;
    });
    const text = this.#folder.fold(texts.join(END) + END);
    const ends: number[] = [];
    for (let at = text.indexOf(END); at >= 0; at = text.indexOf(END, at + 1)) ends.push(at + 1);
    return { text, ends };
  }
}
