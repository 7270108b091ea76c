import { VIEWS } from '../../pages/reader-window.ts';
import type { Measure } from '../measure.ts';
import { takePairs } from '../pairs.ts';
import {
  openBare,
  openZhupi,
  rest,
  showBare,
  timeConversion,
  timeOpening,
  timeSwitch,
} from '../timed-window.ts';

/** The first switch after a start, which finds no dictionary loaded, for 3,000 characters. */
export const switchFirst: Measure = {
  name: 'switch-first',
  unit: 'ms',
  goal: { kind: 'at-most', limit: 300 },
  take: ({ files, pairs }) => {
    const { paragraphs, converted } = files.small;
    const convert = async (): Promise<number> => {
      const { app, page } = await openBare(files.bare);
      await showBare(page, files.bare.small, files.bare.opencc);
      await rest(page);
      const time = await timeConversion(page, paragraphs);
      await app.close();
      return time;
    };
    const change = async (): Promise<number> => {
      const { app, page } = await openZhupi(files.firstSwitch);
      await timeOpening(page, files.small);
      await rest(page);
      const time = await timeSwitch(page, VIEWS.tw, converted);
      // The next start is to find the source view again, and another report.
      await timeSwitch(page, VIEWS.source, paragraphs);
      await page.getByRole('option', { name: files.tiny.title }).click();
      await page.getByRole('article', { name: files.tiny.title }).waitFor();
      await app.close();
      return time;
    };
    return takePairs(pairs, convert, change);
  },
};
