import type { Page } from '@playwright/test';
import { launch } from '../../launch.ts';
import type { WindowlessMeasure } from '../measure.ts';
import { CROWDED, crowdedLibrary } from '../noted-library.ts';
import type { Pair } from '../pairs.ts';
import { filterBy, lookThrough } from './notes-50k.ts';

const NOTES = 10_000;
/** Each leaves some of the notes and not all. */
const WORDS = ['目标', '去年', '公报', '谁来'] as const;

/**
 * Milliseconds from the click on a report of 20,000 characters with 10,000 notes until its text, their colours and the list
 * of them are painted. Baseline: the same text without notes.
 */
export const notes10k: WindowlessMeasure = {
  name: 'notes-10k',
  unit: 'ms',
  windowless: true,
  goal: { kind: 'at-most', limit: 1_000 },
  take: ({ pairs }) =>
    inCrowdedLibrary(pairs, async (page) => ({
      baseline: await page.evaluate(openReport, { title: CROWDED.twin, notes: 0 }),
      ours: await page.evaluate(openReport, { title: CROWDED.title, notes: NOTES }),
    })),
};

/** Milliseconds from a letter typed into the filter of these notes until the list is painted. Baseline: a loop over as many texts. */
export const notes10kFilter: WindowlessMeasure = {
  name: 'notes-10k-filter',
  unit: 'ms',
  windowless: true,
  goal: { kind: 'at-most', limit: 1_000 },
  take: ({ pairs }) =>
    inCrowdedLibrary(pairs, async (page, round) => {
      if (round === 0) await page.evaluate(openReport, { title: CROWDED.title, notes: NOTES });
      return {
        baseline: await page.evaluate(lookThrough, NOTES),
        ours: await page.evaluate(filterBy, WORDS[round % WORDS.length] ?? ''),
      };
    }),
};

/** Milliseconds that 19 of 20 frames take at most while the text of 10,000 notes is scrolled. Baseline: the text without notes. */
export const notes10kFrames: WindowlessMeasure = {
  name: 'notes-10k-frames',
  unit: 'ms',
  windowless: true,
  goal: { kind: 'ratio-or-more', limit: 1, more: 2 },
  take: ({ pairs }) =>
    inCrowdedLibrary(pairs, async (page) => {
      await page.evaluate(openReport, { title: CROWDED.twin, notes: 0 });
      const baseline = await page.evaluate(framesOfScrolling);
      await page.evaluate(openReport, { title: CROWDED.title, notes: NOTES });
      return { baseline, ours: await page.evaluate(framesOfScrolling) };
    }),
};

async function inCrowdedLibrary(
  count: number,
  measure: (page: Page, round: number) => Promise<Pair>,
): Promise<readonly Pair[]> {
  const { app, page } = await launch({ dataDir: crowdedLibrary(NOTES) });
  try {
    await page.getByRole('option', { name: CROWDED.title }).click();
    await page.getByRole('article', { name: CROWDED.title }).waitFor();
    // The runner's compiler names inner functions with a helper that the page does not have.
    await page.evaluate('globalThis.__name = (made) => made');
    const pairs: Pair[] = [];
    for (let round = 0; round <= count; round += 1) {
      const pair = await measure(page, round);
      // The first one warms both sides up.
      if (round > 0) pairs.push(pair);
    }
    return pairs;
  } finally {
    await app.close();
  }
}

/** In the page: clicks a report, and waits until article, painted notes and list are there. Nothing to wait for: 0. */
async function openReport({
  title,
  notes,
}: {
  readonly title: string;
  readonly notes: number;
}): Promise<number> {
  const options = [...document.querySelectorAll<HTMLElement>('[role=option]')];
  const option = options.find((one) => one.textContent.includes(title));
  const pane = document.querySelector('[aria-label="批注"]') as HTMLElement;
  const isThere = (): boolean => {
    const article = document.querySelector('[role=article], article');
    const shown = article?.textContent.startsWith(title) === true;
    const painted = [...CSS.highlights].reduce(
      (sum, [name, set]) => sum + (/^(?:code|line)-/u.test(name) ? set.size : 0),
      0,
    );
    const listed = pane.querySelectorAll('[data-note-id]').length > 0;
    return shown && (notes === 0 ? painted === 0 && !listed : painted >= notes && listed);
  };
  if (isThere()) return 0;
  const begun = performance.now();
  option?.click();
  while (!isThere()) {
    await new Promise((done) => requestAnimationFrame(done));
    if (performance.now() - begun > 20_000) throw new Error(`${title} does not open`);
  }
  // The frame behind the next one: the first of the two has been painted.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - begun;
}

/** In the page: scrolls through the article in steps of a frame; the time that 19 of 20 frames take at most. */
async function framesOfScrolling(): Promise<number> {
  const article = document.querySelector('.zhupi-article') as HTMLElement;
  const scroller = article.parentElement as HTMLElement;
  const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
  scroller.scrollTop = 0;
  let last = await nextFrame();
  const times: number[] = [];
  for (let step = 0; step < 180; step += 1) {
    scroller.scrollTop += 60;
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  if (scroller.scrollTop === 0) throw new Error('nothing was scrolled');
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}
