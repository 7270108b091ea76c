import { readFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { launch, runtimeExecutable, sandboxArguments } from '../launch.ts';
import type { BarePages } from './bare/bare-pages.ts';
import type { Sample } from './bench-files.ts';
import type { Expected } from './in-page/timing.ts';

/** A window whose page has `window.timing` (in-page/timing.ts). */
export interface TimedWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
}

let script: Promise<string> | undefined;

/** Puts the timing functions into the page that is loaded now. */
export async function addTiming(page: Page): Promise<void> {
  script ??= build({
    entryPoints: [path.join(import.meta.dirname, 'in-page', 'timing.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  await page.evaluate(await script);
}

/** Zhupi with its list of reports. */
export async function openZhupi(dataDir: string): Promise<TimedWindow> {
  const { app, page } = await launch({ dataDir });
  await page.getByRole('option').first().waitFor();
  await addTiming(page);
  return { app, page };
}

/** The bare program, at its empty page. */
export async function openBare({ folder }: BarePages): Promise<TimedWindow> {
  const app = await _electron.launch({
    executablePath: runtimeExecutable(),
    args: [
      folder,
      ...sandboxArguments(),
      '--lang=zh-CN',
      '--force-device-scale-factor=1',
      `--user-data-dir=${path.join(folder, 'profile')}`,
    ],
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  return { app, page };
}

/** Shows a page of the bare program, with the timing functions and opencc-js where asked for. */
export async function showBare(page: Page, address: string, opencc?: string): Promise<void> {
  await page.goto(address);
  await addTiming(page);
  if (opencc !== undefined) await page.evaluate(`${readFileSync(opencc, 'utf8')};window.OpenCC = OpenCC`);
}

/** What tells an article with these paragraphs. */
export function expectedOf(paragraphs: readonly string[]): Expected {
  return { count: paragraphs.length, first: paragraphs[0] ?? '', last: paragraphs.at(-1) ?? '' };
}

/** Clicks a report in the list; answers milliseconds until it was painted. */
export async function timeOpening(page: Page, { title, paragraphs }: Sample): Promise<number> {
  const option = page.getByRole('option', { name: title });
  const time = await option.evaluate(
    (element, expected) => window.timing.click(element as HTMLElement, expected),
    expectedOf(paragraphs),
  );
  await checkText(page, paragraphs);
  return time;
}

/** Opens a report unless the start has opened it already, since it was the last one read. */
export async function showReport(page: Page, sample: Sample): Promise<void> {
  await rest(page);
  const shown = await page.evaluate(() => window.timing.text());
  if (shown !== sample.paragraphs.join('\n')) await timeOpening(page, sample);
}

/** Clicks a view in the switch; answers milliseconds until the whole report was painted in it. */
export async function timeSwitch(page: Page, view: string, paragraphs: readonly string[]): Promise<number> {
  const choice = page.getByRole('radio', { name: view, exact: true });
  const time = await choice.evaluate(
    (element, expected) => window.timing.click(element as HTMLElement, expected),
    expectedOf(paragraphs),
  );
  await checkText(page, paragraphs);
  return time;
}

/** Clicks a view in the switch; answers milliseconds until what is in sight was painted in it, when the rest has followed. */
export async function timeSwitchInSight(
  page: Page,
  view: string,
  paragraphs: readonly string[],
): Promise<number> {
  const choice = page.getByRole('radio', { name: view, exact: true });
  const time = await choice.evaluate(
    (element, first) => window.timing.clickForSight(element as HTMLElement, first),
    paragraphs[0] ?? '',
  );
  const whole = paragraphs.join('\n');
  await page.waitForFunction((text) => window.timing.text() === text, whole);
  return time;
}

/** Builds the paragraphs in a bare page; answers milliseconds until they were painted. */
export async function timeBuilding(page: Page, paragraphs: readonly string[]): Promise<number> {
  const time = await page.evaluate(({ texts, expected }) => window.timing.build(texts, expected), {
    texts: paragraphs,
    expected: expectedOf(paragraphs),
  });
  await checkText(page, paragraphs);
  return time;
}

/** Converts the paragraphs of a bare page with opencc-js; answers milliseconds until they were painted. */
export async function timeConversion(page: Page, paragraphs: readonly string[]): Promise<number> {
  const source = paragraphs.join('\n');
  const time = await page.evaluate((text) => window.timing.convert(text), source);
  if ((await page.evaluate(() => window.timing.text())) === source) {
    throw new Error('opencc-js left the text as it was');
  }
  return time;
}

/** A time counts only for the right text, to the last character. */
export async function checkText(page: Page, paragraphs: readonly string[]): Promise<void> {
  const shown = await page.evaluate(() => window.timing.text());
  if (shown !== paragraphs.join('\n')) throw new Error('the page does not show the text that was timed');
}

/** Lets what was started by the last action come to rest. */
export async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(400);
}
