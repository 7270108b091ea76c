import type { Page } from '@playwright/test';
import { launch } from '../../launch.ts';
import type { WindowlessMeasure } from '../measure.ts';
import { notedLibrary } from '../noted-library.ts';
import { median, type Pair } from '../pairs.ts';

const NOTES = 50_000;
/** Found at many places, at some, in notes, and in the other script. */
const WORDS = ['制度', '約談負責人', '谁来落实', '财政统筹', '第77號', '整改報告交給教育局'] as const;
/** Parts of the list's whole height. */
const PLACES = [0.5, 0.93, 0.11, 0.77, 0.31, 0.64] as const;

/**
 * Milliseconds from a letter typed into the filter of 50,000 notes until the list shows what it leaves, painted. Baseline:
 * a loop in the same page that lower-cases as many texts of their length and looks for the word.
 */
export const notes50k: WindowlessMeasure = {
  name: 'notes-50k',
  unit: 'ms',
  windowless: true,
  goal: { kind: 'at-most', limit: 100 },
  take: ({ pairs }) =>
    inList(pairs, (page, round) => page.evaluate(filterBy, WORDS[round % WORDS.length] ?? '')),
};

/** Milliseconds from a leap to another place of that list until its notes stand there, painted. Baseline as above. */
export const notes50kScroll: WindowlessMeasure = {
  name: 'notes-50k-scroll',
  unit: 'ms',
  windowless: true,
  goal: { kind: 'at-most', limit: 100 },
  take: ({ pairs }) =>
    inList(pairs, (page, round) => page.evaluate(leapTo, PLACES[round % PLACES.length] ?? 0)),
};

async function inList(
  count: number,
  measure: (page: Page, round: number) => Promise<number>,
): Promise<readonly Pair[]> {
  const { app, page } = await launch({ dataDir: notedLibrary(NOTES) });
  try {
    await page.getByRole('option').first().click();
    const pane = page.getByRole('complementary', { name: '批注' });
    await pane.getByRole('radio', { name: '全部报告' }).click();
    await pane
      .getByRole('status')
      .first()
      .filter({ hasText: /50,?000/u })
      .waitFor({ timeout: 60_000 });
    // The runner's compiler names inner functions with a helper that the page does not have.
    await page.evaluate('globalThis.__name = (made) => made');
    await measure(page, 0);
    const pairs: Pair[] = [];
    for (let round = 0; round < count; round += 1) {
      const baseline = await page.evaluate(lookThrough, NOTES);
      const times: number[] = [];
      for (let again = 0; again < 3; again += 1) times.push(await measure(page, round * 3 + again + 1));
      pairs.push({ baseline, ours: median(times) });
    }
    return pairs;
  } finally {
    await app.close();
  }
}

/** In the page: types a word, waits until the count has changed and the list is painted, and takes it away again. */
export async function filterBy(word: string): Promise<number> {
  const pane = document.querySelector('[aria-label="批注"]') as HTMLElement;
  const field = pane.querySelector('input[type=search]') as HTMLInputElement;
  const status = pane.querySelector('[role=status]') as HTMLElement;
  const type = async (text: string): Promise<void> => {
    const before = status.textContent;
    // React listens to the event and looks at the value that the element's own setter has set.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise<void>((done) => {
      const look = (): void => {
        if (status.textContent !== before) requestAnimationFrame(() => setTimeout(done));
        else requestAnimationFrame(look);
      };
      look();
    });
  };
  const begun = performance.now();
  await type(word);
  const time = performance.now() - begun;
  await type('');
  return time;
}

/** In the page: scrolls to a part of the list and waits until no line in sight is empty. */
async function leapTo(part: number): Promise<number> {
  const list = document.querySelector('[aria-label="全部批注"]') as HTMLElement;
  const scroller = list.parentElement as HTMLElement;
  const begun = performance.now();
  scroller.scrollTop = scroller.scrollHeight * part;
  await new Promise<void>((done) => {
    const isFull = (): boolean => {
      const box = scroller.getBoundingClientRect();
      const lines = [...list.children].filter((line) => {
        const { top, bottom } = line.getBoundingClientRect();
        return bottom > box.top && top < box.bottom;
      });
      return lines.length > 3 && lines.every((line) => line.querySelector('[data-note-id], h3') !== null);
    };
    const look = (): void => {
      if (isFull()) requestAnimationFrame(() => setTimeout(done));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return performance.now() - begun;
}

/** In the page: the plainest filter over as many texts. */
export function lookThrough(count: number): number {
  const texts = Array.from(
    { length: count },
    (_, at) => `第${String(at)}條註記的引文，大約有這麼長，也許還有幾個字 Note ${String(at)}`,
  );
  const begun = performance.now();
  const found = texts.filter((text) => text.toLowerCase().includes('77'));
  const time = performance.now() - begun;
  return found.length > 0 ? time : Number.NaN;
}
