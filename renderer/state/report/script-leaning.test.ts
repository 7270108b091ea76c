import { expect, test } from 'vitest';
import { loadLeaning } from './script-leaning.ts';

const leaning = await loadLeaning();

test.each([
  ['统筹推进教育强国，辦學', 'Hans'],
  ['統籌推進教育強國，办学', 'Hant'],
  ['办學', 'Hant'],
  ['中文', 'Hant'],
  ['干部今后', 'Hant'],
  ['', 'Hant'],
  ['𫛭办', 'Hans'],
])('most of %s is in %s', (text, script) => {
  expect(leaning(text)).toBe(script);
});
