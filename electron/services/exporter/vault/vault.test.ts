import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { givenCodeNames } from '#core/annotations/codes-names.ts';
import type { AppError } from '#core/base/app-error.ts';
import { listCodes } from '../../store/code-table.ts';
import { temporaryFolder } from '../../store/fixtures/temporary-folder.ts';
import { openTestLibrary, type TestLibrary } from '../../store/fixtures/test-library.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { exportMarkdown } from '../export-markdown.ts';
import { findTemplate } from '../templates/template-store.ts';
import { createVault, type Vault, type VaultDeps } from './vault.ts';
import { createVaults } from './vaults.ts';

let folder: string;
let place: string;
let library: TestLibrary;
let store: Store;
let vault: Vault;
let failures: AppError[];
let reportId: string;
let deps: Omit<VaultDeps, 'projectId'>;

beforeEach(async () => {
  folder = temporaryFolder();
  place = path.join(folder, 'vault');
  mkdirSync(place);
  failures = [];
  // A command: its library keeps no vault of its own.
  library = await openTestLibrary(path.join(folder, 'data'), { actor: 'command' });
  reportId = await library.addReport('关于教育的报告\n统筹安排各项工作。');
  store = await openStore({ dataDir: path.join(folder, 'data'), now: () => 1 });
  const { connection } = store;
  deps = {
    connection,
    exportDeps: {
      listNotes: (id) => library.listNotes({ reportId: id }) as never,
      reports: {
        listReports: () => library.listReports({}) as never,
        openReport: (id) => library.openReport({ reportId: id }) as never,
      },
      template: (id) => findTemplate(connection, id),
      codeNames: () => givenCodeNames(listCodes(connection)),
    },
    exportMarkdown,
    now: () => 5,
    onFailed: (error) => failures.push(error),
    delay: 5,
    retryDelay: 20,
  };
  vault = createVault({ ...deps, projectId: 'default' });
  onTestFinished(async () => {
    await vault.close();
    await store.close();
  });
});

const mark = async (start: number, note = '') =>
  library.createNote({ reportId, start, end: start + 2, kind: 'highlight', code: 'red', note, tags: [] });
const texts = (): readonly string[] =>
  readdirSync(place).map((name) => readFileSync(path.join(place, name), 'utf8'));

test('a vault that is chosen is written, and every change behind it, with the words of the user kept', async () => {
  await mark(2);
  expect(vault.choose(place)).toMatchObject({ folder: place, keepsUpToDate: true, last: null });
  await expect.poll(() => vault.state().last).toMatchObject({ written: 1, error: null });
  expect(texts()).toHaveLength(1);
  const file = path.join(place, readdirSync(place)[0] ?? '');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n我的话\n`);
  await mark(9, '要点');
  vault.changed();
  await expect.poll(() => texts()[0]).toContain('要点');
  expect(texts()[0]).toContain('我的话');
});

test('a report without notes gets no file, and one whose last note is gone loses its block', async () => {
  vault.choose(place);
  await expect.poll(() => vault.state().last).toMatchObject({ written: 0 });
  expect(texts()).toEqual([]);
  const { id } = await mark(2);
  vault.changed();
  await expect.poll(() => texts()[0]).toContain(id);
  await library.deleteNotes({ ids: [id] });
  vault.changed();
  await expect.poll(() => texts()[0]).not.toContain(id);
});

test('a folder that is away is told once, is not made anew, and is written when it comes back', async () => {
  const { id } = await mark(2);
  vault.choose(place);
  await expect.poll(() => texts()[0]).toContain(id);
  renameSync(place, `${place}-away`);
  const second = await mark(9);
  vault.changed();
  await expect
    .poll(() => failures)
    .toMatchObject([{ code: 'vault-folder-missing', params: { path: place } }]);
  await expect(vault.update()).rejects.toMatchObject({ code: 'vault-folder-missing' });
  expect(failures).toHaveLength(1);
  expect(readdirSync(folder)).not.toContain('vault');
  renameSync(`${place}-away`, place);
  await expect.poll(() => texts()[0]).toContain(second.id);
  await expect.poll(() => vault.state().last?.error).toBeNull();
});

test('kept by hand, it is written when it is asked for; without a folder that is told', async () => {
  await expect(vault.update()).rejects.toMatchObject({ code: 'vault-not-chosen' });
  vault.change({ keepsUpToDate: false });
  vault.choose(place);
  await mark(2);
  vault.changed();
  await vault.close();
  expect(texts()).toEqual([]);
  expect(await vault.update()).toMatchObject({ files: [{ status: 'written' }] });
  expect(await vault.update()).toMatchObject({ files: [{ status: 'unchanged' }] });
  expect(vault.choose(null)).toMatchObject({ folder: null });
  expect(texts()).toHaveLength(1);
});

test('another template writes all of it anew; what is waiting is written at the close', async () => {
  await mark(2);
  vault.choose(place);
  await vault.close();
  expect(texts()[0]).toContain('关于教育');
});

test('the vault of a project has its reports alone, beside that of all', async () => {
  const own = path.join(folder, 'own');
  mkdirSync(own);
  const other = await library.addReport('另一份报告\n落实各项责任。');
  const { id: projectId } = await library.createProject({ name: '课题' });
  const vaults = createVaults(deps);
  onTestFinished(() => vaults.close());
  const outside = await mark(2);
  const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
  const inside = await library.createNote({ reportId: other, start: 2, end: 4, ...fields, tags: [] });
  await library.fileReports({ projectId, reportIds: [other], isIn: true });
  const inOwn = (): string =>
    readdirSync(own)
      .map((name) => readFileSync(path.join(own, name), 'utf8'))
      .join('');
  vaults.of(projectId).choose(own);
  expect(vaults.of().state()).toMatchObject({ folder: null });
  await expect.poll(inOwn).toContain(inside.id);
  expect(inOwn()).not.toContain(outside.id);
  // What comes into the project is written, too.
  await library.fileReports({ projectId, reportIds: [reportId], isIn: true });
  vaults.changed();
  await expect.poll(inOwn).toContain(outside.id);
  expect(readdirSync(place)).toEqual([]);
});

test('a project that is deleted has no vault, and has it again when it comes back', async () => {
  const { id: projectId } = await library.createProject({ name: '课题' });
  const window = await openTestLibrary(path.join(folder, 'data'));
  window.chooseVault({ projectId, folder: place });
  await window.deleteProject({ id: projectId });
  expect(() => window.vaultState({ projectId })).toThrow('project-unknown');
  await window.undo({});
  expect(await window.vaultState({ projectId })).toMatchObject({ folder: place });
});

test('another name of a code is written into the files of its notes', async () => {
  const { id } = await library.saveTemplate({
    ...{ id: null, name: '类别', file: '{{ notes }}', hasSections: false },
    note: '{{ text | md }} {{ code_name | default: code | md }}',
  });
  vault.change({ template: id });
  await mark(2);
  vault.choose(place);
  await expect.poll(() => texts().join('')).toContain('教育 red');
  const codes = await library.listCodes({});
  const red = codes.find((code) => code.id === 'red');
  await library.changeCode({ id: 'red', revision: red?.revision ?? 0, change: { name: '目标' } });
  vault.changed();
  await expect.poll(() => texts().join('')).toContain('教育 目标');
});
