import { copyFile, mkdir, open, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ImportAnswer } from '#core/ipc/payloads.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { DuplicateReport, NewReport, StoredReport } from '../report-types.ts';
import type { ImportDeps, InstalledPack } from '../library-types.ts';
import { hashBytes, hashText, reportIdOf } from '../store/hashes.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { importPaths } from './import-paths.ts';
import { MOST_MEGABYTES, readFileBytes } from './read-source-file.ts';

const TEXT = '关于教育工作的报告\n教育是国之大计。\n';

/** A store in memory that knows what it was given. */
function memoryIntake(fail?: (report: NewReport) => void) {
  const reports: NewReport[] = [];
  const summaryOf = ({ bytes, metadata, script, chars }: NewReport): ReportSummary => ({
    ...metadata,
    reportId: reportIdOf(hashBytes(bytes)),
    script,
    chars,
    notes: 0,
    origin: 'library',
    importedAt: 1,
  });
  const installed: string[] = [];
  const deps: ImportDeps = {
    reports: {
      findDuplicate: (bytesHash, sourceHash): DuplicateReport | undefined => {
        const same = reports.find(
          ({ bytes, source }) => hashBytes(bytes) === bytesHash || hashText(source) === sourceHash,
        );
        return same === undefined ? undefined : { ...summaryOf(same), where: 'library' };
      },
      knownBytes: () => reports.map(({ bytes }) => hashBytes(bytes)),
      insertReports: (batch) => {
        for (const report of batch) fail?.(report);
        return Promise.resolve(
          batch.map((report): StoredReport => {
            const of = deps.reports.findDuplicate(report.bytesHash, report.sourceHash);
            if (of !== undefined) return { status: 'duplicate', of };
            reports.push(report);
            return { status: 'imported', reportId: reportIdOf(report.bytesHash) };
          }),
        );
      },
    },
    packs: {
      install: (file): Promise<InstalledPack> => {
        installed.push(file);
        const pack = { packId: 'demo', title: '示例', version: '1', reports: 1, bundled: false };
        return Promise.resolve({ pack, isNew: true, reportIds: [] });
      },
    },
  };
  return { deps, reports, installed };
}

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

async function importInto(paths: readonly string[], intake = memoryIntake()): Promise<ImportAnswer> {
  return importPaths(intake.deps, paths, quiet);
}

async function failureOf(file: string) {
  const { outcomes } = await importInto([file]);
  expect(outcomes).toHaveLength(1);
  expect(outcomes[0]).toMatchObject({ path: file, status: 'failed', reportId: null });
  return outcomes[0]?.error;
}

test('what went between the look and the reading is read after all', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'a.txt');
  await writeFile(file, TEXT);
  const intake = memoryIntake();
  const knownBytes = () => [hashBytes(Buffer.from(TEXT))];
  const { outcomes } = await importPaths(
    { ...intake.deps, reports: { ...intake.deps.reports, knownBytes } },
    [file],
    quiet,
  );
  expect(outcomes).toMatchObject([{ status: 'imported', error: null }]);
});

