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

  it.each([
    [
      'a part of a page',
      `\n<div class="a"><h1>校舍安全</h1>${`<p><span>${TEXT}</span></p>`.repeat(4)}</div>\n`,
      '.html',
    ],
    ['a few tags', `<div><p>${TEXT}</p></div>`, null],
    ['tags and a text behind them', `${`<p><b>${TEXT}</b></p>`.repeat(9)}完`, null],
    ['a text and tags behind it', `${TEXT}${`<p><b>${TEXT}</b></p>`.repeat(9)}`, null],
    ['tags of another language', `<doc>${`<s>${TEXT}</s>`.repeat(9)}</doc>`, null],
  ] as const)('may be a part of a page: %s', (_, text, kind) => {
    expect(savedPageKind(Buffer.from(text), true)).toBe(kind);
    expect(savedPageKind(iconv.encode(text, 'utf16le', { addBOM: true }), true)).toBe(kind);
    expect(savedPageKind(Buffer.from(text))).toBe(null);
  });

  it.each(['<!---->', '<!-- -->\n', '<!--', '<?xml ?>'])(
    'is told at once where it begins with %j',
    (sign) => {
      expect(savedPageKind(Buffer.from(sign.repeat(4_000)), true)).toBe(null);
    },
  );

  it('is no page where Markdown is written in tags', async () => {
    const part = Buffer.from(`<div>${`<p><b>${TEXT}</b></p>`.repeat(9)}</div>`);
    expect(await readSourceBytes(part, 'a.md')).toMatchObject({ adapter: 'text@1' });
    expect(await readSourceBytes(part, 'a.txt')).toMatchObject({ source: Array(9).fill(TEXT).join('\n') });
  });

  it('gives the text of the page', async () => {
    const gbk = iconv.encode(page.replace('<title>', '<meta charset=gb2312><title>'), 'gbk');
    expect(await readSourceBytes(gbk, 'a.txt')).toMatchObject({
      source: TEXT,
      adapter: 'html@6',
      encoding: 'GBK',
    });
    expect(await readSourceBytes(Buffer.from(TEXT), 'a.txt')).toMatchObject({
      source: TEXT,
      adapter: 'text@1',
    });
  });
});
