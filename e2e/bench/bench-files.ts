import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { zhupiJson, zhupiJsonLines } from '../command.ts';
import { checkout, sharedReports } from '../launch.ts';
import { writeBarePages, type BarePages } from './bare/bare-pages.ts';
import { openOne } from './open-one.ts';
import { sampleLines, textOfLength } from './sample-texts.ts';

/** A report in the library with the paragraphs that its reading text and its Taiwanese view have. */
export interface Sample {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly converted: readonly string[];
}

export interface BenchFiles {
  /** Data folder with five reports, the last of them open. */
  readonly fiveReports: string;
  /** Data folder with the samples. */
  readonly samples: string;
  /** Data folder with the small sample and one that is not open to time. */
  readonly firstSwitch: string;
  readonly tiny: Sample;
  readonly small: Sample;
  readonly large: Sample;
  readonly bare: BarePages;
  readonly remove: () => void;
}

const SMALL_TITLE = '三千字的报告：国务院关于教育发展的说明';
const TINY_TITLE = '三百字的报告：国务院关于卫生发展的说明';
const LARGE_TITLE = '一百万字的报告：国务院关于经济发展的说明';

/** Makes everything that the measures run on, in a folder of its own for temporary files. */
export async function makeBenchFiles(): Promise<BenchFiles> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhupi-bench-'));
  const fiveReports = path.join(folder, 'five');
  const samples = path.join(folder, 'samples');
  importInto(fiveReports, fiveFiles(folder));
  await openOne(fiveReports);
  const lines = sampleLines();
  const files = [
    writeText(folder, 'small.txt', textOfLength(lines, SMALL_TITLE, 3_000)),
    writeText(folder, 'large.txt', textOfLength(lines, LARGE_TITLE, 1_000_000)),
  ];
  importInto(samples, files);
  const firstSwitch = path.join(folder, 'first');
  const tinyFile = writeText(folder, 'tiny.txt', textOfLength(lines, TINY_TITLE, 300));
  importInto(firstSwitch, [...files.slice(0, 1), tinyFile]);
  const small = sampleOf(samples, SMALL_TITLE);
  const large = sampleOf(samples, LARGE_TITLE);
  const bare = await writeBarePages(path.join(folder, 'bare'), { small, large });
  return {
    fiveReports,
    samples,
    firstSwitch,
    tiny: sampleOf(firstSwitch, TINY_TITLE),
    small,
    large,
    bare,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The five real reports, or five texts of their length. */
function fiveFiles(folder: string): readonly string[] {
  if (existsSync(sharedReports)) {
    return readdirSync(sharedReports)
      .filter((name) => name.endsWith('.txt'))
      .slice(0, 5)
      .map((name) => path.join(sharedReports, name));
  }
  const lines = sampleLines();
  return [1, 2, 3, 4, 5].map((number) =>
    writeText(folder, `${number}.txt`, textOfLength(lines.slice(number), `第${number}份工作报告`, 2_400)),
  );
}

function writeText(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function importInto(dataDir: string, files: readonly string[]): void {
  mkdirSync(dataDir, { recursive: true });
  const command = path.join(checkout, 'out', 'cli', 'zhupi.cjs');
  execFileSync(process.execPath, [command, 'import', '--data-dir', dataDir, ...files], { stdio: 'ignore' });
}

function sampleOf(dataDir: string, title: string): Sample {
  const report = zhupiJsonLines<{ reportId: string; title: string }>(dataDir, ['list']).find(
    (each) => each.title === title,
  );
  if (report === undefined) throw new Error(`the report was not imported: ${title}`);
  const shown = (script: string): readonly string[] =>
    zhupiJson<{ readonly text: string }>(dataDir, ['show', report.reportId, '--script', script]).text.split(
      '\n',
    );
  const [paragraphs, converted] = [shown('source'), shown('tw')];
  if (paragraphs[0] === converted[0] || paragraphs.at(-1) === converted.at(-1)) {
    throw new Error('the sample does not tell its views apart');
  }
  return { title, paragraphs, converted };
}
