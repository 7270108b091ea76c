import { statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { largeLibrary } from '../large-library.ts';
import type { WindowlessMeasure } from '../measure.ts';

/** Megabytes (10⁶ bytes) of index.db with 10,000 reports. Baseline: their source texts in UTF-8. */
export const indexSize: WindowlessMeasure = {
  name: 'index-size',
  unit: 'MB',
  goal: { kind: 'ratio', limit: 3 },
  windowless: true,
  take: () => {
    const folder = largeLibrary(10_000);
    const store = new DatabaseSync(path.join(folder, 'zhupi.db'), { readOnly: true });
    const { bytes } = store.prepare('SELECT sum(length(source)) AS bytes FROM source_version').get() as {
      bytes: number;
    };
    store.close();
    const ours = statSync(path.join(folder, 'index.db')).size / 1e6;
    return Promise.resolve([{ baseline: bytes / 1e6, ours }]);
  },
};
