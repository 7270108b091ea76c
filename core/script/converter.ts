import type { SourceScript, ViewScript } from '../report/script.ts';
import { compose } from '../text/compose-maps.ts';
import { identityMap, SPAN_WIDTH, spanAt, type OffsetMap } from '../text/offset-map.ts';
import { chainOf } from './chain.ts';
import { serializeChoices, type ScriptChoice } from './choices.ts';
import { loadCharacterClasses, loadClassesToSimplified } from './character-classes.ts';
import type { SameCharacter } from './convert-table.ts';
import { leadsToSimplified, loadConfiguration, type ConfigurationName } from './dictionaries.ts';
import { spareUnits, unitsOf, type UnitList } from './growable.ts';
import { loadOverrides } from './overrides/index.ts';
import { buildPipeline, NO_OVERRIDES, runPipeline, type Pipeline } from './pipeline.ts';
import { followPunctuation } from './punctuation.ts';

export interface ConvertedText {
  readonly text: string;
  /** From the text given to the text returned. */
  readonly map: OffsetMap;
}

/** Turns text of one script into one view; synchronous, and the same for the same text always. */
export interface Converter {
  readonly source: SourceScript;
  readonly view: ViewScript;
  /** Whether every text stays as it is. */
  readonly isIdentity: boolean;
  /** The text with its map. Spans are single characters where the dictionaries allow it (DESIGN 9.13). */
  convert(text: string): ConvertedText;
  /** The text alone, a little faster. */
  convertPlain(text: string): string;
}

export interface ConverterOptions {
  /** Whether our list for official prose stands before OpenCC's dictionaries; true unless told otherwise. */
  readonly overrides?: boolean;
  /** Whether quotation marks follow the view, “ ” in cn and 「 」 in the others; false unless told otherwise. */
  readonly punctuation?: boolean;
  /** The user's own entries from Simplified; of equal phrases the last wins. They stand whatever `overrides` says. */
  readonly choices?: readonly ScriptChoice[];
}

/**
 * Loads the dictionaries that lead from a source's script to a view, once, and gives the converter. Nothing is loaded for
 * the source itself or for a text of script `none`.
 */
export async function loadConverter(
  source: SourceScript,
  view: ViewScript,
  options: ConverterOptions = {},
): Promise<Converter> {
  const names = chainOf(source, view);
  const converter =
    names.length === 0
      ? identityConverter(source, view)
      : { source, view, ...(await loadChain(names, options.overrides ?? true, options.choices)) };
  return options.punctuation === true && view !== 'source' ? withPunctuation(converter) : converter;
}

/** The same with quotation marks of the view, as the last step (DESIGN 9.6). */
function withPunctuation(converter: Converter): Converter {
  const marks = converter.view === 'cn' ? 'curly' : 'corner';
  return {
    ...converter,
    isIdentity: false,
    convert: (text) => {
      const converted = converter.convert(text);
      const marked = followPunctuation(converted.text, marks);
      return { text: marked.text, map: compose(converted.map, marked.map) };
    },
    convertPlain: (text) => followPunctuation(converter.convertPlain(text), marks).text,
  };
}

/** The converter of a chain of OpenCC's configurations, whatever view it is for. */
export async function loadChain(
  names: readonly ConfigurationName[],
  overrides: boolean,
  choices: readonly ScriptChoice[] = [],
): Promise<Pick<Converter, 'isIdentity' | 'convert' | 'convertPlain'>> {
  const [{ same: sameCharacter }, ...pipelines] = await Promise.all([
    names.every(leadsToSimplified) ? loadClassesToSimplified() : loadCharacterClasses(),
    ...names.map((name) => loadPipeline(name, overrides, choices)),
  ]);
  return {
    isIdentity: false,
    convert: (text) => convert(pipelines, sameCharacter, text),
    convertPlain: (text) => {
      let units = unitsOf(text, spareUnits.take(text.length));
      for (const pipeline of pipelines) {
        const passage = runPipeline(pipeline, units, false, sameCharacter);
        if (passage.units !== units) spareUnits.giveBack(units);
        ({ units } = passage);
      }
      const converted = units.toString();
      spareUnits.giveBack(units);
      return converted;
    },
  };
}

