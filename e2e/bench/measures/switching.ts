import { VIEWS } from '../../pages/reader-window.ts';
import type { Sample } from '../bench-files.ts';
import type { MeasureContext } from '../measure.ts';
import { takePairs, type Pair } from '../pairs.ts';
import {
  openBare,
  openZhupi,
  rest,
  showBare,
  showReport,
  timeConversion,
  timeSwitch,
} from '../timed-window.ts';

/**
 * From the click on 繁体（台湾） to the whole report painted in it, with dictionaries loaded, against opencc-js's plain
 * conversion in a bare page that sets the result. `timeView` may wait for less.
 */
export async function pairsOfSwitching(
  { files, pairs }: MeasureContext,
  sample: Sample,
  address: string,
  timeView: typeof timeSwitch = timeSwitch,
): Promise<readonly Pair[]> {
  const { paragraphs, converted } = sample;
  const bare = await openBare(files.bare);
  const zhupi = await openZhupi(files.samples);
  try {
    await showBare(bare.page, address, files.bare.opencc);
    await showReport(zhupi.page, sample);
    const convert = async (): Promise<number> => {
      await bare.page.evaluate((texts) => window.timing.reset(texts), paragraphs);
      await rest(bare.page);
      return timeConversion(bare.page, paragraphs);
    };
    const change = async (): Promise<number> => {
      const time = await timeView(zhupi.page, VIEWS.tw, converted);
      await timeSwitch(zhupi.page, VIEWS.source, paragraphs);
      await rest(zhupi.page);
      return time;
    };
    return await takePairs(pairs, convert, change);
  } finally {
    await zhupi.app.close();
    await bare.app.close();
  }
}
