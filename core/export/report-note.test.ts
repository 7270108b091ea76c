import { expect, test } from 'vitest';
import { brokenRules } from '#test/web-annotation-rules.ts';
import { createNote } from '../annotations/commands.ts';
import { reportAnchor } from '../annotations/report-note.ts';
import type { Annotation } from '../annotations/record.ts';
import { EMPTY_METADATA } from '../report/report.ts';
import { buildReading } from '../text/reading.ts';
import { describeReport } from './describe-report.ts';
import { writeNotesTable } from './notes-table.ts';
import { newMarkdownFile } from './markdown-file.ts';
import { noteOfImported, prepareTarget } from './web-annotation/place.ts';
import { readWebAnnotations } from './web-annotation/read.ts';
import { writeWebAnnotations } from './web-annotation/write.ts';

const SOURCE = '关于教育工作的报告\n一、目标\n教育优先。';
const reportId = 'raaaaaaaaaaaaaaaaaaaa';
const sourceHash = 'ab'.repeat(32);
const codeNames = new Map([
  ['yellow', '目标'],
  ['red', '措施'],
]);

function onReport(code: string, tags: readonly string[] = []): Annotation {
  return createNote({
    ...{ id: 'n0000000000000001', reportId, kind: 'note', code, note: '总评', tags, now: 0 },
    anchor: reportAnchor(sourceHash),
  }).after;
}

function described(note: Annotation) {
  const reading = buildReading(SOURCE, 'txt', []);
  const report = { reportId, metadata: { ...EMPTY_METADATA, title: '报告' }, source: SOURCE, reading };
  return describeReport({ ...report, codeNames }, [note]);
}

function written(note: Annotation): unknown {
  const report = { reportId, title: '报告', version: 1, source: SOURCE, sourceHash, codeNames };
  return JSON.parse(JSON.stringify(writeWebAnnotations(report, [note])));
}

function readBack(document: unknown, hash = sourceHash): readonly Annotation[] {
  const unused = () => {
    throw new Error('a note on the whole report is looked for nowhere');
  };
  const texts = {
    source: SOURCE,
    reading: buildReading(SOURCE, 'txt', []),
    foldReading: unused,
    foldSource: unused,
  };
  const target = prepareTarget(reportId, texts, hash);
  const defaults = { newId: () => 'n0000000000000002', now: 0 };
  return readWebAnnotations(document).annotations.map((each) => noteOfImported(each, target, defaults));
}

test('a note on the whole report has no place and no colour that nobody chose', () => {
  const report = described(onReport('yellow'));
  expect(report.notes[0]).toMatchObject({ quote: [], label: '', section: '' });
  expect(report.notes[0]).not.toHaveProperty('codeName');
  expect(described(onReport('red')).notes[0]).toMatchObject({ codeName: '措施' });
  const markdown = newMarkdownFile(report, () => '0'.repeat(64));
  expect(markdown).not.toMatch(/¶|目标/u);
  const [head = '', row = ''] = writeNotesTable('x', [{ report, notes: [onReport('yellow')] }]).split('\r\n');
  const cells = Object.fromEntries(head.split(',').map((name, at) => [name, row.split(',')[at]]));
  expect(cells).toMatchObject({
    label: '',
    quote: '',
    note: '总评',
    code: '',
    code_name: '',
    start: '',
    end: '',
  });
});

test('its Web Annotation targets the report without a selector, and comes back', () => {
  for (const note of [onReport('yellow', ['目标']), onReport('red')]) {
    const document = written(note);
    expect(brokenRules(document)).toEqual([]);
    const [one] = (document as { first: { items: { target: object; body: { purpose: string }[] }[] } }).first
      .items;
    expect(one?.target).not.toHaveProperty('selector');
    expect(one?.body.some(({ purpose }) => purpose === 'highlighting')).toBe(note.code === 'red');
    expect(readBack(document)).toEqual([note]);
    const changed = readBack(document, 'cd'.repeat(32));
    expect(changed).toEqual([{ ...note, anchor: reportAnchor('cd'.repeat(32)) }]);
  }
});

test('an annotation of a whole page from elsewhere is a note on the report', () => {
  const page = {
    ...{ id: 'abc', uri: 'https://example.org/a', text: '总评', tags: [], created: '2024-01-05T13:19:14Z' },
    target: [{ source: 'https://example.org/a' }],
  };
  expect(readBack({ annotations: [page] })).toMatchObject([
    { kind: 'note', note: '总评', state: 'exact', anchor: reportAnchor(sourceHash) },
  ]);
});

test('tags have one form in front matter and body', () => {
  const markdown = newMarkdownFile(described(onReport('yellow', ['b c', '2035'])), () => '0'.repeat(64));
  expect(markdown).toContain('tags:\n  - _2035\n  - b-c\n');
  expect(markdown).toContain('#b-c #_2035');
});
