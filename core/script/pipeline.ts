import type { ChoiceEntries } from './choices.ts';
import { runTable, segment, type SameCharacter } from './convert-table.ts';
import type { PresetConfiguration } from './dictionaries.ts';
import { FlatTrie, type SerializedDictionary, type TrieDictionary } from './flat-trie.ts';
import { spareInts, spareUnits, type IntList, type UnitList } from './growable.ts';

/** One table of a configuration, ready to run. */
interface Step {
  readonly trie: FlatTrie;
  /** Whether the table's own entries cut the text into the segments of the later tables. */
  readonly cuts: boolean;
}

/** One configuration of OpenCC, ready to run: normalisation, segmentation, conversion. */
export interface Pipeline {
  readonly normalization: readonly FlatTrie[];
  /** Runs before the first table where that table does not hold the segmentation's entries itself. */
  readonly segmentation: FlatTrie | null;
  readonly steps: readonly Step[];
}

/** Our entries for a configuration. */
export interface Overrides {
  readonly entries: SerializedDictionary;
  /** What stands before each of the later tables: these again, or others that keep a word from them; empty for nothing. */
  readonly later: SerializedDictionary;
}

export const NO_OVERRIDES: Overrides = { entries: '', later: '' };
const NO_CHOICES: ChoiceEntries = { characters: '', phrases: '' };

const tries = new Map<string, FlatTrie>();
const dictionaryNumbers = new Map<SerializedDictionary, number>();

/**
 * Builds what a configuration needs. `overrides` stand before its segmentation and its first table, if not empty, and
 * before the later tables too where those may not run over what the overrides made. `choices` are the user's own entries,
 * before the segmentation and the first table again.
 */
export function buildPipeline(
  configuration: PresetConfiguration,
  overrides: Overrides,
  choices: ChoiceEntries = NO_CHOICES,
): Pipeline {
  const before = overrides.entries === '' ? [] : [overrides.entries];
  const beforeLater = overrides.later === '' ? [] : [overrides.later];
  const segmentation = configuration.segmentation && [...before, ...configuration.segmentation];
  const [firstTable, ...laterTables] = configuration.conversionChain;
  const first = [...before, ...(firstTable ?? [])];
  const phrases = new Set(segmentation ?? first.slice(0, -1));
  const holdsSegmentation = [...phrases].every((dictionary) => first.includes(dictionary));
  const cutsItself = segmentation !== undefined && holdsSegmentation;
  const { characters, phrases: chosenPhrases } = choices;
  const withPhrases = (trie: FlatTrie): FlatTrie =>
    chosenPhrases === '' ? trie : new FlatTrie([{ entries: chosenPhrases, segmenting: false }], trie);
  const withChoices = (trie: FlatTrie, segmenting: boolean): FlatTrie => {
    const dictionaries: readonly TrieDictionary[] = [
      { entries: chosenPhrases, segmenting },
      // A single character cuts no words for the later tables.
      { entries: characters, segmenting: false },
    ].filter(({ entries }) => entries !== '');
    return dictionaries.length === 0 ? trie : new FlatTrie(dictionaries, trie);
  };
  return {
    normalization: (configuration.normalizationChain ?? []).map((group) => trieOf(group, new Set())),
    segmentation:
      segmentation === undefined || cutsItself ? null : withPhrases(trieOf(segmentation, new Set())),
    steps: [
      {
        trie: withChoices(trieOf(first, holdsSegmentation ? phrases : new Set()), holdsSegmentation),
        cuts: cutsItself,
      },
      ...laterTables.map((group) => ({
        trie: trieOf([...beforeLater, ...group], new Set()),
        cuts: false,
      })),
    ],
  };
}

/** Tries are shared between configurations: building the one of the Simplified phrases takes tens of milliseconds. */
function trieOf(
  group: readonly SerializedDictionary[],
  segmenting: ReadonlySet<SerializedDictionary>,
): FlatTrie {
  const dictionaries = group.map((entries): TrieDictionary => ({
    entries,
    segmenting: segmenting.has(entries),
  }));
  const key = dictionaries
    .map(({ entries, segmenting: cuts }) => `${numberOf(entries)}${cuts ? '|' : ''}`)
    .join(' ');
  let trie = tries.get(key);
  if (trie === undefined) {
    trie = new FlatTrie(dictionaries);
    tries.set(key, trie);
  }
  return trie;
}

function numberOf(entries: SerializedDictionary): number {
  let number = dictionaryNumbers.get(entries);
  if (number === undefined) {
    number = dictionaryNumbers.size;
    dictionaryNumbers.set(entries, number);
  }
  return number;
}

/** What one step changed: flat aStart, aEnd, bStart, bEnd, and the length of the text that it made. */
export interface Change {
  readonly spans: Int32Array;
  readonly bLength: number;
}

/** A text behind the steps, and what each step that changed something did. */
export interface Passage {
  readonly units: UnitList;
  readonly changes: readonly Change[];
}

/**
 * Runs a configuration over a text. Nothing is recorded when `withSpans` is false. The units answered are a spare list, or
 * `text` itself where no table had anything to do; who asked gives them back.
 */
export function runPipeline(
  pipeline: Pipeline,
  text: UnitList,
  withSpans: boolean,
  sameCharacter: SameCharacter,
): Passage {
  const changes: Change[] = [];
  let current = text;
  const run = (trie: FlatTrie, segments: IntList | null, segmentsOut: IntList | null): void => {
    const output = spareUnits.take(current.length + 16);
    const spans = withSpans ? spareInts.take(current.length >> 1) : null;
    runTable({
      trie,
      input: current.items,
      from: 0,
      to: current.length,
      segments,
      output,
      spans,
      segmentsOut,
      sameCharacter,
    });
    if (spans !== null) {
      if (spans.length > 0) changes.push({ spans: spans.toArray(), bLength: output.length });
      spareInts.giveBack(spans);
    }
    if (current !== text) spareUnits.giveBack(current);
    current = output;
  };
  for (const trie of pipeline.normalization) if (canMatch(trie, current)) run(trie, null, null);
  let segments: IntList | null = null;
  if (pipeline.segmentation !== null) {
    segments = spareInts.take(current.length >> 2);
    segment(pipeline.segmentation, current.items, 0, current.length, segments);
  }
  for (const [index, step] of pipeline.steps.entries()) {
    const wanted = index + 1 < pipeline.steps.length && (segments !== null || step.cuts);
    const segmentsOut: IntList | null = wanted ? spareInts.take(current.length >> 1) : null;
    run(step.trie, segments, segmentsOut);
    if (segments !== null) spareInts.giveBack(segments);
    segments = segmentsOut;
  }
  return { units: current, changes };
}

/** Whether any unit starts an entry; most texts have no character that is to be normalised. */
function canMatch(trie: FlatTrie, text: UnitList): boolean {
  const { root } = trie;
  const { items, length } = text;
  for (let i = 0; i < length; i += 1) if (root[items[i] as number] !== 0) return true;
  return false;
}
