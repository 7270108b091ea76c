import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import { EMPTY_METADATA } from '#core/report/report.ts';
import type { ExportDeps } from '../library-types.ts';
import { exportMarkdown } from './export-markdown.ts';

const SOURCE = '一、目标\n統(tǒng)籌安排各项工作。\n二、措施\n落实落细。';
const REPORT = 'raaaaaaaaaaaaaaaaaaaa';
const LAYOUT: readonly [number, number] = [SOURCE.indexOf('(tǒng)'), SOURCE.indexOf('(tǒng)') + 6];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'zhupi-export-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function note(number: number, quote: string, change: Partial<Annotation> = {}): Annotation {
  const start = SOURCE.indexOf(quote);
  return {
    schemaVersion: 1,
    id: `n${String(number).padStart(16, '0')}`,
    reportId: REPORT,
    kind: 'highlight',
    code: 'yellow',
    anchor: { start, end: start + quote.length, exact: quote, prefix: '', suffix: '', sourceHash: '' },
    state: 'exact',
    note: '',
    tags: [],
    createdAt: 0,
    updatedAt: 0,
    revision: 1,
    ...change,
  };
}

function deps(notes: readonly Annotation[], title = '甲/乙:报告'): ExportDeps {
  const summary = {
    reportId: REPORT,
    title,
    issuer: '',
    region: '',
    date: '',
    script: 'mixed' as const,
    chars: SOURCE.length,
    notes: notes.length,
    origin: 'library' as const,
    importedAt: 0,
  };
  const [start, end] = LAYOUT;
  return {
    listNotes: () => notes,
    reports: {
      listReports: () => [summary],
      openReport: (reportId) => {
        if (reportId !== REPORT) throw new ZhupiError('report-unknown', { report: reportId });
        return {
          summary,
          metadata: { ...EMPTY_METADATA, title },
          format: 'txt',
          version: 1,
          source: SOURCE,
          sourceHash: '',
          ruleSetVersion: 1,
          edits: [
            {
              start,
              end,
              before: SOURCE.slice(start, end),
              after: '',
              rule: 'pinyin',
              confidence: 1,
              applied: true,
            },
          ],
        };
      },
    },
  };
}

const request = (into: string, reportIds: readonly string[] | null = null) =>
  ({ reportIds, folder: into, script: 'source' }) as const;

test('a note is written with its repaired quote, section and link; again it is unchanged', async () => {
  const one = deps([note(1, '統(tǒng)籌安排', { note: '要点', tags: ['目标'] })]);
  const first = await exportMarkdown(one, request(path.join(folder, '新')));
  const file = path.join(folder, '新', '甲 乙 报告.md');
  expect(first.files).toEqual([{ path: file, status: 'written', annotations: 1, error: null }]);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('> 統籌安排\n');
  expect(text).toContain('## 一、目标\n');
  expect(text).toContain('#目标');
  expect(text).toContain(`zhupi://report/${REPORT}?note=n0000000000000001`);
  const again = await exportMarkdown(one, request(path.join(folder, '新')));
  expect(again.files[0]?.status).toBe('unchanged');
});

test('a renamed file is found by its id and keeps the words of the user', async () => {
  await exportMarkdown(deps([note(1, '安排')]), request(folder));
  const renamed = path.join(folder, '我的.md');
  renameSync(path.join(folder, '甲 乙 报告.md'), renamed);
  writeFileSync(renamed, `${readFileSync(renamed, 'utf8')}\n我的话\n`);
  const answer = await exportMarkdown(deps([note(1, '安排'), note(2, '落实')]), request(folder));
  expect(answer.files).toMatchObject([{ path: renamed, status: 'merged', annotations: 2 }]);
  expect(readFileSync(renamed, 'utf8')).toContain('我的话');
  expect(readdirSync(folder)).toEqual(['我的.md']);
});

test('a file of the same name that is not ours stays', async () => {
  writeFileSync(path.join(folder, '甲 乙 报告.md'), '别人的');
  const answer = await exportMarkdown(deps([note(1, '安排')]), request(folder));
  expect(answer.files[0]?.path).toBe(path.join(folder, '甲 乙 报告 (2).md'));
  expect(readFileSync(path.join(folder, '甲 乙 报告.md'), 'utf8')).toBe('别人的');
});

test('a file of ours that is no UTF-8 any more is refused and stays', async () => {
  await exportMarkdown(deps([note(1, '安排')]), request(folder));
  const file = path.join(folder, '甲 乙 报告.md');
  const bytes = Buffer.concat([readFileSync(file), Buffer.from([0xff, 0xfe])]);
  writeFileSync(file, bytes);
  const answer = await exportMarkdown(deps([note(1, '安排', { note: '新' })]), request(folder));
  expect(answer.files[0]).toMatchObject({ status: 'refused', error: { code: 'file-undecodable' } });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test.each([
  ['a folder whose parent is missing', () => path.join(folder, 'a', 'b'), 'export-folder-missing'],
  ['a folder below a file', () => path.join(file('x'), 'b'), 'export-folder-unwritable'],
  ['a file', () => file('y'), 'export-folder-unwritable'],
])('%s is told and harms nothing', async (_name, into, code) => {
  await expect(exportMarkdown(deps([note(1, '安排')]), request(into()))).rejects.toMatchObject({ code });
});

test('a script beside the source is quoted below it', async () => {
  const answer = await exportMarkdown(deps([note(1, '統(tǒng)籌安排')]), {
    ...request(folder),
    script: 'cn',
  });
  expect(readFileSync(answer.files[0]?.path ?? '', 'utf8')).toContain('> 統籌安排\n>\n> 统筹安排\n');
});

test('nothing to export is told', async () => {
  await expect(exportMarkdown(deps([]), request(folder))).rejects.toMatchObject({ code: 'export-nothing' });
});

function file(name: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, '');
  return place;
}
