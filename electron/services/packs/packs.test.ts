import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { hashBytes, hashText } from '../store/hashes.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { buildPack } from './build-pack.ts';
import type { BuildPackIndex } from './pack-format.ts';
import { createPacks } from './pack-service.ts';
import { readPack } from './read-pack.ts';
import { readZip } from './zip.ts';

const HEAD = [
  'title: 教育发展情况',
  'kind: report',
  'issuer: 台州市教育局',
  'place: 台州市',
  'date: 2023-07',
  'script: Hans',
  'sourceNote: ""',
];
const report = (body: string, head: readonly string[] = HEAD) => `---\n${head.join('\n')}\n---\n\n${body}\n`;

/** Counts characters: enough of an index to see that it travels. */
const buildIndex: BuildPackIndex = (texts) =>
  Promise.resolve({
    index: { texts: texts.map(({ text }) => text) },
    lengths: Object.fromEntries(
      texts.map(({ reportId, text }) => [reportId, { title: 0, headings: 0, text: text.length }]),
    ),
  });

const SIX = { title: 0, headings: 0, text: 6 };

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const dir = path.join(temporaryFolder(), 'source');
  await mkdir(dir);
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(dir, name), content);
  return dir;
}

const options = { packId: 'demo', title: '示例', version: '1', buildIndex };
const TWO = {
  'b-two.md': report('# 乙\n\n内容二。'),
  'a-one.md': report('# 甲\n\n内容一。'),
  'notes.txt': 'x',
};

async function packFile(version: string, files: Record<string, string> = TWO): Promise<string> {
  const { bytes } = await buildPack(await folderOf(files), { ...options, version });
  const file = path.join(temporaryFolder(), `${version}.zhupipack`);
  await writeFile(file, bytes);
  return file;
}

