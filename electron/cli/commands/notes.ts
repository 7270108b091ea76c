import type { Annotation } from '#core/annotations/record.ts';
import { labelOfCode } from '#core/annotations/codes-names.ts';
import type { Code } from '#core/annotations/codes-record.ts';
import type { Command, CommandContext } from '../command.ts';
import { findCodes, requireCode } from '../find-code.ts';
import { findReport } from '../find-report.ts';
import { containsFolded, sameFold } from '../folded-match.ts';

/** `zhupi notes [REPORT]` */
export const notesCommand: Command = {
  name: 'notes',
  summary: 'list the notes of a report, or of all',
  usage: '[REPORT]',
  example: 'zhupi notes --tag 目标 --json',
  needs: [],
  most: 1,
  options: {
    tag: { kind: 'list', value: 'TAG', help: 'only with this tag; several must all be there' },
    color: { kind: 'value', value: 'COLOR', help: 'only of this colour, or of the code of this name or id' },
    query: { kind: 'value', value: 'TEXT', help: 'only where quote, note or a tag holds TEXT' },
  },
  run: async (context) => {
    const { library, positionals, option, options, json, answer, say, locale } = context;
    const opened = await library();
    const [report] = positionals;
    const reportId = report === undefined ? null : (await findReport(opened, report)).reportId;
    const holds = await containsFolded(option('query') ?? '');
    const tags = await Promise.all(options('tag').map(sameFold));
    const listed = await opened.listNotes({ reportId });
    const codes = await opened.listCodes({});
    const wanted = await wantedCodes(context, codes, listed);
    for (const note of listed) {
      const tagged = tags.every((isTag) => note.tags.some(isTag));
      const coloured = wanted === null || wanted.has(note.code);
      if (!tagged || !coloured || !holds(note.anchor.exact, note.note, ...note.tags)) continue;
      if (json) answer(note);
      else say(lineOf(note, labelOfCode(codes, note.code, locale)));
    }
    return 0;
  },
};

/** null = of every code. A code that only notes name (from another machine) is found by its id. */
async function wantedCodes(
  { option, command }: CommandContext,
  codes: readonly Code[],
  notes: readonly Annotation[],
): Promise<ReadonlySet<string> | null> {
  const color = option('color');
  if (color === undefined) return null;
  if (notes.some(({ code }) => code === color)) return new Set([color]);
  const found = await findCodes(codes, color);
  return new Set(
    found.length > 0 ? found.map(({ id }) => id) : [(await requireCode(codes, command, color)).id],
  );
}

function lineOf({ id, reportId, anchor, note, tags }: Annotation, code: string): string {
  const place = `${reportId}:${anchor.start}-${anchor.end}`;
  const words = [anchor.exact, note, tags.map((tag) => `#${tag}`).join(' ')];
  return [id, place, code, ...words.map((text) => text.replaceAll(/\s+/gu, ' '))].join('\t').trimEnd();
}
