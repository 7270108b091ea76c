import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { exportData } from './export-data.ts';
import { exportReferences } from './export-references.ts';
import { exportDeps, exportedNote, EXPORTED_REPORT } from './fixtures/exported-report.ts';

const { reportId } = EXPORTED_REPORT;
const deps = exportDeps([exportedNote(1, '落实')]);
let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

test('the library goes into one BibTeX file, which is found again', async () => {
  const request = { reportIds: null, folder, format: 'bibtex' } as const;
  const file = path.join(folder, 'references.bib');
  expect((await exportReferences(deps, request)).files).toMatchObject([{ path: file, status: 'written' }]);
  expect((await exportReferences(deps, request)).files).toMatchObject([{ path: file, status: 'unchanged' }]);
  expect(readFileSync(file, 'utf8')).toContain(`@techreport{${reportId},\n  title = {{甲/乙:报告}},\n}`);
});

test('a report goes into a CSL-JSON file of its own, beside its notes', async () => {
  const named = { reportIds: [reportId], folder } as const;
  await exportData(deps, { ...named, script: 'source', format: 'json' });
  const [first] = (await exportReferences(deps, { ...named, format: 'csl-json' })).files;
  expect(first).toMatchObject({ path: path.join(folder, '甲 乙 报告.csl.json'), status: 'written' });
  expect(JSON.parse(readFileSync(first?.path ?? '', 'utf8'))).toMatchObject([
    { id: reportId, type: 'report', title: '甲/乙:报告', language: 'zh-Hant' },
  ]);
  for (const again of [
    await exportData(deps, { ...named, script: 'source', format: 'json' }),
    await exportReferences(deps, { ...named, format: 'csl-json' }),
  ]) {
    expect(again.files).toMatchObject([{ status: 'unchanged' }]);
  }
  expect(readdirSync(folder)).toHaveLength(2);
});

test('a library without reports has no references', async () => {
  const empty = { ...deps, reports: { ...deps.reports, listReports: () => [] } };
  const request = { reportIds: null, folder, format: 'bibtex' } as const;
  await expect(exportReferences(empty, request)).rejects.toMatchObject({ code: 'export-nothing' });
});
