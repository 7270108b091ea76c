import type { Sample } from '../bench-files.ts';
import type { MeasureContext } from '../measure.ts';
import { takePairs, type Pair } from '../pairs.ts';
import { openBare, openZhupi, rest, showBare, timeBuilding, timeOpening } from '../timed-window.ts';

/** From the click in the list to the painted report, against a bare page that builds the same paragraphs. */
export async function pairsOfOpening(
  { files, pairs }: MeasureContext,
  sample: Sample,
  address: string,
): Promise<readonly Pair[]> {
  const other = sample === files.small ? files.large : files.small;
  const bare = await openBare(files.bare);
  const zhupi = await openZhupi(files.samples);
  try {
    await showBare(bare.page, address);
    const build = async (): Promise<number> => {
      await rest(bare.page);
      return timeBuilding(bare.page, sample.paragraphs);
    };
    const open = async (): Promise<number> => {
      await zhupi.page.getByRole('option', { name: other.title }).click();
      await zhupi.page.getByRole('article', { name: other.title }).waitFor();
      await rest(zhupi.page);
      return timeOpening(zhupi.page, sample);
    };
    return await takePairs(pairs, build, open);
  } finally {
    await zhupi.app.close();
    await bare.app.close();
  }
}
