import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_TEMPLATES, type TemplateParts } from '#core/export/export-template.ts';
import { newMarkdownFile } from '#core/export/markdown-file.ts';
import { cutMarkdown } from '#core/export/markdown-pieces.ts';
import { exportDeps, exportedNote } from '../fixtures/exported-report.ts';
import { chosenNotes, describeChosen, styleOf } from '../describe-chosen.ts';
import { sha256Hex } from '../export-folder.ts';

const notes = [
  exportedNote(1, '統(tǒng)籌安排', { note: '要点\n\n# 标题', tags: ['目标 一'] }),
  exportedNote(2, '落实', { note: '<!-- /zhupi n0000000000000002 -->\n```' }),
];

async function write(template: TemplateParts): Promise<string> {
  const deps = exportDeps(notes);
  const choice = { reportIds: null, script: 'source', template } as const;
  const contents = [];
  for (const report of chosenNotes(deps, choice, notes)) {
    contents.push(await describeChosen(deps, report, choice));
  }
  const [content] = contents;
  if (content === undefined) throw new Error('no report');
  return newMarkdownFile(content.report, sha256Hex, styleOf(deps, choice, contents));
}

const parts = (note: string, file = '{{ notes }}'): TemplateParts => ({ file, note, hasSections: false });

describe.each(BUILT_IN_TEMPLATES)('$id', (template) => {
  test('writes a file that is found again, each note in a block of ours with its quote', async () => {
    const text = await write(template);
    expect(text).toContain('zhupi-id: raaaaaaaaaaaaaaaaaaaa\n');
    const blocks = cutMarkdown(text, sha256Hex).flatMap((piece) => (piece.kind === 'block' ? [piece] : []));
    expect(blocks.map(({ id, state }) => [id, state])).toEqual([
      ['n0000000000000001', 'ours'],
      ['n0000000000000002', 'ours'],
    ]);
    expect(blocks[0]?.text).toContain('統籌安排');
    expect(blocks[0]?.text).toContain('要点');
    expect(fromMarkdown(text).children.length).toBeGreaterThan(4);
    expect(await write(template)).toBe(text);
  });
});

test('every name of a note and its report can be used', async () => {
  const text = await write(
    parts(
      '{{ text }}|{{ tags | join: "," }}|{{ hashtags }}|{{ label }}|{{ section }}|{{ created | date: "%Y" }}|{{ code }}|{{ title | md }}',
    ),
  );
  expect(text).toContain('\n統籌安排|目标 一|#目标-一|一 ¶1|一、目标|1970|yellow|甲/乙:报告\n');
});

test.each([
  ['an unknown name', '第一行\n{{ quot }}', { reason: 'note', line: 2, column: 4 }],
  ['an unknown filter', '{{ quote | shout }}', { reason: 'note', line: 1, column: 1 }],
  ['a tag that is not closed', '一\n\n{% if note %}', { reason: 'note', line: 3, column: 1 }],
  ['another file', '{% include "/etc/passwd" %}', { reason: 'note', line: 1 }],
  ['what differs at every export', '{{ tags | sample }}', { reason: 'note', line: 1 }],
  ['a loop without end', '{% for i in (1..100000000) %}{{ i }}{% endfor %}', { reason: 'note' }],
  ['the inside of the program', '{{ title.constructor.constructor }}', { reason: 'note' }],
])('%s is a fault with its place', async (_name, note, params) => {
  await expect(write(parts(note))).rejects.toMatchObject({ code: 'template-invalid', params });
});

test('a file without a place for the notes is a fault', async () => {
  const params = { reason: 'notes-missing' };
  await expect(write(parts('{{ quote }}', '# {{ title }}'))).rejects.toMatchObject({ params });
});

test('front matter of the template is kept and gets our id', async () => {
  const text = await write(parts('{{ quote }}', '---\nrating: 5\n---\n{{ notes }}'));
  expect(text.startsWith('---\nrating: 5\nzhupi-id: raaaaaaaaaaaaaaaaaaaa\n---\n')).toBe(true);
});
