import { describe, expect, it } from 'vitest';
import iconv from 'iconv-lite';
import { savedPageKind } from './formats/web-kinds.ts';
import { readSourceBytes } from './read-source-file.ts';

const TEXT = '各地要把校舍安全摆在突出位置，逐校排查，逐项整改。';
const page = `<!-- saved -->\n<!DOCTYPE html><html><head><title>甲</title></head><body><p>${TEXT}</p></body></html>`;

describe('a file that is called a text', () => {
  it.each([
    ['a page', Buffer.from(page), '.html'],
    ['a page with a mark', Buffer.from(`\uFEFF\n<html lang=zh>${TEXT}`), '.html'],
    ['a page of UTF-16', iconv.encode(page, 'utf16le', { addBOM: true }), '.html'],
    ['a page of a book', Buffer.from(`<?xml version="1.0"?>\n<html>${TEXT}</html>`), '.html'],
    ['an archive', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n'), '.mht'],
    ['a text with tags', Buffer.from(`<p>${TEXT}</p><htmlx>`), null],
    ['a text about pages', Buffer.from(`${TEXT}<html>`), null],
    ['a letter', Buffer.from(`From: 甲\nSubject: 乙\n\n${TEXT}`), null],
  ] as const)('is read as what it is: %s', (_, bytes, kind) => {
    expect(savedPageKind(bytes)).toBe(kind);
  });

  it('gives the text of the page', async () => {
    const gbk = iconv.encode(page.replace('<title>', '<meta charset=gb2312><title>'), 'gbk');
    expect(await readSourceBytes(gbk, 'a.txt')).toMatchObject({
      source: TEXT,
      adapter: 'html@5',
      encoding: 'GBK',
    });
    expect(await readSourceBytes(Buffer.from(TEXT), 'a.txt')).toMatchObject({
      source: TEXT,
      adapter: 'text@1',
    });
  });
});