describe('buildPack', () => {
  test('makes the same bytes of the same reports, whatever time and time zone', async () => {
    const first = await buildPack(await folderOf(TWO), options);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Asia/Shanghai';
    const second = await buildPack(await folderOf(TWO), options);
    process.env['TZ'] = zone ?? 'UTC';
    expect(hashBytes(second.bytes)).toBe(hashBytes(first.bytes));
    const other = await buildPack(await folderOf({ ...TWO, 'a-one.md': report('内容三。') }), options);
    expect(hashBytes(other.bytes)).not.toBe(hashBytes(first.bytes));
  });

  test('is read back whole', async () => {
    const { bytes, reports } = await buildPack(await folderOf(TWO), options);
    const pack = readPack(bytes, 'demo');
    expect(reports).toBe(2);
    expect([...readZip(bytes, () => true).keys()]).toEqual([
      'manifest.json',
      'reports/a-one.md',
      'reports/b-two.md',
      'edits.json',
      'lengths.json',
      'index.json',
    ]);
    expect(pack.manifest).toMatchObject({ schema: 1, packId: 'demo', version: '1', title: '示例' });
    const [first] = pack.reports;
    expect(first?.content).toMatchObject({
      summary: {
        reportId: 'p-demo-a-one',
        title: '教育发展情况',
        region: '台州市',
        date: '2023-07',
        origin: 'pack',
      },
      metadata: { issuer: '台州市教育局' },
      source: '# 甲\n\n内容一。\n',
      sourceHash: hashText('# 甲\n\n内容一。\n'),
      format: 'md',
    });
    expect(first?.content.summary.chars).toBe('甲\n内容一。'.length);
    expect(pack.readIndex()).toEqual({
      index: { texts: ['甲\n内容一。', '乙\n内容二。'] },
      lengths: { 'p-demo-a-one': SIX, 'p-demo-b-two': SIX },
    });
  });

  test.each([
    ['no front matter', '# 甲\n', 1, 'front-matter-missing', ''],
    ['front matter without an end', '---\ntitle: 甲\n\n内容。\n', 1, 'front-matter-missing', ''],
    ['broken YAML', report('内容。', ['title: 甲', 'kind: [report']), 4, 'front-matter-broken', ''],
    ['a field that is missing', report('内容。', HEAD.slice(0, 6)), 2, 'field-missing', 'sourceNote'],
    [
      'a wrong value',
      report('内容。', [...HEAD.slice(0, 4), 'date: last year', ...HEAD.slice(5)]),
      6,
      'field-wrong',
      'date',
    ],
    [
      'a day that no calendar has',
      report('内容。', [...HEAD.slice(0, 4), 'date: 2023-02-29', ...HEAD.slice(5)]),
      6,
      'field-wrong',
      'date',
    ],
    ['an unknown field', report('内容。', [...HEAD, 'colour: red']), 9, 'field-unknown', 'colour'],
    ['a misspelt field', report('内容。', ['titel: 甲', ...HEAD.slice(1)]), 2, 'field-misnamed', 'titel'],
    ['no text', report(''), 12, 'text-empty', ''],
    ['bytes that are not UTF-8', Buffer.from([0x2d, 0x0a, 0x0a, 0xff]), 3, 'encoding', ''],
  ])('%s stops it', async (_what, content, line, reason, field) => {
    const dir = await folderOf({ 'a-one.md': report('内容。'), 'bad.md': content });
    const params = { file: path.join(dir, 'bad.md'), line, reason };
    await expect(buildPack(dir, options)).rejects.toMatchObject({ code: 'pack-report-invalid', params });
    await expect(buildPack(dir, options)).rejects.toMatchObject({
      params: expect.objectContaining(field === '' ? {} : { field }) as unknown,
    });
  });

  test('bad names, no reports, no folder, too many reports', async () => {
    const invalid = { code: 'pack-report-invalid', params: { reason: 'name' } };
    await expect(buildPack(await folderOf({ 'A b.md': report('内容。') }), options)).rejects.toMatchObject(
      invalid,
    );
    await expect(buildPack(await folderOf({}), options)).rejects.toMatchObject({ code: 'pack-invalid' });
    await expect(buildPack('/no/such/folder', options)).rejects.toMatchObject({ code: 'file-not-found' });
    const wrongId = buildPack(await folderOf(TWO), { ...options, packId: '../x' });
    await expect(wrongId).rejects.toMatchObject({ code: 'pack-invalid', params: { reason: 'id' } });
    const many = Object.fromEntries(
      Array.from({ length: 201 }, (_none, n) => [`r${n}.md`, report('内容。')]),
    );
    await expect(buildPack(await folderOf(many), options)).rejects.toMatchObject({ code: 'pack-too-large' });
    const long = await folderOf({ 'a.md': report('文'.repeat(1_000_001)) });
    await expect(buildPack(long, options)).rejects.toMatchObject({ code: 'pack-too-large' });
  });
});

describe('readPack', () => {
  async function changed(name: string, change: (json: string) => string): Promise<Uint8Array> {
    const { bytes } = await buildPack(await folderOf(TWO), options);
    const files = Object.fromEntries(readZip(bytes, () => true));
    return zipSync({ ...files, [name]: strToU8(change(Buffer.from(files[name] ?? []).toString())) });
  }

  test.each([
    ['manifest.json', (json: string) => json.replace('"schema": 1', '"schema": 2')],
    ['manifest.json', (json: string) => json.replace('a-one', '../one')],
    ['manifest.json', (json: string) => json.replace('a-one', 'b-two')],
    ['manifest.json', () => '{'],
    ['reports/a-one.md', (text: string) => text.replace('内容一', '内容三')],
    ['reports/a-one.md', (text: string) => text.replace('kind: report', 'kind: novel')],
    ['edits.json', () => '{}'],
    ['edits.json', (json: string) => json.replaceAll('"start":0', '"start":-1')],
  ])('a changed %s is refused', async (name, change) => {
    const bytes = await changed(name, change);
    expect(() => readPack(bytes, 'x.zhupipack')).toThrow(
      expect.objectContaining({ code: 'pack-invalid', params: { path: 'x.zhupipack' } }) as Error,
    );
  });

  test('no zip, a cut zip and a bomb are refused', async () => {
    const { bytes } = await buildPack(await folderOf(TWO), options);
    const bomb = Buffer.from(bytes);
    // Byte 24 of an entry of the zip's directory: how large it is once inflated.
    bomb.writeUInt32LE(0x7fff_ffff, bomb.indexOf('PK\x01\x02') + 24);
    for (const bad of [strToU8('text'), new Uint8Array(), bytes.slice(0, bytes.length / 2), bomb]) {
      expect(() => readPack(bad, 'x')).toThrow(expect.objectContaining({ code: 'pack-invalid' }) as Error);
    }
  });
});

