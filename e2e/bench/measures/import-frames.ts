import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { answerOpenDialogs } from '../../dialogs.ts';
import { launch, newDataFolder } from '../../launch.ts';
import { countFrames, framesOf } from '../drawn-frames.ts';
import { largeTexts } from '../large-texts.ts';
import type { WindowlessMeasure } from '../measure.ts';
import type { Pair } from '../pairs.ts';

const REPORTS = 10_000;
const PATIENCE = 600_000;

/**
 * Frames over 100 ms in the window while 10,000 files come in through it, from the choice of the folder until its sentence
 * stands there; a run is a pair. Baseline: the same window for as long with nothing to do, which tells what the machine
 * itself keeps from being drawn.
 */
export const importFrames: WindowlessMeasure = {
  name: 'import-frames',
  unit: 'frames',
  windowless: true,
  isLong: true,
  goal: { kind: 'at-most', limit: 0 },
  take: async ({ pairs: count }) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'zhupi-bench-frames-'));
    try {
      const reports = path.join(folder, 'reports');
      writeReports(reports);
      const pairs: Pair[] = [];
      for (let round = 0; round < count; round += 1) pairs.push(await oneImport(reports));
      return pairs;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function oneImport(reports: string): Promise<Pair> {
  const dataDir = newDataFolder();
  const { app, page } = await launch({ dataDir });
  try {
    const button = page.getByRole('button', { name: '导入' }).first();
    await button.waitFor();
    await page.waitForTimeout(2_000);
    await answerOpenDialogs(app, [reports]);
    const begun = performance.now();
    await countFrames(page);
    await button.click();
    await page.getByText(`已导入 ${REPORTS.toLocaleString('en')} 份报告。`).waitFor({ timeout: PATIENCE });
    await page.waitForTimeout(1_000);
    const during = await framesOf(page);
    const took = performance.now() - begun;
    await countFrames(page);
    await page.waitForTimeout(took);
    const idle = await framesOf(page);
    console.error(
      `  ${String(Math.round(took))} ms; longest frame ${String(during.longest)} ms, at rest ${String(idle.longest)} ms`,
    );
    return { baseline: idle.long, ours: during.long };
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function writeReports(folder: string): void {
  mkdirSync(folder);
  let number = 0;
  for (const text of largeTexts(REPORTS)) {
    number += 1;
    writeFileSync(path.join(folder, `${String(number).padStart(6, '0')}.txt`), text);
  }
}
