import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReportLink, reportLink } from './link.ts';

test('a link reads back as what it was made from', () => {
  for (const note of [null, 'n0123456789abcdef']) {
    const link = { reportId: 'p-zhupi-guide', note };
    expect(parseReportLink(reportLink(link))).toEqual(link);
  }
});

test.each([
  'https://report/r2',
  'zhupi://library/r2',
  'zhupi://report/',
  'zhupi://report/../secret',
  'zhupi://report/%2e%2e%2fsecret',
  'zhupi://report/r2?note=n1',
  'zhupi://report/r2?note=n0123456789abcdef&more=1',
  'zhupi://report/%E0%A4%A',
  'ZHUPI://report/r2 ',
  42,
])('%s is refused', (text) => {
  expect(parseReportLink(text)).toBeNull();
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      parseReportLink(`zhupi://report/${text}`);
    }),
  );
});