describe('bad input', () => {
  test.each<[string, string, string | Uint8Array, string]>([
    ['0 bytes', 'a.txt', '', 'file-empty'],
    ['only white space', 'a.txt', ' \u3000\r\n\t\u200b\ufeff', 'file-empty'],
    ['only a byte order mark', 'a.md', '\ufeff', 'file-empty'],
    [
      'a PNG called .txt',
      'a.txt',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0),
      'file-not-text',
    ],
    [
      'bytes that nothing explains',
      'a.txt',
      Uint8Array.from({ length: 999 }, (_n, i) => 128 + ((i * i * 7) % 127)),
      'file-undecodable',
    ],
    ['an unknown kind', 'a.rtf', TEXT, 'file-kind-unknown'],
  ])('%s', async (_what, name, content, code) => {
    const file = path.join(temporaryFolder(), name);
    await writeFile(file, content);
    expect(await failureOf(file)).toMatchObject({ code, params: { path: file } });
  });

  test('a path that is not there, and one below a regular file', async () => {
    const file = path.join(temporaryFolder(), 'a.txt');
    expect(await failureOf(file)).toEqual({ code: 'file-not-found', params: { path: file } });
    await writeFile(file, TEXT);
    const below = path.join(file, 'b.txt');
    expect(await failureOf(below)).toEqual({ code: 'file-unreadable', params: { path: below } });
  });

  test.each(['nofile', 'a.rtf', 'a.html'])(
    '%s that is not there is missing, whatever its kind',
    async (name) => {
      const file = path.join(temporaryFolder(), name);
      expect(await failureOf(file)).toEqual({ code: 'file-not-found', params: { path: file } });
      await expect(readFileBytes(file)).rejects.toMatchObject({
        code: 'file-not-found',
        params: { path: file },
      });
    },
  );

  test('a file over the limit is refused before it is read', async () => {
    const file = path.join(temporaryFolder(), 'large.txt');
    const handle = await open(file, 'w');
    await handle.truncate(MOST_MEGABYTES * 1024 * 1024 + 1);
    await handle.close();
    expect(await failureOf(file)).toEqual({ code: 'file-too-large', params: { path: file, limit: 64 } });
  });

  test('what the store refuses is told of its file, and the rest goes on', async () => {
    const dir = temporaryFolder();
    await writeFile(path.join(dir, 'a.txt'), TEXT);
    await writeFile(path.join(dir, 'b.txt'), `${TEXT}第二份。`);
    const intake = memoryIntake(({ source }) => {
      if (source === TEXT) throw new Error('no row for this one');
    });
    const { outcomes } = await importInto([dir], intake);
    expect(outcomes).toMatchObject([
      { status: 'failed', error: { code: 'internal' } },
      { status: 'imported', error: null },
    ]);
  });

  test('a full disk ends the import with one error and names what is left', async () => {
    const dir = temporaryFolder();
    const files = ['a', 'b', 'c'].map((name) => path.join(dir, `${name}.txt`));
    for (const file of files) await writeFile(file, `${TEXT}${file}`);
    const intake = memoryIntake(() => {
      throw new ZhupiError('disk-full', { path: '/data' });
    });
    let left: readonly string[] = [];
    const answer = await importPaths(intake.deps, [dir], {
      ...quiet,
      onLeft: (paths) => {
        left = paths;
      },
    });
    const stopped = { code: 'disk-full', params: { path: '/data' } };
    expect(answer).toEqual({ outcomes: [], skipped: 0, cancelled: false, stopped });
    expect(left).toEqual(files);
    expect(intake.reports).toEqual([]);
  });
});

describe('folders', () => {
  test('are walked in order, links in a circle end, other kinds are counted', async () => {
    const dir = temporaryFolder();
    await mkdir(path.join(dir, 'b/c'), { recursive: true });
    await writeFile(path.join(dir, 'b/c/2.MARKDOWN'), `# 标题\n\n${TEXT}`);
    await writeFile(path.join(dir, 'z.TXT'), TEXT);
    await writeFile(path.join(dir, 'a.md'), TEXT);
    await writeFile(path.join(dir, '.hidden.txt'), TEXT);
    await writeFile(path.join(dir, 'photo.jpg'), 'x');
    await writeFile(path.join(dir, 'pack.zhupipack'), 'x');
    await symlink(dir, path.join(dir, 'b/loop'));
    await symlink(path.join(dir, 'gone.txt'), path.join(dir, 'dangling.txt'));
    await copyFile(path.join(dir, 'a.md'), path.join(dir, 'b/copy.txt'));
    const intake = memoryIntake();
    const { outcomes, skipped, cancelled } = await importInto([dir], intake);
    expect({ skipped, cancelled }).toEqual({ skipped: 1, cancelled: false });
    expect(outcomes.map((outcome) => [path.relative(dir, outcome.path), outcome.status])).toEqual([
      ['a.md', 'imported'],
      [path.join('b', 'c', '2.MARKDOWN'), 'imported'],
      [path.join('b', 'copy.txt'), 'duplicate'],
      ['dangling.txt', 'failed'],
      ['pack.zhupipack', 'imported'],
      ['z.TXT', 'duplicate'],
    ]);
    expect(outcomes[2]?.reportId).toBe(outcomes[0]?.reportId);
    expect(intake.reports.map(({ format }) => format)).toEqual(['md', 'md']);
    expect(intake.installed).toEqual([path.join(dir, 'pack.zhupipack')]);
  });

  test('are not left by links to folders; links to files are followed', async () => {
    const above = temporaryFolder();
    const dir = path.join(above, 'in');
    await mkdir(path.join(dir, '.kept'), { recursive: true });
    await mkdir(path.join(above, 'in-beside'));
    await writeFile(path.join(above, 'in-beside/private.txt'), TEXT);
    await writeFile(path.join(above, 'linked.txt'), TEXT);
    await writeFile(path.join(dir, '.kept/inside.txt'), `${TEXT}里`);
    await symlink('..', path.join(dir, 'a-up'));
    await symlink('../in-beside', path.join(dir, 'b-beside'));
    await symlink('.kept', path.join(dir, 'c-inside'));
    await symlink('../linked.txt', path.join(dir, 'd.txt'));
    const { outcomes, skipped } = await importInto([dir], memoryIntake());
    expect(outcomes.map((outcome) => path.relative(dir, outcome.path))).toEqual([
      path.join('c-inside', 'inside.txt'),
      'd.txt',
    ]);
    expect(skipped).toBe(2);
    const named = await importInto([path.join(dir, 'a-up', 'in-beside')], memoryIntake());
    expect(named.outcomes.map(({ status }) => status)).toEqual(['imported']);
  });

  test('progress is told, each outcome in its order, and what is left', async () => {
    const dir = temporaryFolder();
    for (const name of ['1', '2', '3']) await writeFile(path.join(dir, `${name}.txt`), `${TEXT}${name}`);
    await writeFile(path.join(dir, '2.txt'), '');
    const seen: unknown[] = [];
    const told: string[] = [];
    let left: readonly string[] = [];
    const answer = await importPaths(memoryIntake().deps, [dir], {
      signal: new AbortController().signal,
      onProgress: (...values) => seen.push(values),
      onOutcome: (outcome) => told.push(outcome.path),
      onLeft: (paths) => {
        left = paths;
      },
    });
    expect(seen[0]).toEqual([0, 3, path.join(dir, '1.txt'), null]);
    expect(seen.at(-1)).toEqual([3, 3, '', 0]);
    expect(told).toEqual(answer.outcomes.map((outcome) => outcome.path));
    expect(left).toEqual([path.join(dir, '2.txt')]);
  });

  test('cancelling keeps what is done', async () => {
    const dir = temporaryFolder();
    for (const name of ['1', '2', '3']) await writeFile(path.join(dir, `${name}.zhupipack`), 'x');
    const intake = memoryIntake();
    const abort = new AbortController();
    const answer = await importPaths(intake.deps, [dir], {
      signal: abort.signal,
      onProgress: () => undefined,
      onOutcome: () => {
        abort.abort();
      },
    });
    expect(answer).toMatchObject({ cancelled: true, stopped: null });
    expect(answer.outcomes.length).toBe(intake.installed.length);
    expect(answer.outcomes.length).toBeLessThan(3);
  });
});

