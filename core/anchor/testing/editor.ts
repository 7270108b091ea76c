import { NEW, NOISE, type Cell } from './cells.ts';
import type { Random } from './random.ts';

/** How editors change a text. Each takes cells and gives cells; none changes its argument. */
export type Change = (cells: readonly Cell[], random: Random) => Cell[];

const HAN = /\p{Script=Han}/u;
const SENTENCE_END = /[。；！？]/u;

/** One Han character in `every` becomes another one of the same text. */
export function fixTypos(every: number): Change {
  return (cells, random) =>
    cells.map((cell) => {
      if (!HAN.test(cell.text) || !random.chance(1 / every)) return cell;
      let other = random.pick(cells).text;
      for (let tries = 0; tries < 50 && (!HAN.test(other) || other === cell.text); tries += 1) {
        other = random.pick(cells).text;
      }
      return { id: NEW, text: other };
    });
}

/**
 * Puts some of `sentences` behind one sentence in `every`, none beside an equal one: which of two equal neighbours is the
 * old one cannot be known.
 */
export function insertSentences(sentences: readonly string[], every: number): Change {
  return (cells, random) => {
    const own = sentencesOf(cells);
    return own.flatMap((sentence, index) => {
      const isWhole = SENTENCE_END.test(sentence.at(-1)?.text ?? '');
      if (!isWhole || !random.chance(1 / every)) return sentence;
      const added = random.pick(sentences);
      const isBeside = [sentence, own[index + 1] ?? []].some((other) => plainText(other) === added);
      return isBeside ? sentence : [...sentence, ...newCells(added)];
    });
  };
}

function plainText(cells: readonly Cell[]): string {
  return cells
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Leaves out one sentence in `every`. */
export function deleteSentences(every: number): Change {
  return (cells, random) =>
    sentencesOf(cells)
      .filter(() => !random.chance(1 / every))
      .flat();
}

/** Writes one sentence in `every` anew: another sentence stands in its place. */
export function rewriteSentences(sentences: readonly string[], every: number): Change {
  return (cells, random) =>
    sentencesOf(cells).flatMap((sentence) =>
      random.chance(1 / every) && sentence.every(({ text }) => text !== '\n')
        ? newCells(random.pick(sentences))
        : sentence,
    );
}

/** Takes `count` paragraphs out and puts each before another one. */
export function moveParagraphs(count: number): Change {
  return (cells, random) => {
    const lines = linesOf(cells);
    for (let done = 0; done < count && lines.length > 3; done += 1) {
      const [line] = lines.splice(1 + random.below(lines.length - 2), 1);
      if (line !== undefined) lines.splice(1 + random.below(lines.length - 2), 0, line);
    }
    return lines.flat();
  };
}

/** Chinese punctuation becomes ASCII's, as careless typing leaves it. */
export const halfWidthPunctuation: Change = (cells) =>
  cells.map(({ id, text }) => ({ id, text: HALF_WIDTH.get(text) ?? text }));

const HALF_WIDTH = new Map([
  ['，', ','],
  ['：', ':'],
  ['；', ';'],
  ['（', '('],
  ['）', ')'],
]);

/** Spaces between characters, one in `every`. */
export function straySpaces(every: number): Change {
  return (cells, random) =>
    cells.flatMap((cell) =>
      HAN.test(cell.text) && random.chance(1 / every) ? [cell, { id: NOISE, text: ' ' }] : [cell],
    );
}

/** Lines cut at a width, as mail and terminals do. */
export function wrapLines(width: number): Change {
  return (cells) => {
    const wrapped: Cell[] = [];
    let length = 0;
    for (const cell of cells) {
      if (cell.text === '\n') length = 0;
      else if (length >= width && HAN.test(cell.text)) {
        wrapped.push({ id: NOISE, text: '\n' });
        length = 0;
      }
      length += 1;
      wrapped.push(cell);
    }
    return wrapped;
  };
}

/** Readings in brackets behind every occurrence of some characters, as a converter of web pages leaves them. */
export function leaveReadings(readings: ReadonlyMap<string, string>): Change {
  return (cells) =>
    cells.flatMap((cell) => {
      const reading = readings.get(cell.text);
      return reading === undefined ? [cell] : [cell, { id: NOISE, text: `(${reading})` }];
    });
}

/** All the changes, one after the other. */
export function inTurn(changes: readonly Change[]): Change {
  return (cells, random) => changes.reduce((current, change) => change(current, random), cells.slice());
}

function newCells(text: string): Cell[] {
  return Array.from(text, (character) => ({ id: NEW, text: character }));
}

function sentencesOf(cells: readonly Cell[]): Cell[][] {
  return splitBehind(cells, ({ text }) => text === '\n' || SENTENCE_END.test(text));
}

function linesOf(cells: readonly Cell[]): Cell[][] {
  const lines = splitBehind(cells, ({ text }) => text === '\n');
  const last = lines.at(-1)?.at(-1);
  if (last !== undefined && last.text !== '\n') lines.at(-1)?.push({ id: NEW, text: '\n' });
  return lines;
}

function splitBehind(cells: readonly Cell[], isEnd: (cell: Cell) => boolean): Cell[][] {
  const parts: Cell[][] = [];
  let part: Cell[] = [];
  for (const cell of cells) {
    part.push(cell);
    if (!isEnd(cell)) continue;
    parts.push(part);
    part = [];
  }
  if (part.length > 0) parts.push(part);
  return parts;
}
