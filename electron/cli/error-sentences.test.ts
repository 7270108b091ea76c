import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { commandLine, type CommandLine } from './fixtures/command-line.ts';

let zhupi: CommandLine;

beforeEach(() => {
  zhupi = commandLine(temporaryFolder());
});

describe('a quote that stands more than once', () => {
  const SOURCE = `关于教育的报告\n${'各地要把教育擺在優先位置。'.repeat(24)}\n統(tǒng)籌教育。\n`;

  test('is listed with every place, as the reading text has it', async () => {
    await writeFile(path.join(zhupi.folder, 'a.txt'), SOURCE);
    const [row] = (await zhupi.run('import', 'a.txt', '--json')).rows();
    const quote = ['annotate', String(row?.['reportId']), '--quote', '教育'];
    const starts = [...SOURCE.matchAll(/教育/gu)].map(({ index }) => index);
    const [json] = (await zhupi.run(...quote, '--json')).rows();
    const { code, message, places } = (json?.['error'] ?? {}) as {
      code: string;
      message: string;
      places: { n: number; start: number; end: number; before: string; match: string; after: string }[];
    };
    expect(code).toBe('quote-ambiguous');
    expect(places.map(({ n, start, end }) => [n, start, end])).toEqual(
      starts.map((start, at) => [at + 1, start, start + 2]),
    );
    expect(places[1]).toMatchObject({ match: '教育', after: '擺在優先位置。各' });
    for (const { start, end } of places) expect(message).toContain(`${start}–${end} `);
    const { code: exit, out, err } = await zhupi.run(...quote);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    const [sentence = '', ...lines] = err.trimEnd().split('\n');
    expect(sentence).toMatch(/^The quote stands at 26 places .*--suffix\.$/u);
    expect(lines).toHaveLength(starts.length);
    expect(lines[1]).toContain('【教育】擺在優先位置。各');
  });

  test('is not said to stand 1 times', async () => {
    await writeFile(path.join(zhupi.folder, 'a.txt'), SOURCE);
    const [row] = (await zhupi.run('import', 'a.txt', '--json')).rows();
    const { err } = await zhupi.run(
      'annotate',
      String(row?.['reportId']),
      '--quote',
      '關於教育',
      '--nth',
      '3',
    );
    expect(err).toMatch(/^The quote stands once .* no place 3; leave --nth out\.\n$/u);
  });
});

test('a folder is called a folder where a file is wanted', async () => {
  await mkdir(path.join(zhupi.folder, 'reports.txt'));
  for (const argv of [
    ['repair', '.'],
    ['repair', 'reports.txt'],
    ['convert', '--to', 'cn', 'reports.txt'],
    ['restore', 'reports.txt'],
  ]) {
    const run = await zhupi.run(...argv);
    expect(run).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/ is a folder/u) as unknown });
  }
});

test.each(['en_GB.UTF-8', 'zh_CN.UTF-8', 'zh_TW.UTF-8'])(
  'what is no backup is refused in %s',
  async (lang) => {
    await writeFile(path.join(zhupi.folder, 'a.zip'), 'no archive');
    const { code, err } = await zhupi.runWith({ env: { LANG: lang } }, 'restore', 'a.zip');
    expect(code).toBe(1);
    expect(err).not.toMatch(/central directory|record|invalid/u);
  },
);

test('a colour that is none points at the list of codes', async () => {
  await writeFile(path.join(zhupi.folder, 'a.txt'), '关于教育工作的报告\n教育是国之大计。\n');
  const { code, err } = await zhupi.run('notes', '--color', '目标');
  expect(code).toBe(2);
  expect(err).toMatch(/^“目标” is no colour and no code; .*yellow.*zhupi codes/u);
});

test('an empty id is said', async () => {
  const { code, err } = await zhupi.run('show', '');
  expect(code).toBe(1);
  expect(err).toMatch(/^The id of a report is empty/u);
});

test('bytes that do not decode are told by repair and import', async () => {
  const text = Buffer.from(
    '关于教育工作的通知\n各县教育局，各直属学校：教育是国之大计，必须优先发展，各地要高度重视。\n',
  );
  const bad = Buffer.concat([text.subarray(0, 88), Buffer.of(0xff, 0xfe), text.subarray(88)]);
  await writeFile(path.join(zhupi.folder, 'bad.txt'), bad);
  const [repaired] = (await zhupi.run('repair', 'bad.txt', '--json')).rows();
  const at = String(repaired?.['source']).indexOf('\uFFFD');
  expect(at).toBeGreaterThan(0);
  expect(repaired?.['edits']).toContainEqual(
    expect.objectContaining({ start: at, end: at + 2, rule: 'undecodable-bytes', applied: false }) as unknown,
  );
  const row = (await zhupi.run('import', 'bad.txt', '--json')).rows();
  expect(row).toMatchObject([{ status: 'imported', edits: 0, undecodable: 2 }]);
  await writeFile(path.join(zhupi.folder, 'worse.txt'), Buffer.concat([bad, Buffer.of(0xff)]));
  const { code, err } = await zhupi.run('import', 'worse.txt');
  expect(code).toBe(0);
  expect(err).toMatch(/^3 characters of .*worse\.txt could not be decoded/u);
});
