import type { Code } from '#core/annotations/codes-record.ts';
import { ANNOTATION_KINDS, type AnnotationKind } from '#core/annotations/record.ts';
import { findQuote } from '#core/anchor/find-quote.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { loadFolder } from '#core/script/index.ts';
import { toB } from '#core/text/map-range.ts';
import { shownReadingOf, type Reading } from '#core/text/reading.ts';
import { AmbiguousQuote } from '../ambiguous-quote.ts';
import type { Command, CommandContext } from '../command.ts';
import { requireCode } from '../find-code.ts';
import { findReport } from '../find-report.ts';
import { wholeNumber } from '../parse-arguments.ts';

/** Characters on each side that let a person tell places apart. */
const CONTEXT = 8;

/** `zhupi annotate REPORT --quote TEXT` */
export const annotateCommand: Command = {
  name: 'annotate',
  summary: 'highlight a quote of a report, given in any script',
  usage: 'REPORT --quote TEXT',
  example: 'zhupi annotate r4k2 --quote 教育强国 --nth 2 --color red --note "See chapter 3" --tag 目标',
  needs: ['REPORT'],
  most: 1,
  options: {
    quote: { kind: 'value', value: 'TEXT', help: 'the words to mark; left out, a note on the whole report' },
    kind: { kind: 'value', value: 'KIND', allowed: ANNOTATION_KINDS, help: 'highlight unless said' },
    prefix: { kind: 'value', value: 'TEXT', help: 'what stands before them' },
    suffix: { kind: 'value', value: 'TEXT', help: 'what stands behind them' },
    nth: { kind: 'value', value: 'N', help: 'which place, from 1, where they stand more than once' },
    color: {
      kind: 'value',
      value: 'COLOR',
      help: 'a colour, or the name or id of a code; yellow unless said',
    },
    note: { kind: 'value', value: 'TEXT', help: 'a note on it, Markdown' },
    tag: { kind: 'list', value: 'TAG', help: 'a tag; may be given several times' },
  },
  run: async (context) => {
    const { command, library, positionals, option, options, answer, json, say } = context;
    const quote = option('quote');
    const note = option('note') ?? '';
    const isOnReport = quote === undefined && note !== '' && (option('kind') ?? 'note') === 'note';
    if (!isOnReport && (quote === undefined || quote === '')) {
      throw new ZhupiError('usage', { reason: 'argument-missing', command, word: '--quote' });
    }
    const opened = await library();
    const { reportId } = await findReport(opened, positionals[0] ?? '');
    const content = await opened.openReport({ reportId });
    const kind = isOnReport ? 'note' : kindOf(option('kind'));
    const place = isOnReport ? { start: 0, end: 0 } : await findPlace(context, content, quote ?? '');
    const { start, end } = kind === 'bookmark' ? { ...place, end: place.start } : place;
    const annotation = await opened.createNote({
      reportId,
      start,
      end,
      kind,
      code: await codeOf(context, await opened.listCodes({})),
      note,
      tags: [...options('tag')],
    });
    const { exact, prefix, suffix } = annotation.anchor;
    if (json) answer({ annotationId: annotation.id, start, end, exact, prefix, suffix });
    else say(`${annotation.id}\t${reportId}:${start}-${end}\t${exact.replaceAll(/\s+/gu, ' ')}`);
    return 0;
  },
};

async function codeOf({ option, command }: CommandContext, codes: readonly Code[]): Promise<string> {
  const color = option('color');
  return color === undefined ? 'yellow' : (await requireCode(codes, command, color)).id;
}

function kindOf(asked: string | undefined): AnnotationKind {
  return ANNOTATION_KINDS.find((kind) => kind === asked) ?? 'highlight';
}

/** Where a quote stands, in any script; the one that was chosen where there are several. */
async function findPlace(context: CommandContext, content: ReportContent, quote: string): Promise<TextRange> {
  const { source, summary } = content;
  const reading = shownReadingOf(content);
  const { option } = context;
  const wanted = { exact: quote, prefix: option('prefix') ?? '', suffix: option('suffix') ?? '' };
  const foldReading = (await loadFolder()).foldWithMap;
  const foldSource = (await loadFolder({ lineFeed: 'nothing' })).foldWithMap;
  const { places } = findQuote({ source, reading, foldReading, foldSource }, wanted);
  return choosePlace(context, { reportId: summary.reportId, source, reading, places });
}

interface FoundPlaces {
  readonly reportId: string;
  readonly source: string;
  readonly reading: Reading;
  readonly places: readonly TextRange[];
}

function choosePlace(
  { command, option }: CommandContext,
  { reportId, source, reading, places }: FoundPlaces,
): TextRange {
  const count = places.length;
  const nth = option('nth');
  const chosen = nth === undefined ? 1 : wholeNumber(command, 'nth', nth, 1, 999_999_999);
  const place = places[chosen - 1];
  if (count === 0) throw new ZhupiError('quote-not-found', { reportId });
  if (place === undefined) {
    const reason = count === 1 ? 'once' : 'several';
    throw new ZhupiError('quote-nth-out-of-range', { reportId, nth: chosen, count, reason });
  }
  if (nth !== undefined || count === 1) return place;
  const listed = places.map((range, index) => ({
    n: index + 1,
    ...range,
    ...around(source, reading, range),
  }));
  throw new AmbiguousQuote(reportId, listed);
}

/** A passage with what stands beside it in the reading text; in the source where the reading hides it. */
function around(source: string, reading: Reading, range: TextRange) {
  const read = toB(reading.map, range);
  const isHidden = read.start === read.end;
  const text = isHidden ? source : reading.text;
  const { start, end } = isHidden ? range : read;
  return {
    // Whole characters: a pair of surrogates is not parted.
    before: Array.from(text.slice(Math.max(0, start - 2 * CONTEXT), start))
      .slice(-CONTEXT)
      .join(''),
    match: text.slice(start, end),
    after: Array.from(text.slice(end, end + 2 * CONTEXT))
      .slice(0, CONTEXT)
      .join(''),
  };
}
