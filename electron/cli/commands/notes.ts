import type { Annotation } from '#core/annotations/record.ts';
import { BUILT_IN_CODES } from '#core/annotations/codes.ts';
import type { Command } from '../command.ts';
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
    color: { kind: 'value', value: 'COLOR', allowed: BUILT_IN_CODES, help: 'only of this colour' },
    query: { kind: 'value', value: 'TEXT', help: 'only where quote, note or a tag holds TEXT' },
  },
  run: async ({ library, positionals, option, options, json, answer, say }) => {
    const opened = await library();
    const [report] = positionals;
    const reportId = report === undefined ? null : (await findReport(opened, report)).reportId;
    const holds = await containsFolded(option('query') ?? '');
    const tags = await Promise.all(options('tag').map(sameFold));
    const color = option('color');
    for (const note of await opened.listNotes({ reportId })) {
      const tagged = tags.every((isTag) => note.tags.some(isTag));
      const coloured = color === undefined || note.code === color;
      if (!tagged || !coloured || !holds(note.anchor.exact, note.note, ...note.tags)) continue;
      if (json) answer(note);
      else say(lineOf(note));
    }
    return 0;
  },
};

function lineOf({ id, reportId, code, anchor, note, tags }: Annotation): string {
  const place = `${reportId}:${anchor.start}-${anchor.end}`;
  const words = [anchor.exact, note, tags.map((tag) => `#${tag}`).join(' ')];
  return [id, place, code, ...words.map((text) => text.replaceAll(/\s+/gu, ' '))].join('\t').trimEnd();
}
