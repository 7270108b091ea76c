import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from './html-charset.ts';

const TEXT = '教育是国之大计、党之大计，要坚持优先发展。'.repeat(5);
const TRADITIONAL = '教育是國之大計，要堅持優先發展，落實責任。'.repeat(5);
const page = (charset: string, text: string) =>
  `<html><head><meta charset="${charset}"></head><body><p>${text}</p></body></html>`;

describe('decodeHtml', () => {
  it.each([
    ['gb2312', 'gbk', TEXT, 'GBK'],
    ['GB18030', 'gb18030', TEXT, 'GB18030'],
    ['big5', 'big5', TRADITIONAL, 'Big5-HKSCS'],
    ['utf-8', 'utf8', TEXT, 'UTF-8'],
    // A wrong declaration gives way to the bytes.
    ['gb2312', 'utf8', TEXT, 'UTF-8'],
    ['utf-8', 'gbk', TEXT, 'GBK'],
    ['iso-8859-1', 'gbk', TEXT, 'GBK'],
  ])('declared %s, written in %s', (declared, written, text, encoding) => {
    const decoded = decodeHtml(iconv.encode(page(declared, text), written));
    expect(decoded.text).toContain(text);
    expect(decoded.encoding).toBe(encoding);
  });

  it('goes by the byte order mark first', () => {
    const bytes = iconv.encode(page('gb2312', TEXT), 'utf16le', { addBOM: true });
    expect(decodeHtml(bytes).text).toContain(TEXT);
  });
});
