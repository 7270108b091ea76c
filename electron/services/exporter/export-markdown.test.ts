import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { encode } from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportMarkdown } from './export-markdown.ts';
import { exportDeps, exportedNote, EXPORTED_REPORT } from './fixtures/exported-report.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'zhupi-export-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const request = (into: string, reportIds: readonly string[] | null = null) =>
  ({ reportIds, folder: into, script: 'source' }) as const;

test('a note is written with its repaired quote, section and link; again it is unchanged', async () => {
  const one = exportDeps([exportedNote(1, '統(tǒng)籌安排', { note: '要点', tags: ['目标'] })]);
  const first = await exportMarkdown(one, request(path.join(folder, '新')));
  const file = path.join(folder, '新', '甲 乙 报告.md');
  expect(first.files).toEqual([{ path: file, status: 'written', annotations: 1, error: null }]);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('> 統籌安排\n');
  expect(text).toContain('## 一、目标\n');
  expect(text).toContain('#目标');
  expect(text).toContain(`zhupi://report/${EXPORTED_REPORT.reportId}?note=n0000000000000001`);
  const again = await exportMarkdown(one, request(path.join(folder, '新')));
  expect(again.files[0]?.status).toBe('unchanged');
});

test('a renamed file is found by its id and keeps the words of the user', async () => {
  await exportMarkdown(exportDeps([exportedNote(1, '安排')]), request(folder));
  const renamed = path.join(folder, '我的.md');
  renameSync(path.join(folder, '甲 乙 报告.md'), renamed);
  writeFileSync(renamed, `${readFileSync(renamed, 'utf8')}\n我的话\n`);
  const answer = await exportMarkdown(
    exportDeps([exportedNote(1, '安排'), exportedNote(2, '落实')]),
    request(folder),
  );
  expect(answer.files).toMatchObject([{ path: renamed, status: 'merged', annotations: 2 }]);
  expect(readFileSync(renamed, 'utf8')).toContain('我的话');
  expect(readdirSync(folder)).toEqual(['我的.md']);
});

test.each(['甲 乙 报告 - 副本.md', '1 甲 乙 报告 copy.md'])(
  'of a file and its copy %s the file is updated and the copy is told',
  async (name) => {
    await exportMarkdown(exportDeps([exportedNote(1, '安排')]), request(folder));
    const own = path.join(folder, '甲 乙 报告.md');
    const copy = path.join(folder, name);
    copyFileSync(own, copy);
    const before = readFileSync(copy, 'utf8');
    const later = exportDeps([exportedNote(1, '安排', { note: '新' })]);
    const answer = await exportMarkdown(later, request(folder));
    expect(answer.files).toMatchObject([{ path: own, status: 'merged', copies: [copy] }]);
    expect(readFileSync(copy, 'utf8')).toBe(before);
    // Renamed both: the copy has the longer name.
    renameSync(own, path.join(folder, 'z.md'));
    const renamed = await exportMarkdown(later, request(folder));
    expect(renamed.files).toMatchObject([{ path: path.join(folder, 'z.md'), copies: [copy] }]);
  },
);

test('a file keeps its permissions, and a link stays one', async () => {
  const elsewhere = path.join(folder, '别处');
  const vault = path.join(folder, '库');
  await exportMarkdown(exportDeps([exportedNote(1, '安排')]), request(elsewhere));
  const own = path.join(elsewhere, '甲 乙 报告.md');
  chmodSync(own, 0o600);
  mkdirSync(vault);
  const link = path.join(vault, '链接.md');
  symlinkSync(own, link);
  const later = exportDeps([exportedNote(1, '安排', { note: '新' })]);
  const answer = await exportMarkdown(later, request(vault));
  expect(answer.files).toMatchObject([{ path: link, status: 'merged' }]);
  const named = await exportMarkdown(exportDeps([exportedNote(1, '安排', { note: '更新' })]), {
    ...request(vault),
    file: '链接.md',
  });
  expect(named.files).toMatchObject([{ path: link, status: 'merged' }]);
  expect(readFileSync(own, 'utf8')).toContain('更新');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(statSync(own).mode & 0o777).toBe(0o600);
  expect(readdirSync(vault)).toEqual(['链接.md']);
});

test('a file with long front matter of the user is known', async () => {
  await exportMarkdown(exportDeps([exportedNote(1, '安排')]), request(folder));
  const own = path.join(folder, '甲 乙 报告.md');
  const words = `---\nabstract: ${'字'.repeat(40_000)}\n`;
  writeFileSync(own, readFileSync(own, 'utf8').replace('---\n', words));
  const answer = await exportMarkdown(exportDeps([exportedNote(1, '安排', { note: '新' })]), request(folder));
  expect(answer.files).toMatchObject([{ path: own, status: 'merged' }]);
  expect(readFileSync(own, 'utf8').startsWith(words)).toBe(true);
});

test('a note that the user changed in the file is told with its file, at every export', async () => {
  const { files: first } = await exportMarkdown(exportDeps([exportedNote(1, '安排')]), request(folder));
  expect(first[0]).not.toHaveProperty('conflicts');
  const written = first[0]?.path ?? '';
  writeFileSync(written, readFileSync(written, 'utf8').replace('> 安排', '> 安排，我的话'));
  const later = exportDeps([exportedNote(1, '安排', { note: '新' })]);
  for (const status of ['merged', 'unchanged']) {
    const answer = await exportMarkdown(later, request(folder));
    expect(answer.files).toMatchObject([{ status, conflicts: 1 }]);
    expect(readFileSync(written, 'utf8')).toContain('我的话');
  }
});

