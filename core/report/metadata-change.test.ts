import { describe, expect, test } from 'vitest';
import { cleanMetadata } from './metadata-change.ts';

describe('fields that a user changes', () => {
  test('stand on one line, without space at the ends and what turns a line', () => {
    expect(
      cleanMetadata({ title: ' 关于\n教育\u202e的\u0000报告　', author: undefined, issuer: '' }),
    ).toEqual({
      title: '关于 教育的 报告',
      issuer: '',
    });
  });

  test.each(['', '2023', '2023-07', '2023-07-18', '2024-02-29', '2000-02-29'])('“%s” is a date', (date) => {
    expect(cleanMetadata({ date })).toEqual({ date });
  });

  test.each(['23', '2023-13', '2023-00', '2023-7-18', '2023-02-29', '1900-02-29', '2023-04-31', '2023年'])(
    '“%s” is none',
    (date) => {
      const error = { code: 'metadata-invalid', params: { field: 'date', value: date, reason: 'date' } };
      expect(() => cleanMetadata({ date })).toThrow(expect.objectContaining(error));
    },
  );

  test.each(['', 'https://www.moe.gov.cn/a?b=c#d', 'HTTP://例子.中国/'])('“%s” is a web address', (url) => {
    expect(cleanMetadata({ url })).toEqual({ url });
  });

  test.each(['www.moe.gov.cn', 'javascript:alert(1)', 'file:///etc/passwd', 'https://'])(
    '“%s” is none',
    (url) => {
      expect(() => cleanMetadata({ url })).toThrow(expect.objectContaining({ code: 'metadata-invalid' }));
    },
  );

  test('a title is there, and no field is endless', () => {
    expect(() => cleanMetadata({ title: ' \n' })).toThrow(
      expect.objectContaining({ params: { field: 'title', value: '', reason: 'title' } }),
    );
    expect(() => cleanMetadata({ editor: 'x'.repeat(2001) })).toThrow('metadata-invalid');
    expect(cleanMetadata({ editor: 'x'.repeat(2000) })).toEqual({ editor: 'x'.repeat(2000) });
  });
});