/** Pipelines with choices of the user, the last ones asked for; each holds tables of its own. */
const chosenPipelines = new Map<string, Pipeline>();
const MOST_CHOSEN = 6;

/** Loads the dictionaries of a configuration and builds what runs them. Choices count from Simplified only. */
export async function loadPipeline(
  name: ConfigurationName,
  overrides: boolean,
  choices: readonly ScriptChoice[] = [],
): Promise<Pipeline> {
  const [configuration, entries] = await Promise.all([
    loadConfiguration(name),
    overrides ? loadOverrides(name) : NO_OVERRIDES,
  ]);
  if (choices.length === 0 || !name.startsWith('s2')) return buildPipeline(configuration, entries);
  const chosen = serializeChoices(choices);
  const key = [name, overrides, chosen.characters, chosen.phrases].join('\n');
  const pipeline = chosenPipelines.get(key) ?? buildPipeline(configuration, entries, chosen);
  // The least recently used goes first.
  chosenPipelines.delete(key);
  chosenPipelines.set(key, pipeline);
  for (const old of chosenPipelines.keys()) {
    if (chosenPipelines.size <= MOST_CHOSEN) break;
    chosenPipelines.delete(old);
  }
  return pipeline;
}

function identityConverter(source: SourceScript, view: ViewScript): Converter {
  return {
    source,
    view,
    isIdentity: true,
    convert: (text) => ({ text, map: identityMap(text.length) }),
    convertPlain: (text) => text,
  };
}

function convert(pipelines: readonly Pipeline[], sameCharacter: SameCharacter, text: string): ConvertedText {
  const input = unitsOf(text, spareUnits.take(text.length));
  let units = input;
  const maps: OffsetMap[] = [];
  for (const pipeline of pipelines) {
    const passage = runPipeline(pipeline, units, true, sameCharacter);
    for (const { spans, bLength } of passage.changes) {
      maps.push({ spans, aLength: maps.at(-1)?.bLength ?? text.length, bLength });
    }
    if (passage.units !== units && units !== input) spareUnits.giveBack(units);
    ({ units } = passage);
  }
  const map = composeAll(maps, input, units);
  const converted = units.toString();
  if (units !== input) spareUnits.giveBack(units);
  spareUnits.giveBack(input);
  return { text: converted, map };
}

/** The maps in turn, without spans whose two sides are the same again, as when a mixed text is made Simplified and Traditional. */
function composeAll(maps: readonly OffsetMap[], a: UnitList, b: UnitList): OffsetMap {
  const isSame = (aStart: number, aEnd: number, bStart: number, bEnd: number): boolean =>
    isSameText(a.items, aStart, aEnd, b.items, bStart, bEnd);
  const [first = identityMap(a.length), ...later] = maps;
  const map = later.reduce(
    (before, next) => compose(before, next, later.length === 1 ? isSame : undefined),
    first,
  );
  if (later.length < 2) return map;
  // What two of the maps made may be changed back by a third only.
  const { spans } = map;
  const kept = new Int32Array(spans.length);
  let used = 0;
  for (let at = 0; at < spans.length; at += SPAN_WIDTH) {
    const [aStart, aEnd, bStart, bEnd] = spanAt(spans, at);
    if (isSame(aStart, aEnd, bStart, bEnd)) continue;
    kept.set(spans.subarray(at, at + SPAN_WIDTH), used);
    used += SPAN_WIDTH;
  }
  return { ...map, spans: kept.slice(0, used) };
}

function isSameText(
  a: Uint16Array,
  aStart: number,
  aEnd: number,
  b: Uint16Array,
  bStart: number,
  bEnd: number,
): boolean {
  if (aEnd - aStart !== bEnd - bStart) return false;
  for (let k = 0; k < aEnd - aStart; k += 1) if (a[aStart + k] !== b[bStart + k]) return false;
  return true;
}