test('a file of the same name that is not ours stays', async () => {
  writeFileSync(path.join(folder, '甲 乙 报告.md'), '别人的');
  const answer = await exportMarkdown(exportDeps([exportedNote(1, '安排')]), request(folder));
  expect(answer.files[0]?.path).toBe(path.join(folder, '甲 乙 报告 (2).md'));
  expect(readFileSync(path.join(folder, '甲 乙 报告.md'), 'utf8')).toBe('别人的');
});

test.each(['utf-16le', 'utf-16be', 'gb18030'])(
  'a file of ours that an editor saved as %s is told and stays, and none is written beside it',
  async (encoding) => {
    await exportMarkdown(exportDeps([exportedNote(1, '安排')]), request(folder));
    const file = path.join(folder, '甲 乙 报告.md');
    const bytes = encode(`${readFileSync(file, 'utf8')}我的话\n`, encoding, { addBOM: true });
    writeFileSync(file, bytes);
    const answer = await exportMarkdown(
      exportDeps([exportedNote(1, '安排', { note: '新' })]),
      request(folder),
    );
    expect(answer.files).toMatchObject([
      { path: file, status: 'refused', error: { code: 'file-undecodable' } },
    ]);
    expect(readFileSync(file)).toEqual(bytes);
    expect(readdirSync(folder)).toHaveLength(1);
  },
);

test('a file of ours that is no UTF-8 any more is refused and stays', async () => {
  await exportMarkdown(exportDeps([exportedNote(1, '安排')]), request(folder));
  const file = path.join(folder, '甲 乙 报告.md');
  const bytes = Buffer.concat([readFileSync(file), Buffer.from([0xff, 0xfe])]);
  writeFileSync(file, bytes);
  const answer = await exportMarkdown(exportDeps([exportedNote(1, '安排', { note: '新' })]), request(folder));
  expect(answer.files[0]).toMatchObject({ status: 'refused', error: { code: 'file-undecodable' } });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test.each([
  ['a folder whose parent is missing', () => path.join(folder, 'a', 'b'), 'export-folder-missing'],
  ['a folder below a file', () => path.join(file('x'), 'b'), 'export-folder-unwritable'],
  ['a file', () => file('y'), 'export-folder-unwritable'],
])('%s is told and harms nothing', async (_name, into, code) => {
  await expect(exportMarkdown(exportDeps([exportedNote(1, '安排')]), request(into()))).rejects.toMatchObject({
    code,
  });
});

test('a script beside the source is quoted below it', async () => {
  const answer = await exportMarkdown(exportDeps([exportedNote(1, '統(tǒng)籌安排')]), {
    ...request(folder),
    script: 'cn',
  });
  expect(readFileSync(answer.files[0]?.path ?? '', 'utf8')).toContain('> 統籌安排\n>\n> 统筹安排\n');
});

test('nothing to export is told', async () => {
  await expect(exportMarkdown(exportDeps([]), request(folder))).rejects.toMatchObject({
    code: 'export-nothing',
  });
});

function file(name: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, '');
  return place;
}

test('all notes go into the one file that is named, and are merged there', async () => {
  const one = exportDeps([exportedNote(1, '安排')]);
  const wanted = { ...request(folder), file: '全部.md' } as const;
  const path1 = path.join(folder, '全部.md');
  expect((await exportMarkdown(one, wanted)).files).toMatchObject([{ path: path1, status: 'written' }]);
  writeFileSync(path1, `${readFileSync(path1, 'utf8')}\n我的话\n`);
  const two = exportDeps([exportedNote(1, '安排'), exportedNote(2, '落实')]);
  expect((await exportMarkdown(two, wanted)).files).toMatchObject([{ path: path1, status: 'merged' }]);
  expect(readFileSync(path1, 'utf8')).toContain('我的话');
  expect(readdirSync(folder)).toEqual(['全部.md']);
});

test('chosen notes alone are written, and the others of the file stay', async () => {
  const deps = exportDeps([exportedNote(1, '安排'), exportedNote(2, '落实')]);
  await exportMarkdown(deps, { ...request(folder), noteIds: ['n0000000000000001'] });
  const place = path.join(folder, '甲 乙 报告.md');
  expect(readFileSync(place, 'utf8')).not.toContain('> 落实');
  const answer = await exportMarkdown(deps, { ...request(folder), noteIds: ['n0000000000000002'] });
  expect(answer.files).toMatchObject([{ status: 'merged', annotations: 1 }]);
  expect(readFileSync(place, 'utf8')).toContain('> 安排');
});

test('the note of a deleted block is struck through when that is wanted', async () => {
  await exportMarkdown(exportDeps([exportedNote(1, '安排'), exportedNote(2, '落实')]), request(folder));
  const wanted = { ...request(folder), deleted: 'strike' } as const;
  await exportMarkdown(exportDeps([exportedNote(2, '落实')]), wanted);
  expect(readFileSync(path.join(folder, '甲 乙 报告.md'), 'utf8')).toContain('> ~~安排~~\n');
});

test('a template with a fault writes nothing, not even the folder', async () => {
  const template = { file: '{{ notes }}', note: '{% if %}', hasSections: true };
  const into = path.join(folder, '新');
  const failing = exportMarkdown(exportDeps([exportedNote(1, '安排')]), { ...request(into), template });
  await expect(failing).rejects.toMatchObject({ code: 'template-invalid' });
  expect(readdirSync(folder)).toEqual([]);
});
