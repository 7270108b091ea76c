import { expect, test } from 'vitest';
import { createNote } from '../annotations/commands.ts';
import { EMPTY_METADATA } from '../report/report.ts';
import { readingOfSource } from '../text/reading.ts';
import { describeReport } from './describe-report.ts';
import { blockOf } from './markdown-block.ts';
import { writeNotesTable } from './notes-table.ts';
import { writeWebAnnotations } from './web-annotation/write.ts';

const source = '三年内新增学位两千个。';
const note = createNote({
  ...{ id: 'naaaaaaaaaaaaaaaa', reportId: 'r1', kind: 'highlight', code: 'red', note: '', tags: [], now: 0 },
  anchor: { start: 3, end: 7, exact: '新增学位', prefix: '三年内', suffix: '两千个。', sourceHash: 'ab' },
}).after;
const reading = readingOfSource({ source, format: 'txt', edits: [], blocks: null });
const names = new Map([['red', '目标*']]);

function bodyWith(codeNames: ReadonlyMap<string, string>): string {
  const report = { reportId: 'r1', metadata: EMPTY_METADATA, source, reading, codeNames };
  const [described] = describeReport(report, [note]).notes;
  return described === undefined ? '' : blockOf(described).body;
}

test('a code that the user named is named in the block; any other leaves the block as it always was', () => {
  expect(bodyWith(names)).toContain('目标\\* · ');
  expect(bodyWith(new Map())).not.toContain('目标');
  expect(bodyWith(new Map([['blue', '措施']]))).toBe(bodyWith(new Map()));
});

test('table and annotations carry the name beside the id', () => {
  const described = describeReport(
    { reportId: 'r1', metadata: EMPTY_METADATA, source, reading, codeNames: names },
    [note],
  );
  expect(writeNotesTable('r1', [{ report: described, notes: [note] }])).toContain('red,目标*,highlight');
  const about = { reportId: 'r1', title: '', version: 1, source, sourceHash: 'ab' };
  expect(JSON.stringify(writeWebAnnotations({ ...about, codeNames: names }, [note]))).toContain(
    '"zhupi:codeName":"目标*"',
  );
  expect(JSON.stringify(writeWebAnnotations(about, [note]))).not.toContain('codeName');
});
