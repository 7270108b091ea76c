/*
 * Lost paragraph breaks: …的要求。二、主要任务… inside one paragraph.
 *
 * Evidence: pages whose line breaks a program swallowed. Headings run in order, so a break is offered only where a label
 * stands behind the end of a sentence and the labels 一、 二、 三、 of that paragraph count up; an enumeration inside a
 * paragraph looks the same, so nothing is done alone, unless each 一、 stands behind a whole sentence and is long. But where they count up over the paragraphs, from 一 on and none of
 * them missing, each one alone in its paragraph, at its head or behind a sentence, no enumeration explains those inside.
 */
import type { Edit } from '../edit.ts';
import { filledLines } from './lines.ts';
import type { Line } from './lines.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const ID = 'lost-breaks';
const PROPOSED = 0.5;
const CERTAIN = 0.9;
const NUMBERS = '一二三四五六七八九十';
const PATTERNS = [
  /(?<=[。！？；]["”』」]?)([一二三四五六七八九十])、/gu,
  /(?<=[。！？；]["”』」]?)第([一二三四五六七八九十])[，、]/gu,
  /(?<=[。！？；]["”』」]?)[（(]([一二三四五六七八九十])[）)]/gu,
];
/** A page that lost its breaks is one paragraph, or nearly; a sound one that counts inside a paragraph has others. */
const LEAST_LENGTH = 400;
const LEAST_SHARE = 0.6;
const LEAST_LABELS = 3;
/** Items of an enumeration inside a paragraph are shorter; in 1,300 sound documents no 一、 stand so. */
const LEAST_PARAGRAPH = 60;
/** Kinds of labels, as they stand in PATTERNS. */
const [HEADINGS, ORDINALS] = [0, 1];

/** A label at the head of a line, or behind a sentence inside it. */
interface Label {
  readonly at: number;
  readonly number: string;
  readonly isInside: boolean;
}

const HEADS = [
  /^[ \t\u3000]*([一二三四五六七八九十])、/u,
  /^[ \t\u3000]*第([一二三四五六七八九十])[，、]/u,
  /^[ \t\u3000]*[（(]([一二三四五六七八九十])[）)]/u,
];

/** 要抓好以下几件事：一、 */
const FIRST_BEHIND_COLON = [/(?<=[：:])(一)、/u, /(?<=[：:])第(一)[，、]/u, /(?<=[：:])[（(](一)[）)]/u];

/** Without a label inside a line there is nothing to part. */
const TRACE =
  /[。！？；：:]["”』」]?(?:[一二三四五六七八九十]、|第[一二三四五六七八九十][，、]|[（(][一二三四五六七八九十][）)])/u;

function labelsInside(text: string, kind: number): readonly RegExpExecArray[] {
  const pattern = PATTERNS[kind];
  const behindColon = FIRST_BEHIND_COLON[kind]?.exec(text);
  // To search takes far less than to make a list of nothing.
  const behind = pattern === undefined || text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
  return behindColon ? [behindColon, ...behind] : behind;
}

/** The one label of a kind in a line; none where it has several, as an enumeration has. */
function onlyLabel(line: Line, kind: number): Label | undefined {
  const inside = labelsInside(line.text, kind);
  const [only] = inside;
  const first = HEADS[kind]?.exec(line.text)?.[1];
  if (first !== undefined) {
    return inside.length > 0 ? undefined : { at: line.start, number: first, isInside: false };
  }
  if (only === undefined || inside.length > 1) return undefined;
  return { at: line.start + only.index, number: only[1] ?? '', isInside: true };
}

/** Labels that stand inside paragraphs and belong to a run over the paragraphs. */
function brokenRuns(lines: readonly Line[], kind: number): readonly number[] {
  const places: number[] = [];
  let run: Label[] = [];
  const close = (): void => {
    if (run.length >= LEAST_LABELS) places.push(...run.filter((one) => one.isInside).map(({ at }) => at));
    run = [];
  };
  for (const line of lines) {
    const label = onlyLabel(line, kind);
    if (label === undefined) continue;
    if (run.length > 0 && follows(label.number, run.at(-1)?.number)) run.push(label);
    else {
      close();
      if (label.number === '一') run = [label];
    }
  }
  close();
  return places;
}

function find(text: string, context: RuleContext): readonly Edit[] {
  if (context.format === 'md') return [];
  const lines = filledLines(text);
  const places = PATTERNS.flatMap((_pattern, kind) =>
    labelsInside(text, kind).length === 0 ? [] : brokenRuns(lines, kind),
  );
  const certain = [...new Set(places)].map((at) =>
    editAt(text, { start: at, end: at }, { after: '\n', rule: ID, confidence: CERTAIN, applied: true }),
  );
  const inside = lines
    .flatMap((line) => {
      const isPage = line.text.length >= Math.max(LEAST_LENGTH, LEAST_SHARE * text.length);
      return isPage || line.text.length >= LEAST_LABELS * LEAST_PARAGRAPH
        ? breaksInside(text, line, isPage)
        : [];
    })
    .filter(({ start }) => !places.includes(start));
  return [...certain, ...inside].toSorted((a, b) => a.start - b.start);
}

/** Labels of one kind in a line that count up from 一 on. */
interface Run {
  readonly kind: number;
  /** UTF-16 offsets in the line of the labels inside it. */
  readonly places: readonly number[];
  readonly isFromFirst: boolean;
  /** Whether all stand behind whole sentences, far enough apart for paragraphs. */
  readonly isOfParagraphs: boolean;
}

const SENTENCE_END = /[。！？]["”』」]?$/u;

function runsIn(line: string, kind: number): readonly Run[] {
  const head = HEADS[kind]?.exec(line);
  const labels = [...line.matchAll(PATTERNS[kind] ?? /(?!)/gu)].map(({ index, 1: number = '' }) => ({
    at: index,
    number,
    isInside: true,
  }));
  if (head !== undefined && head !== null) labels.unshift({ at: 0, number: head[1] ?? '', isInside: false });
  const runs: (typeof labels)[] = [];
  for (const label of labels) {
    const run = runs.at(-1);
    if (run !== undefined && follows(label.number, run.at(-1)?.number)) run.push(label);
    else runs.push([label]);
  }
  return runs
    .filter((run) => run.length >= LEAST_LABELS)
    .map((run) => {
      const inside = run.filter((label) => label.isInside).map(({ at }) => at);
      const isFar = run.every(
        (label, index) => index === 0 || label.at - (run[index - 1]?.at ?? 0) >= LEAST_PARAGRAPH,
      );
      const areBehindSentences = inside.every((at) => SENTENCE_END.test(line.slice(Math.max(0, at - 2), at)));
      const isFromFirst = run[0]?.number === '一';
      return { kind, places: inside, isFromFirst, isOfParagraphs: isFar && areBehindSentences };
    });
}

/**
 * Breaks before the labels inside one paragraph: surely before 一、 that count up, each behind a whole sentence and far from the
 * next, and then before the （一） between them; of a page that is one paragraph all runs are offered.
 */
function breaksInside(text: string, line: Line, isPage: boolean): readonly Edit[] {
  const runs = PATTERNS.flatMap((_pattern, kind) => runsIn(line.text, kind));
  const isSure = (run: Run): boolean => run.isFromFirst && run.isOfParagraphs;
  const isProven = runs.some((run) => run.kind === HEADINGS && isSure(run));
  const edits = runs.flatMap((run) => {
    const applied = isProven && run.kind !== ORDINALS && isSure(run);
    if (!applied && !isPage) return [];
    const change = { after: '\n', rule: ID, confidence: applied ? CERTAIN : PROPOSED, applied };
    return run.places.map((place) =>
      editAt(text, { start: line.start + place, end: line.start + place }, change),
    );
  });
  return edits.toSorted((a, b) => a.start - b.start);
}

function follows(label = '', before = ''): boolean {
  return NUMBERS.indexOf(label) === NUMBERS.indexOf(before) + 1;
}

/** Puts breaks back before labels that count up over the paragraphs, offers others in order; see the evidence above. */
export const lostBreaks: RepairRule = { id: ID, trace: TRACE, find };
