import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedPath } from '#test/shared-files.ts';
import { layoutEdits } from '../layout.ts';
import { buildReading } from '../reading.ts';
import { reportTitle } from './report-title.ts';

const NUMBER_OR_DATE = /^(?:第\s*\d+\s*號(?:聲明)?|[\d/]+)\s*$/u;
const SOLEMN_ONLY = /鄭重聲明$/u;

test('statements without a title are named by what their first sentence says', () => {
  const folder = sharedPath('corpora', 'reports-hant', 'tw-mofa');
  for (const name of readdirSync(folder)) {
    const source = readFileSync(`${folder}/${name}`, 'utf8');
    const { text, blocks } = buildReading(source, 'txt', layoutEdits(source));
    const { value } = reportTitle(text, blocks, false);
    expect(value.length, name).toBeGreaterThanOrEqual(8);
    expect(value, name).not.toMatch(NUMBER_OR_DATE);
    expect(value, name).not.toMatch(SOLEMN_ONLY);
    const first = text.split('\n').find((line) => !NUMBER_OR_DATE.test(line.trim()));
    expect(first, name).toContain(value);
  }
});
