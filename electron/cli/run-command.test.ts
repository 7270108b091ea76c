import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encode } from 'iconv-lite';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { COMMANDS } from './commands/index.ts';
import type { CommandLine } from './fixtures/command-line.ts';
import { commandLine } from './fixtures/command-line.ts';

const REPORT = [
  '关于建设教育强国的报告',
  '一、主要目标',
  '到2035年建成教育强国，办好人民满意的教育。',
  '二、重点任务',
  '（一）教育优先发展。各地要统筹安排,落实责任。',
  '（二）保障教育投入。',
].join('\n');

let zhupi: CommandLine;
let file: string;

beforeEach(async () => {
  zhupi = commandLine(temporaryFolder());
  file = path.join(zhupi.folder, 'report.txt');
  await writeFile(file, REPORT);
});

async function importReport(): Promise<string> {
  const [row] = (await zhupi.run('import', 'report.txt', '--json')).rows();
  return String(row?.['reportId']);
}

describe('help and usage', () => {
  test('lists every command and no other', async () => {
    const { code, out } = await zhupi.run('--help');
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'mu'));
  });

  test.each(COMMANDS.map(({ name }) => name))('%s --help has an example', async (name) => {
    const { code, out } = await zhupi.run(name, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Usage: zhupi ${name}`);
    expect(out).toContain('Example: ');
  });

  test('options of every command may stand before its name', async () => {
    const { code, out } = await zhupi.run(
      '--data-dir',
      path.join(zhupi.folder, 'other'),
      '--json',
      'show',
      'zz',
    );
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 1, error: { code: 'report-unknown' } });
    expect(existsSync(path.join(zhupi.folder, 'other', 'zhupi.db'))).toBe(true);
    expect((await zhupi.run('--help', 'list')).out).toContain('Usage: zhupi list');
    expect((await zhupi.run('--data-dir')).code).toBe(2);
  });

  test('--version', async () => {
    expect(await zhupi.run('--version')).toMatchObject({ code: 0, out: '1.2.3\n' });
    for (const { name } of COMMANDS) {
      expect(await zhupi.run(name, '--version')).toMatchObject({ code: 0, out: '1.2.3\n', err: '' });
    }
  });

  test.each([
    [[], 'Name a command'],
    [['revise', 'r', 'f'], 'no command “revise”'],
    [['update', 'r'], 'update needs FILE'],
    [['list', '--frob'], '“--frob” is no option of list'],
    [['list', 'surplus'], '“surplus” is too much'],
    [['list', '--query'], '--query needs a value'],
    [['show'], 'show needs REPORT'],
    [['show', 'r', '--script', 'xx'], '“xx” is no value of --script'],
    [['convert'], 'convert needs --to'],
    [['annotate', 'r'], 'annotate needs --quote'],
    [['search', '人', '--limit', '0'], '“0” is no value of --limit'],
    [['export'], 'export needs REPORT'],
    [['pack', 'dir'], 'pack needs -o FILE'],
    [['import', 'report.txt', ''], 'PATH of import is empty'],
    [['list', '--data-dir', ''], '--data-dir of list is empty'],
    [['repair', ''], 'FILE of repair is empty'],
    [['update', 'r', ''], 'FILE of update is empty'],
    [['pack', 'dir', '-o', ''], '-o of pack is empty'],
  ])('%j is wrong usage', async (argv, sentence) => {
    const { code, err, out } = await zhupi.run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(existsSync(zhupi.dataDir)).toBe(false);
  });

  test('options stand apart from what they do', async () => {
    for (const { name } of COMMANDS) {
      expect((await zhupi.run(name, '--help')).out).not.toMatch(/^ .*[A-Z]{3,}[a-z]/mu);
    }
  });

  test('an error with --json is one document on stdout, in the language of the user', async () => {
    const run = await zhupi.runWith({ env: { LANG: 'C', LC_ALL: 'zh_TW.UTF-8' } }, 'show', 'r9', '--json');
    expect(run).toMatchObject({ code: 1, err: '' });
    const message = '沒有報告 r9，請在報告清單中查找它的編號。';
    expect(run.rows()).toEqual([{ error: { code: 'report-unknown', message } }]);
  });
});

describe('import and list', () => {
  test('tells of each file, and of those it skipped; what failed stops nothing', async () => {
    await mkdir(path.join(zhupi.folder, 'in/deep'), { recursive: true });
    await writeFile(
      path.join(zhupi.folder, 'in/deep/b.md'),
      encode('# 教育发展情况通报\n\n内容是保障教育投入。', 'gbk'),
    );
    await writeFile(path.join(zhupi.folder, 'in/copy.txt'), REPORT);
    await writeFile(path.join(zhupi.folder, 'in/empty.txt'), '');
    await writeFile(path.join(zhupi.folder, 'in/photo.jpg'), 'no report');
    const run = await zhupi.run('import', 'report.txt', 'in', '--json');
    expect(run.code).toBe(1);
    expect(run.err).toContain('Imported 2, already there 1, failed 1, skipped 1.');
    const rows = run.rows();
    const [first] = rows;
    expect(rows.map((row) => [path.relative(zhupi.folder, String(row['path'])), row['status']])).toEqual([
      ['report.txt', 'imported'],
      [path.join('in', 'copy.txt'), 'duplicate'],
      [path.join('in', 'deep', 'b.md'), 'imported'],
      [path.join('in', 'empty.txt'), 'failed'],
    ]);
    expect(first).toEqual({
      path: file,
      status: 'imported',
      reportId: expect.stringMatching(/^r[a-z2-7]{20}$/u) as unknown,
      title: '关于建设教育强国的报告',
      chars: REPORT.length,
      encoding: 'UTF-8',
      edits: 1,
      error: null,
    });
    expect(rows[1]).toMatchObject({ reportId: first?.['reportId'], edits: 0, error: null });
    expect(rows[2]).toMatchObject({ encoding: 'GBK', title: '教育发展情况通报' });
    expect(rows[3]).toMatchObject({ reportId: null, error: { code: 'file-empty' } });
  });

  test('an interrupt keeps what is done and says so', async () => {
    await mkdir(path.join(zhupi.folder, 'in'));
    for (const name of ['1', '2', '3']) {
      await writeFile(path.join(zhupi.folder, 'in', `${name}.txt`), REPORT + name);
    }
    const onInterrupt = (listener: () => void) => {
      const timer = setImmediate(listener);
      return () => {
        clearImmediate(timer);
      };
    };
    const run = await zhupi.runWith({ onInterrupt }, 'import', 'in', '--json');
    expect(run.code).toBe(1);
    expect(run.err).toContain('The work was cancelled; what was done before is kept.');
    expect((await zhupi.run('list', '--json')).rows()).toHaveLength(run.rows().length);
    expect(run.rows().length).toBeLessThan(3);
  });

  test('exits 0 when all were duplicates', async () => {
    await importReport();
    expect(await zhupi.run('import', 'report.txt')).toMatchObject({ code: 0 });
  });

  test('says that a duplicate is in the trash', async () => {
    await zhupi.run('delete', await importReport());
    const again = await zhupi.run('import', 'report.txt');
    expect(again).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^in the trash .*--restore/u) as unknown,
    });
  });

  test('a name with a line end stays on its line', async () => {
    await writeFile(path.join(zhupi.folder, 'a\nb\u202e.txt'), REPORT);
    expect((await zhupi.run('import', 'a\nb\u202e.txt')).out).toMatch(/^.*a\\u\{a\}b\\u\{202e\}\.txt\n$/u);
  });

  test('lists with the keys of the command, filtered in any script', async () => {
    const reportId = await importReport();
    const row = (await zhupi.run('list', '--query', '教育強國', '--json')).rows();
    expect(row).toMatchObject([{ reportId, script: 'Hans', notes: 0, origin: 'library', place: '' }]);
    expect(Object.keys(row[0] ?? {})).toEqual([
      'reportId',
      'title',
      'issuer',
      'place',
      'date',
      'script',
      'chars',
      'notes',
      'origin',
    ]);
    expect((await zhupi.run('list', '--query', '海洋', '--json')).out).toBe('');
    expect((await zhupi.run('list')).out).toContain('关于建设教育强国的报告');
  });

  test('--data-dir chooses the data', async () => {
    const other = path.join(zhupi.folder, 'other');
    await zhupi.run('import', 'report.txt', '--data-dir', 'other');
    expect(existsSync(path.join(other, 'zhupi.db'))).toBe(true);
    expect(existsSync(zhupi.dataDir)).toBe(false);
  });
});

describe('show, outline, repair, convert', () => {
  test('shows reading text and source, with spans from the source', async () => {
    const reportId = await importReport();
    const [reading] = (await zhupi.run('show', reportId.slice(0, 6), '--json')).rows();
    const repaired = REPORT.replace('安排,', '安排，');
    const comma = REPORT.indexOf(',');
    const spans = [[comma, comma + 1, comma, comma + 1]];
    expect(reading).toEqual({ reportId, script: 'source', layer: 'reading', text: repaired, spans });
    const [source] = (await zhupi.run('show', reportId, '--layer', 'source', '--json')).rows();
    expect(source).toMatchObject({ text: REPORT, spans: [] });
    const [shown] = (await zhupi.run('show', reportId, '--script', 'tw', '--json')).rows();
    expect(shown).toMatchObject({ script: 'tw', text: expect.stringContaining('教育優先發展') as unknown });
    expect((await zhupi.run('show', reportId)).out).toBe(`${repaired}\n`);
  });

  test('outlines in offsets of the source', async () => {
    const reportId = await importReport();
    const [answer] = (await zhupi.run('outline', reportId, '--json')).rows();
    const items = answer?.['items'] as { label: string; start: number }[];
    const second = items.find(({ label }) => label === '二');
    expect(second).toMatchObject({
      level: expect.any(Number) as unknown,
      title: '重点任务',
      start: REPORT.indexOf('二、'),
    });
  });

  test('repairs a file and makes no data folder', async () => {
    const [answer] = (await zhupi.run('repair', 'report.txt', '--json')).rows();
    expect(answer).toMatchObject({
      encoding: 'UTF-8',
      encodingConfidence: 1,
      source: REPORT,
      text: REPORT.replace('安排,', '安排，'),
      edits: [{ before: ',', after: '，', applied: true }],
      metadata: { title: '关于建设教育强国的报告', place: '' },
      foundBy: { title: 'headline' },
    });
    expect(answer?.['metadata']).not.toHaveProperty('region');
    expect(answer?.['metadata']).not.toHaveProperty('foundBy');
    expect(existsSync(zhupi.dataDir)).toBe(false);
    expect(await zhupi.run('repair', 'none.txt')).toMatchObject({ code: 1 });
  });

  test('converts what comes in, and makes no data folder', async () => {
    const readInput = () => Promise.resolve(new TextEncoder().encode('教育强国\n优先发展'));
    const run = await zhupi.runWith({ readInput }, 'convert', '--to', 'tw');
    expect(run).toMatchObject({ code: 0, out: '教育強國\n優先發展' });
    const [answer] = (await zhupi.runWith({ readInput }, 'convert', '--to', 'tw', '--json')).rows();
    expect(answer).toEqual({
      text: '教育強國\n優先發展',
      spans: [
        [2, 3, 2, 3],
        [3, 4, 3, 4],
        [5, 6, 5, 6],
        [7, 8, 7, 8],
        [8, 9, 8, 9],
      ].filter(([start = 0]) => '教育强国\n优先发展'[start] !== '教育強國\n優先發展'[start]),
    });
    expect((await zhupi.run('convert', 'report.txt', '--to', 'cn', '--from', 'Hans')).out).toBe(REPORT);
    expect(existsSync(zhupi.dataDir)).toBe(false);
  });
});

describe('search', () => {
  test('answers in the shape of the contract; nothing found is no failure', async () => {
    const reportId = await importReport();
    const [answer] = (await zhupi.run('search', '教育', '--json')).rows();
    const keys = ['query', 'total', 'took_ms', 'results', 'metadata', 'notes', 'apart'];
    expect(Object.keys(answer ?? {})).toEqual(keys);
    expect(answer).toMatchObject({
      query: '教育',
      total: { reports: 1, hits: 5 },
      results: [{ reportId, hits: 5 }],
    });
    expect(await zhupi.run('search', '海洋')).toMatchObject({ code: 0, out: 'Reports: 0, places: 0.\n' });
  });

  test('a concordance has every place; --in looks in one report', async () => {
    const reportId = await importReport();
    expect((await zhupi.run('search', '教育', '--kwic')).out.match(/【教育】/gu)).toHaveLength(5);
    const [inOne] = (await zhupi.run('search', '教育', '--in', reportId, '--json')).rows();
    expect(inOne).toMatchObject({ total: { reports: 1, hits: 5 }, results: [{ places: { length: 5 } }] });
  });

  test('takes a query that begins with a hyphen', async () => {
    await importReport();
    const [lone] = (await zhupi.run('search', '-教育', '--json')).rows();
    expect(lone).toMatchObject({ query: '-教育' });
    const [behind] = (await zhupi.run('search', '--json', '--', '--limit')).rows();
    expect(behind).toMatchObject({ query: '--limit' });
  });
});

describe('annotate, notes, export', () => {
  test('underlines, bookmarks, and writes a note on the whole report', async () => {
    const reportId = await importReport();
    const start = REPORT.indexOf('统筹');
    const quote = ['annotate', reportId, '--quote', '统筹安排'];
    await zhupi.run(...quote, '--kind', 'underline');
    await zhupi.run(...quote, '--kind', 'bookmark');
    const whole = await zhupi.run('annotate', reportId, '--note', '总评', '--json');
    expect(whole.rows()).toMatchObject([{ start: 0, end: 0, exact: '', prefix: '', suffix: '' }]);
    expect((await zhupi.run('notes', reportId, '--json')).rows()).toMatchObject([
      { kind: 'note', note: '总评', anchor: { start: 0, end: 0 } },
      { kind: 'bookmark', anchor: { start, end: start } },
      { kind: 'underline', anchor: { start, end: start + 4 } },
    ]);
  });

  test('marks a quote given in the other script', async () => {
    const reportId = await importReport();
    const run = await zhupi.run(
      ...['annotate', reportId, '--quote', '統籌安排，落實責任', '--color', 'red'],
      ...['--note', '- 看这里', '--tag', '责任', '--tag', '目标', '--json'],
    );
    const start = REPORT.indexOf('统筹');
    expect(run.code).toBe(0);
    expect(run.rows()).toEqual([
      {
        annotationId: expect.stringMatching(/^n[a-z0-9]{16}$/u) as unknown,
        start,
        end: start + 9,
        exact: '统筹安排,落实责任',
        prefix: REPORT.slice(start - 32, start),
        suffix: REPORT.slice(start + 9, start + 9 + 32),
      },
    ]);
    const notes = (await zhupi.run('notes', '--json')).rows();
    expect(notes).toMatchObject([
      { reportId, code: 'red', note: '- 看这里', tags: ['责任', '目标'], revision: 1 },
    ]);
    const count = async (...argv: string[]) => (await zhupi.run('notes', ...argv, '--json')).rows().length;
    expect(await count(reportId, '--tag', '責任', '--color', 'red', '--query', '統籌')).toBe(1);
    expect(await count('--tag', '其他')).toBe(0);
    expect(await count('--color', 'green')).toBe(0);
    expect(await count('--query', '海洋')).toBe(0);
  });

  test('more than a note may hold is refused with one sentence, and the notes stay readable', async () => {
    const reportId = await importReport();
    const mark = (...argv: string[]) => zhupi.run('annotate', reportId, '--quote', '教育优先', ...argv);
    const many = Array.from({ length: 101 }, (_none, at) => ['--tag', `标${String(at)}`]).flat();
    const long = await mark('--tag', '标'.repeat(201));
    expect(long).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^A tag is .*200.*\n$/u) as unknown,
    });
    expect((await mark(...many, '--json')).rows()).toMatchObject([{ error: { code: 'note-limit' } }]);
    expect(await zhupi.run('annotate', reportId, '--quote', '教育优先', ...many)).toMatchObject({ code: 2 });
    expect((await zhupi.run('notes', '--json')).rows()).toEqual([]);
  });

  test('a quote that stands more than once needs a choice', async () => {
    const reportId = await importReport();
    const ambiguous = await zhupi.run('annotate', reportId, '--quote', '教育', '--json');
    expect(ambiguous.code).toBe(1);
    expect(ambiguous.rows()).toMatchObject([
      { error: { code: 'quote-ambiguous', message: expect.stringContaining('5 places') as unknown } },
    ]);
    const chosen = (...argv: string[]) =>
      zhupi.run('annotate', reportId, '--quote', '教育', ...argv, '--json');
    const places = [...REPORT.matchAll(/教育/gu)].map(({ index }) => index);
    expect((await chosen('--nth', '2')).rows()).toMatchObject([{ start: places[1] }]);
    expect((await chosen('--prefix', '保障')).rows()).toMatchObject([{ start: places[4] }]);
    expect((await chosen('--suffix', '優先')).rows()).toMatchObject([{ start: places[3] }]);
    expect((await chosen('--nth', '6')).rows()).toMatchObject([
      { error: { code: 'quote-nth-out-of-range' } },
    ]);
    expect((await chosen('--prefix', '海洋')).rows()).toMatchObject([{ error: { code: 'quote-not-found' } }]);
    expect(await zhupi.run('annotate', reportId, '--quote', '海洋')).toMatchObject({ code: 1 });
  });

  test('exports Markdown, and says what is unchanged', async () => {
    const reportId = await importReport();
    await zhupi.run('annotate', reportId, '--quote', '保障教育投入');
    const out = path.join(zhupi.folder, 'vault');
    const [answer] = (await zhupi.run('export', reportId, '--out', 'vault', '--json')).rows();
    expect(answer).toMatchObject({ files: [{ status: 'written', annotations: 1 }] });
    const [written] = (answer ?? {})['files'] as { path: string }[];
    expect(Object.keys(written ?? {})).toEqual(['path', 'status', 'annotations']);
    expect(path.dirname(written?.path ?? '')).toBe(out);
    expect(await readFile(written?.path ?? '', 'utf8')).toContain('保障教育投入');
    const [again] = (await zhupi.run('export', '--all', '--out', 'vault', '--json')).rows();
    expect(again).toMatchObject({ files: [{ status: 'unchanged' }] });
  });
});
