import { firstIndex } from '../base/first-index.ts';
import lunr from 'lunr';
import type { Block } from '../text/block.ts';
import { INDEX_FINGERPRINT } from './index-fingerprint.ts';
import { loadSearchFolder } from './search-folder.ts';
import { FIELDS, foldReading, tokensByField, type FieldNumbers } from './search-text.ts';
import { phraseClues, type PhraseClue, type Token } from './tokenize.ts';

/*
 * lunr is used for its inverted index with positions only. Its pipeline and trimmer are left out (the trimmer deletes Han
 * characters), and so are its query parser and its scores, which are rounded.
 */

/** A reading text on its way into the index of a pack. */
export interface PackText {
  readonly reportId: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The index of a pack as it is kept: plain JSON data, the same for the same texts. */
export interface PackIndexData {
  readonly index: unknown;
  /** Tokens of each report by field, by report id: lunr keeps none. */
  readonly lengths: Readonly<Record<string, FieldNumbers>>;
}

/** A pack's index in memory. */
export interface PackIndex {
  /** Reports in which a folded phrase may stand: all in which it does, and few others. */
  candidates(phrase: string): Iterable<string>;
}

/** Builds the index of a pack. */
export async function buildPackIndex(texts: readonly PackText[]): Promise<PackIndexData> {
  const folder = await loadSearchFolder();
  const builder = new lunr.Builder();
  builder.ref('reportId');
  for (const field of FIELDS) builder.field(field);
  builder.tokenizer = lunrTokens as unknown as typeof lunr.tokenizer;
  builder.metadataWhitelist = ['position'];
  const lengths: Record<string, FieldNumbers> = {};
  for (const { reportId, ...reading } of texts) {
    const { title, headings, text } = tokensByField(foldReading(folder, reading));
    lengths[reportId] = { title: title.length, headings: headings.length, text: text.length };
    builder.add({ reportId, title, headings, text });
  }
  const plain: unknown = JSON.parse(JSON.stringify(builder.build()));
  return { index: { fingerprint: INDEX_FINGERPRINT, lunr: plain }, lengths };
}

/**
 * Takes what {@link buildPackIndex} made into memory. Undefined when it was made with another tokenizer or other character
 * classes, does not know exactly these reports, or is unsound: then it must be built anew from the texts.
 */
export function loadPackIndex(data: PackIndexData, reportIds: readonly string[]): PackIndex | undefined {
  const { fingerprint, lunr: serialised } = (data.index ?? {}) as { fingerprint?: unknown; lunr?: unknown };
  if (fingerprint !== INDEX_FINGERPRINT) return undefined;
  const known = Object.keys(data.lengths);
  if (known.length !== reportIds.length || reportIds.some((id) => data.lengths[id] === undefined)) {
    return undefined;
  }
  try {
    const { invertedIndex } = lunr.Index.load(serialised as object) as unknown as LoadedLunr;
    return packIndexOf(invertedIndex, reportIds);
  } catch {
    // Data of a file that someone may have changed; the texts beside it are the truth.
    return undefined;
  }
}

/** The part of lunr's index that is used; its types leave it out. */
interface LoadedLunr {
  readonly invertedIndex: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, { readonly position: number[] }>>>>>
  >;
}

function lunrTokens(tokens: readonly Token[]): lunr.Token[] {
  return tokens.map(({ term, start }) => new lunr.Token(term, { position: start }));
}

/** Places of a term: number of the report, offset in its folded text, and so on, in order. */
type Postings = Int32Array;

function packIndexOf(inverted: LoadedLunr['invertedIndex'], reportIds: readonly string[]): PackIndex {
  const numbers = new Map(reportIds.map((reportId, number) => [reportId, number]));
  const postings = new Map<string, Postings>();
  for (const term of Object.keys(inverted)) {
    const places: [number, number][] = [];
    for (const field of FIELDS) {
      for (const [reportId, { position }] of Object.entries(inverted[term]?.[field] ?? {})) {
        const number = numbers.get(reportId);
        if (number === undefined) throw new Error(`${reportId} is not in the pack`);
        for (const start of position) places.push([number, start]);
      }
    }
    places.sort(([a, atA], [b, atB]) => a - b || atA - atB);
    postings.set(term, Int32Array.from(places.flat()));
  }
  const terms = [...postings.keys()].sort();
  const everyReport = new Set(reportIds.keys());
  return {
    candidates: (phrase) => {
      let found: ReadonlySet<number> = everyReport;
      for (const clue of phraseClues(phrase)) {
        const here = reportsWith(clue, postings, terms);
        found = new Set([...found].filter((number) => here.has(number)));
        if (found.size === 0) break;
      }
      return [...found].map((number) => reportIds[number] ?? '');
    },
  };
}

function reportsWith(
  clue: PhraseClue,
  postings: ReadonlyMap<string, Postings>,
  terms: readonly string[],
): ReadonlySet<number> {
  switch (clue.kind) {
    case 'sequence':
      return reportsWithSequence(clue.terms, postings);
    case 'any':
      return reportsWithAny(clue.terms, postings);
    case 'beginning':
      return reportsWithAny(termsFrom(terms, clue.character), postings);
  }
}

function reportsWithAny(
  terms: readonly string[],
  postings: ReadonlyMap<string, Postings>,
): ReadonlySet<number> {
  const reports = new Set<number>();
  for (const term of terms) {
    const places = postings.get(term) ?? [];
    for (let at = 0; at < places.length; at += 2) reports.add(places[at] ?? 0);
  }
  return reports;
}

/** Reports in which each term begins where the first character of the term before it ends. */
function reportsWithSequence(
  terms: readonly string[],
  postings: ReadonlyMap<string, Postings>,
): ReadonlySet<number> {
  let starts: ReadonlySet<string> | undefined;
  let offset = 0;
  for (const term of terms) {
    const places = postings.get(term) ?? [];
    const here = new Set<string>();
    for (let at = 0; at < places.length; at += 2) {
      const start = `${places[at] ?? 0} ${(places[at + 1] ?? 0) - offset}`;
      if (starts === undefined || starts.has(start)) here.add(start);
    }
    starts = here;
    offset += (term.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  }
  return new Set([...(starts ?? [])].map((start) => Number.parseInt(start, 10)));
}

/** The terms that begin with a character, of sorted ones. */
function termsFrom(terms: readonly string[], character: string): readonly string[] {
  const first = firstIndex(terms.length, (at) => (terms[at] ?? '') >= character);
  let end = first;
  while (terms[end]?.startsWith(character) === true) end += 1;
  return terms.slice(first, end);
}
