import { expect, test } from 'vitest';
import { selectionAsQuery } from './selection-as-query.ts';

test.each([
  ['教育强国', '教育强国'],
  [' 教育 ', '教育'],
  ['加快 建设', '"加快 建设"'],
  ['“双减”政策', '"双减政策"'],
  ['-5%', '"-5%"'],
  ['title:甲', '"title:甲"'],
  ['甲 OR 乙', '"甲 OR 乙"'],
  ['', null],
  ['一行\n又一行', null],
  ['字'.repeat(61), null],
])('%j is asked for as %j', (selected, query) => {
  expect(selectionAsQuery(selected)).toBe(query);
});
