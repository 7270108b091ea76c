import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedReports } from '../launch.ts';
import { sampleLines } from './sample-texts.ts';

/** Raised when the texts of a number change, so that data folders are made anew. */
export const TEXTS_VERSION = 1;

const LENGTH = 2_000;
/** Below the folder of real texts. */
const COLLECTIONS = [
  'reports-hans/gwr-national',
  'reports-hans/cpc-congress',
  'reports-hans/gwr-provincial-2026',
  'reports-hans/laws',
  'reports-hant/tw-laws',
  'reports-hant/tw-mofa',
] as const;
const ISSUERS = ['国务院', '教育部', '山东省人民政府', '海淀区教育委员会', '行政院', '立法院'] as const;
const SUBJECTS = [
  '政府工作报告',
  '教育事业发展规划',
  '財政預算說明',
  '乡村振兴实施方案',
  '公共衛生年度報告',
] as const;

/**
 * Reports of about 2,000 characters out of the real texts in both scripts, where they stand beside the checkout; else out of
 * the bundled ones. When the texts run out they come again with other borders, other numbers and other neighbours, so that
 * no two reports are the same.
 */
export function* largeTexts(count: number): Generator<string> {
  const lines = realLines();
  let at = 0;
  for (let number = 1; number <= count; number += 1) {
    const round = Math.floor(at / lines.length);
    const taken = [titleOf(number), `${String(1990 + (number % 36))}年${String(1 + (number % 12))}月5日`];
    let units = 0;
    while (units < LENGTH) {
      // From the second round on every fifth line is another one's.
      const from = round > 0 && at % 5 === 0 ? at * 7 + round * 131 : at;
      const line = changed(lines[from % lines.length] ?? '', round).slice(0, LENGTH);
      taken.push(line);
      units += line.length + 1;
      at += 1;
    }
    yield `${taken.join('\n')}\n`;
  }
}

function titleOf(number: number): string {
  const [issuer, subject] = [ISSUERS[number % ISSUERS.length], SUBJECTS[number % SUBJECTS.length]];
  return `${issuer ?? ''}${subject ?? ''}（第${String(number)}号）`;
}

/** The same line with other figures. */
function changed(line: string, round: number): string {
  if (round === 0) return line;
  return line.replaceAll(/\d/gu, (digit) => String((Number(digit) + round) % 10));
}

function realLines(): readonly string[] {
  const corpora = path.join(path.dirname(sharedReports), 'corpora');
  if (!existsSync(corpora)) return sampleLines();
  return COLLECTIONS.flatMap((name) => {
    const folder = path.join(corpora, ...name.split('/'));
    return readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'));
  }).filter((line) => line.trim() !== '');
}