describe('what is stored', () => {
  test('is the file, its source text untouched, and what was found in it', async () => {
    const file = path.join(temporaryFolder(), '教育工作.txt');
    const source = `${TEXT}\r\n\uFEFF末`;
    await writeFile(file, `\uFEFF${source}`);
    const intake = memoryIntake();
    await importInto([file], intake);
    expect(intake.reports).toMatchObject([
      {
        source,
        format: 'txt',
        adapter: 'text@1',
        encoding: 'UTF-8 (BOM)',
        encodingConfidence: 1,
        script: 'Hans',
        metadata: { title: '关于教育工作的报告' },
      },
    ]);
    expect(intake.reports[0]?.bytes).toEqual(Buffer.from(`\uFEFF${source}`));
  });
});

// Other systems take no such names.
if (process.platform === 'linux') describe('names that are not UTF-8', notUtf8);

function notUtf8(): void {
  test('names in GBK are read, shown and tried again', async () => {
    const dir = temporaryFolder();
    const inFolder = (...names: readonly string[]) =>
      Buffer.concat(
        names
          .flatMap((name) => [Buffer.from(path.sep), encode(name, 'gbk')])
          .toSpliced(0, 0, Buffer.from(dir)),
      );
    await mkdir(inFolder('年度'));
    await writeFile(inFolder('年度', '工作总结.txt'), '。');
    await writeFile(inFolder('年度', '空白.txt'), '');
    await writeFile(path.join(dir, 'a.txt'), TEXT);
    const intake = memoryIntake();
    let left: readonly string[] = [];
    const onLeft = (paths: readonly string[]) => {
      left = paths;
    };
    const { outcomes } = await importPaths(intake.deps, [dir], { ...quiet, onLeft });
    const shown = path.join(dir, '年度', '空白.txt');
    expect(outcomes).toMatchObject([
      { path: path.join(dir, 'a.txt'), status: 'imported' },
      { path: path.join(dir, '年度', '工作总结.txt'), status: 'imported', title: '工作总结' },
      { path: shown, status: 'failed', error: { code: 'file-empty', params: { path: shown } } },
    ]);
    await writeFile(inFolder('年度', '空白.txt'), '。。');
    const again = await importPaths(intake.deps, left, quiet);
    expect(again.outcomes).toMatchObject([{ path: shown, status: 'imported', title: '空白' }]);
    // As an argument of a command or a dropped file comes.
    const lossy = inFolder('年度', '工作总结.txt').toString('utf8');
    expect(await importInto([lossy], intake)).toMatchObject({ outcomes: [{ status: 'duplicate' }] });
  });
}