describe('createPacks', () => {
  function service(packFiles: readonly string[] = [], dataDir = temporaryFolder()) {
    const states: string[] = [];
    const packs = createPacks({ dataDir, packFiles, onState: (state) => states.push(state) });
    return { packs, states, dataDir };
  }

  test('loads bundled and installed packs', async () => {
    const { packs, states, dataDir } = service([await packFile('1')]);
    expect(packs.list()).toEqual([]);
    await packs.load();
    expect(states).toEqual(['loading', 'ready']);
    expect(packs.summaries()).toEqual([
      { packId: 'demo', title: '示例', version: '1', reports: 2, bundled: true },
    ]);
    expect(packs.list().map(({ reportId }) => reportId)).toEqual(['p-demo-a-one', 'p-demo-b-two']);
    expect(packs.open('p-demo-a-one')?.source).toContain('内容一');
    expect(packs.open('p-demo-none')).toBeUndefined();
    expect(packs.indexes()[0]?.readIndex()?.lengths).toEqual({ 'p-demo-a-one': SIX, 'p-demo-b-two': SIX });
    const same = { reportId: 'p-demo-b-two', where: 'pack' };
    expect(packs.findDuplicate('', hashText('# 乙\n\n内容二。\n'))).toMatchObject(same);
    expect(packs.findDuplicate(hashBytes(Buffer.from(TWO['b-two.md'])), '')).toMatchObject(same);
    expect(packs.findDuplicate('', hashText('x'))).toBeUndefined();
    await expect(packs.remove('demo')).rejects.toMatchObject({ code: 'pack-not-found' });
    expect(existsSync(path.join(dataDir, 'packs'))).toBe(false);
  });

  test('another version replaces the pack, also over a restart; removing brings the bundled one back', async () => {
    const bundled = [await packFile('1')];
    const { packs, dataDir } = service(bundled);
    await packs.load();
    expect(await packs.install(await packFile('1'))).toMatchObject({ isNew: false, pack: { bundled: true } });
    const second = { isNew: true, pack: { version: '2', bundled: false } };
    expect(await packs.install(await packFile('2'))).toMatchObject(second);
    expect(await packs.install(await packFile('2'))).toMatchObject({ ...second, isNew: false });
    await packs.install(await packFile('3', { 'c-three.md': report('内容三。') }));
    expect(packs.list().map(({ reportId }) => reportId)).toEqual(['p-demo-c-three']);
    const again = service(bundled, dataDir).packs;
    await again.load();
    expect(again.summaries()).toMatchObject([{ version: '3', bundled: false }]);
    await again.remove('demo');
    expect(again.summaries()).toMatchObject([{ version: '1', bundled: true }]);
    await expect(again.remove('../demo')).rejects.toMatchObject({ code: 'pack-not-found' });
  });

  test('a bad pack does not stop the others, and is said', async () => {
    const bad = path.join(temporaryFolder(), 'bad.zhupipack');
    await writeFile(bad, (await readFile(await packFile('1'))).subarray(0, 100));
    const { packs, states } = service([bad, await packFile('1')]);
    await packs.load();
    expect(states).toEqual(['loading', 'failed']);
    expect(packs.summaries()).toHaveLength(1);
    await expect(packs.install(bad)).rejects.toMatchObject({ code: 'pack-invalid', params: { path: bad } });
    await expect(packs.install('/no/such.zhupipack')).rejects.toMatchObject({ code: 'file-not-found' });
  });

  test('a data folder that cannot be written changes nothing', async () => {
    const file = path.join(temporaryFolder(), 'file');
    await writeFile(file, 'a regular file');
    const { packs } = service([], path.join(file, 'data'));
    await expect(packs.install(await packFile('1'))).rejects.toMatchObject({ code: 'store-unwritable' });
    expect(packs.summaries()).toEqual([]);
  });
});
