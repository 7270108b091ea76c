import { loadConverter, loadScriptDetector, type Converter } from '../../script/index.ts';
import { snapOutward } from '../../text/segmentation.ts';
import { contextOf } from '../../text/context.ts';
import { planEdits } from '../../text/repair/pipeline.ts';
import { buildReading } from '../../text/reading.ts';
import type { AnchorText } from '../anchor-text.ts';
import { cellsOf, textOf, type CellText } from './cells.ts';
import {
  deleteSentences,
  fixTypos,
  halfWidthPunctuation,
  insertSentences,
  inTurn,
  leaveReadings,
  moveParagraphs,
  rewriteSentences,
  straySpaces,
  wrapLines,
  type Change,
} from './editor.ts';
import type { Selector } from './hypothesis-scheme.ts';
import { randomFrom, type Random } from './random.ts';
import { placesOf, truthOf, type Truth } from './truth.ts';

/** What editors did to a report. */
export const SCENARIOS = [
  'typos, sentences in and out',
  'paragraphs moved',
  'script converted',
  'repaired',
  'damaged',
  'its own sentences again',
  'all of it',
] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** A real report before and after a change, with anchors whose fate is known. */
export interface EditedReport {
  readonly scenario: Scenario;
  readonly old: AnchorText;
  readonly current: AnchorText;
  readonly currentCells: CellText;
  readonly anchors: readonly Selector[];
  /** One for each anchor. */
  readonly truths: readonly Truth[];
}

/** Reads one of the files of real texts, by its path below the folder `corpora`. */
export type ReadCorpus = (path: string) => string;

interface Document {
  readonly path: string;
  readonly script: string;
}

/** Longest part of a document that is taken. */
const MAX_LENGTH = 20_000;

/** Reports of every collection, in turn through the scenarios, `anchorsEach` random anchors in each. */
export async function editedReports(
  read: ReadCorpus,
  seed: number,
  count: number,
  anchorsEach: number,
): Promise<readonly EditedReport[]> {
  const random = randomFrom(seed);
  const readings = commonReadings(read('pinyin-artefact/char-table.tsv'));
  const documents = documentsOf(read('documents.tsv'));
  const { isTraditionalForm } = await loadScriptDetector();
  const converters = {
    hans: await loadConverter('Hans', 'tw'),
    hant: await loadConverter('Hant', 'cn'),
  };
  const reports: EditedReport[] = [];
  for (let index = 0; index < count; index += 1) {
    const scenario = SCENARIOS[index % SCENARIOS.length] as Scenario;
    const isHant = Math.floor(index / SCENARIOS.length) % 2 === 1;
    const own = documents.filter(({ script }) => script.startsWith('hant') === isHant);
    const text = wellFormed(read(random.pick(own).path));
    const sentences = sentencesOf(wellFormed(read(random.pick(own).path)));
    const converter = converters[isHant ? 'hant' : 'hans'];
    const sides = changesOf(
      scenario,
      scenario === 'its own sentences again' ? sentencesOf(text) : sentences,
      isHant ? readings : null,
      converter,
    );
    const base = cellsOf(text);
    const old = textOf(sides.old(base, random), null);
    const currentCells = textOf(sides.current(base, random), sides.converter);
    const places = placesOf(currentCells);
    const chosen = anchorsIn(old, random, anchorsEach, base.length);
    reports.push({
      scenario,
      old: anchorText(old.text, isTraditionalForm),
      current: anchorText(currentCells.text, isTraditionalForm),
      currentCells,
      anchors: chosen.map(({ selector }) => selector),
      truths: chosen.map(({ ids }) => truthOf(currentCells, places, ids)),
    });
  }
  return reports;
}

function documentsOf(table: string): readonly Document[] {
  return table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([collection]) => collection !== 'long')
    .map(([, path = '', , length = '0', script = '']) => ({ path, script, length: Number(length) }))
    .filter(({ length, script }) => length >= 1_500 && /^(?:hans|hant)/u.test(script));
}

function wellFormed(text: string): string {
  return Array.from(text.slice(0, MAX_LENGTH))
    .filter((character) => !/^[\uD800-\uDFFF]$/u.test(character))
    .join('');
}

function sentencesOf(text: string): readonly string[] {
  const sentences = text.match(/[^。；！？\n]{6,80}[。；]/gu) ?? [];
  return sentences.length > 0 ? sentences : ['这是另外写进去的一句话。'];
}

interface Sides {
  readonly old: Change;
  readonly current: Change;
  readonly converter: Converter | null;
}

function changesOf(
  scenario: Scenario,
  sentences: readonly string[],
  readings: ReadonlyMap<string, string> | null,
  converter: Converter,
): Sides {
  const none = inTurn([]);
  const edited = [fixTypos(150), insertSentences(sentences, 15), deleteSentences(25)];
  const moved = moveParagraphs(3);
  const damage =
    readings !== null
      ? [leaveReadings(readings), halfWidthPunctuation]
      : [halfWidthPunctuation, straySpaces(60), wrapLines(38)];
  switch (scenario) {
    case 'typos, sentences in and out':
      return { old: none, current: inTurn(edited), converter: null };
    case 'its own sentences again':
      return { old: none, current: insertSentences(sentences, 6), converter: null };
    case 'paragraphs moved':
      return { old: none, current: moved, converter: null };
    case 'script converted':
      return { old: none, current: none, converter };
    case 'repaired':
      return { old: inTurn(damage), current: none, converter: null };
    case 'damaged':
      return { old: none, current: inTurn(damage), converter: null };
    case 'all of it': {
      const rewritten = rewriteSentences(sentences, 25);
      return { old: inTurn(damage), current: inTurn([...edited, rewritten, moved]), converter };
    }
  }
}

/** Characters that real pages annotate, with the reading seen most. */
function commonReadings(table: string): ReadonlyMap<string, string> {
  const lines = table.split('\n');
  return new Map(
    lines.slice(1, 21).map((line) => {
      const [character = '', , readings = ''] = line.split('\t');
      return [character, readings.split(':')[0] ?? ''];
    }),
  );
}

interface ChosenAnchor {
  readonly selector: Selector;
  /** The base text's characters in it, without white space. */
  readonly ids: readonly number[];
}

/** Random passages of 2 to 60 characters of the first text, with a word character at each end. */
function anchorsIn(old: CellText, random: Random, count: number, size: number): readonly ChosenAnchor[] {
  const places = placesOf(old);
  const chosen: ChosenAnchor[] = [];
  for (let tries = 0; chosen.length < count && tries < count * 100; tries += 1) {
    const length = 2 + random.below(59);
    const from = random.below(Math.max(1, size - length));
    const to = from + length;
    const first = places.get(from);
    const last = places.get(to - 1);
    if (first === undefined || last === undefined) continue;
    if (![first, last].every((at) => /[\p{L}\p{N}]/u.test(old.cells[at]?.text ?? ''))) continue;
    const range = { start: old.ranges[first]?.start ?? 0, end: old.ranges[last]?.end ?? 0 };
    const snapped = snapOutward(old.text, range);
    if (snapped.start !== range.start || snapped.end !== range.end) continue;
    const ids = Array.from({ length }, (_, at) => from + at).filter((id) => places.has(id));
    chosen.push({ selector: { ...range, ...contextOf(old.text, range) }, ids });
  }
  return chosen;
}

function anchorText(source: string, isTraditionalForm: (character: string) => boolean): AnchorText {
  const { edits } = planEdits(source, 'txt', { isTraditionalForm });
  return { source, reading: buildReading(source, 'txt', edits) };
}
