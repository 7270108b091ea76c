import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import { webAnnotationDocumentSchema } from '#core/export/web-annotation/model.ts';
import type { DataFormat } from '../export-types.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { exportData } from './export-data.ts';
import { exportDeps, exportedNote, EXPORTED_REPORT } from './fixtures/exported-report.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const run = (notes: Parameters<typeof exportDeps>[0], format: DataFormat, into = folder) =>
  exportData(exportDeps(notes), { reportIds: null, folder: into, script: 'source', format });
const read = (file: string): string => readFileSync(file, 'utf8');
const one = [exportedNote(1, '統(tǒng)籌安排', { note: '=要点', tags: ['目标', '责任'] })];

describe.each(['json', 'csv'] as const)('%s', (format) => {
  const name = `甲 乙 报告.${format}`;

  test('is written whole, is unchanged the second time, and replaced when a note changes', async () => {
    const file = path.join(folder, name);
    const first = await run(one, format);
    expect(first.files).toEqual([{ path: file, status: 'written', annotations: 1, error: null }]);
    const before = read(file);
    expect((await run(one, format)).files[0]?.status).toBe('unchanged');
    expect(read(file)).toBe(before);
    expect((await run([exportedNote(2, '落实')], format)).files).toMatchObject([
      { path: file, status: 'written' },
    ]);
    expect(read(file)).not.toBe(before);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('is found under another name', async () => {
    await run(one, format);
    const renamed = path.join(folder, `我的.${format}`);
    renameSync(path.join(folder, name), renamed);
    expect((await run(one, format)).files).toMatchObject([{ path: renamed, status: 'unchanged' }]);
  });

  test('stays when somebody has written in it, and ours goes beside it, once', async () => {
    await run(one, format);
    const edited = read(path.join(folder, name)).replace('=要点', '=我的要点');
    writeFileSync(path.join(folder, name), edited);
    const beside = path.join(folder, `甲 乙 报告 (2).${format}`);
    expect((await run(one, format)).files).toMatchObject([{ path: beside, status: 'written' }]);
    expect((await run(one, format)).files).toMatchObject([{ path: beside, status: 'unchanged' }]);
    expect(read(path.join(folder, name))).toBe(edited);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('a file of the same name that is not ours stays', async () => {
    writeFileSync(path.join(folder, name), '{"theirs":1}');
    expect((await run(one, format)).files[0]?.path).toBe(path.join(folder, `甲 乙 报告 (2).${format}`));
    expect(read(path.join(folder, name))).toBe('{"theirs":1}');
  });

  test.each([
    ['a folder whose parent is missing', () => path.join(folder, 'a', 'b'), 'export-folder-missing'],
    ['a folder below a file', () => path.join(fileIn('x'), 'b'), 'export-folder-unwritable'],
    ['a file', () => fileIn('y'), 'export-folder-unwritable'],
  ])('%s is told and harms nothing', async (_name, into, code) => {
    await expect(run(one, format, into())).rejects.toMatchObject({ code });
  });

  test('nothing to export is told', async () => {
    await expect(run([], format)).rejects.toMatchObject({ code: 'export-nothing' });
  });
});

test('the JSON is a valid collection, its position in code points and its quote a slice of the source', async () => {
  const [file] = (await run(one, 'json')).files;
  const document = JSON.parse(read(file?.path ?? '')) as Record<string, unknown>;
  expect(webAnnotationDocumentSchema.safeParse(document).success).toBe(true);
  const { source, reportId } = EXPORTED_REPORT;
  // The source begins with a character of two UTF-16 units.
  const start = source.indexOf('統(') - 1;
  expect(document).toMatchObject({
    id: `zhupi://report/${reportId}#notes`,
    total: 1,
    first: {
      items: [
        {
          id: `zhupi://report/${reportId}?note=n0000000000000001`,
          motivation: 'commenting',
          created: '1970-01-01T00:00:00.000Z',
          body: [
            { purpose: 'highlighting', value: 'yellow' },
            { purpose: 'commenting', value: '=要点', format: 'text/markdown' },
            { purpose: 'tagging', value: '目标' },
            { purpose: 'tagging', value: '责任' },
          ],
          target: {
            source: `zhupi://report/${reportId}`,
            selector: [
              { type: 'TextPositionSelector', start, end: start + '統(tǒng)籌安排'.length },
              { type: 'TextQuoteSelector', exact: '統(tǒng)籌安排' },
            ],
            'zhupi:version': 1,
          },
          'zhupi:state': 'exact',
        },
      ],
    },
  });
});

test('the CSV has a byte order mark, one row a note, the repaired quote, and no formula', async () => {
  const [file] = (await run([...one, exportedNote(2, '落实')], 'csv')).files;
  const text = read(file?.path ?? '');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1, -2), { header: true });
  expect(data).toMatchObject([
    {
      note_id: 'n0000000000000001',
      quote: '統籌安排',
      note: "'=要点",
      tags: '目标; 责任',
      section: '一、目标',
    },
    { note_id: 'n0000000000000002', quote: '落实', section: '二、措施', created_utc: '1970-01-01 00:00:00' },
  ]);
});

function fileIn(name: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, '');
  return place;
}

test.each(['json', 'csv'] as const)(
  '%s of all goes into the file that is named, and into no other',
  async (format) => {
    const wanted = { reportIds: null, folder, script: 'source', format, file: `全部.${format}` } as const;
    await run(one, format);
    const place = path.join(folder, `全部.${format}`);
    expect((await exportData(exportDeps(one), wanted)).files).toMatchObject([
      { path: place, status: 'written' },
    ]);
    expect((await exportData(exportDeps(one), wanted)).files).toMatchObject([
      { path: place, status: 'unchanged' },
    ]);
    writeFileSync(place, '我的');
    const beside = path.join(folder, `全部 (2).${format}`);
    expect((await exportData(exportDeps(one), wanted)).files).toMatchObject([
      { path: beside, status: 'written' },
    ]);
    expect(read(place)).toBe('我的');
  },
);
