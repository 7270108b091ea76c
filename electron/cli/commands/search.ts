import type { SearchAnswer, SearchResult } from '#core/ipc/payloads.ts';
import { commandSentence } from '#core/messages/command-sentence.ts';
import type { ViewScript } from '#core/report/script.ts';
import { VIEW_SCRIPTS } from '#core/report/script.ts';
import {
  CONCORDANCE_GROUPS,
  CONCORDANCE_ORDERS,
  onOneLine,
  type ConcordanceGrouping,
  type ConcordanceOrder,
} from '#core/search/concordance.ts';
import type { Library } from '#services/library-types.ts';
import type { Command } from '../command.ts';
import { findReport } from '../find-report.ts';
import { wholeNumber } from '../parse-arguments.ts';
import {
  CONCORDANCE_FORMATS,
  concordanceOf,
  type ConcordanceFormat,
  type ConcordanceWish,
} from './search-kwic.ts';

const DEFAULT_LIMIT = 20;
const MOST_RESULTS = 1000;

/** `zhupi search QUERY` */
export const searchCommand: Command = {
  name: 'search',
  summary: 'search all reports, in any script',
  usage: 'QUERY',
  example: 'zhupi search 教育强国 --kwic',
  needs: ['QUERY'],
  most: Infinity,
  options: {
    limit: { kind: 'value', value: 'N', help: `the most reports to list (${DEFAULT_LIMIT})` },
    in: { kind: 'value', value: 'REPORT', help: 'search this report only' },
    kwic: { kind: 'flag', help: 'every place on a line of its own, the words around it beside it' },
    sort: {
      ...{ kind: 'value', value: 'SIDE', allowed: CONCORDANCE_ORDERS },
      help: 'with --kwic: by what stands on this side',
    },
    group: {
      ...{ kind: 'value', value: 'WHAT', allowed: CONCORDANCE_GROUPS },
      help: 'with --kwic: under report, year or place',
    },
    format: {
      ...{ kind: 'value', value: 'FORMAT', allowed: CONCORDANCE_FORMATS },
      help: 'with --kwic: a table for a spreadsheet or for Markdown (text)',
    },
    script: { kind: 'value', value: 'SCRIPT', allowed: VIEW_SCRIPTS, help: 'show the texts in this script' },
  },
  run: async ({ command, library, positionals, option, flag, json, answer, say, locale, io }) => {
    const query = positionals.join(' ');
    const script = (option('script') ?? 'source') as ViewScript;
    const limit = wholeNumber(command, 'limit', option('limit') ?? String(DEFAULT_LIMIT), 1, MOST_RESULTS);
    const opened = await library();
    const one = option('in');
    // Who reads them by a program, or as a concordance, wants all places.
    const all = json || flag('kwic');
    const asked = { query, script, limit };
    const found =
      one === undefined
        ? await (all ? opened.searchEveryPlace(asked) : opened.search(asked))
        : await searchOne(opened, { query, script, report: one });
    if (json) {
      answer(jsonOf(found));
      return 0;
    }
    const { results, listed = found.total.reports } = found;
    // A list or a table that was cut short looks like any other.
    if (results.length < listed) {
      const told = { shown: results.length, reports: listed, most: MOST_RESULTS };
      io.writeError(`${commandSentence('search-limited', told, locale)}\n`);
    }
    if (flag('kwic')) {
      const wish: ConcordanceWish = {
        format: (option('format') ?? 'text') as ConcordanceFormat,
        order: option('sort') as ConcordanceOrder | undefined,
        grouping: option('group') as ConcordanceGrouping | undefined,
      };
      io.write(await concordanceOf(opened, found, wish));
      // A table is read by a program.
      if (wish.format !== 'text') return 0;
    } else {
      for (const { reportId, hits, title } of found.results) say(`${reportId}\t${hits}\t${title}`);
      for (const { reportId, field, text } of found.notes ?? []) {
        say(`${reportId}\t${field}\t${onOneLine(text)}`);
      }
    }
    say(commandSentence('search-total', found.total, locale));
    return 0;
  },
};

/** The shape of the command; what is listed apart stands in keys of its own. */
function jsonOf({ query, total, tookMs, results, metadata = [], notes = [], apart }: SearchAnswer) {
  return {
    ...{ query, total, took_ms: tookMs, results },
    // The command calls a region place.
    metadata: metadata.map(({ field, ...match }) => ({
      ...match,
      field: field === 'region' ? 'place' : field,
    })),
    notes,
    apart: apart ?? { metadata: metadata.length, notes: notes.length },
  };
}

async function searchOne(
  library: Library,
  { query, script, report }: { readonly query: string; readonly script: ViewScript; readonly report: string },
): Promise<SearchAnswer> {
  const begun = performance.now();
  const { reportId, title } = await findReport(library, report);
  const places = [...(await library.searchInReport({ query, reportId, script }))];
  const results: SearchResult[] =
    places.length === 0 ? [] : [{ reportId, title, score: 1, hits: places.length, places }];
  const total = { reports: results.length, hits: places.length };
  return { query, total, tookMs: performance.now() - begun, results };
}
