import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_READERS } from './document-readers.ts';
import { readDocument } from './fixtures/read-document.ts';
import { mhtmlDocument } from './mhtml.ts';

const LONG = '各学校要切实加强安全管理，压实责任，逐项整改，确保师生安全。'.repeat(8);
const pageOf = (body: string, head = ''): string => `<html><head>${head}</head><body>${body}</body></html>`;

interface Part {
  readonly content: Uint8Array;
  readonly headers: readonly string[];
}

/** A web archive of parts, written in base64. */
function archiveOf(parts: readonly Part[]): Uint8Array {
  const lines = parts.flatMap(({ content, headers }) => [
    '--b',
    ...headers,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content).toString('base64'),
  ]);
  const head = ['Subject: page', 'MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="b"', ''];
  return Buffer.from([...head, ...lines, '--b--', ''].join('\r\n'), 'latin1');
}

const part = (content: string | Uint8Array, type = 'text/html'): Part => ({
  content: Buffer.from(content),
  headers: [`Content-Type: ${type}`],
});

describe('the encoding of a page in an archive', () => {
  it.each([
    ['named in the page alone', '<meta charset=gbk>', 'gbk', 'text/html', 'GBK'],
    ['named nowhere', '', 'gbk', 'text/html', 'GBK'],
    ['named wrongly around it', '', 'gbk', 'text/html; charset="utf-8"', 'GBK'],
    ['named around it', '', 'big5', 'text/html;\r\n\tcharset="big5"', 'Big5-HKSCS'],
    ['with a mark', '', 'utf16', 'text/html; charset=unicode', 'UTF-16LE (BOM)'],
    ['of XHTML', '', 'utf8', 'application/xhtml+xml', 'UTF-8'],
  ])('%s', async (_, head, written, type, encoding) => {
    const text = written === 'big5' ? '教育是國之大計，要堅持優先發展。'.repeat(5) : LONG;
    const bytes = encode(pageOf(`<p>${text}</p>`, head), written);
    const document = await mhtmlDocument(archiveOf([part(bytes, type)]));
    expect([document.source, document.encoding]).toEqual([text, encoding]);
  });

  it('is what the user says', async () => {
    const bytes = encode(pageOf(`<p>${LONG}</p>`, '<meta charset="utf-8">'), 'gbk');
    const document = await mhtmlDocument(archiveOf([part(bytes)]), 'Big5');
    expect(document.encoding).toBe('Big5');
    expect(document.source).not.toBe(LONG);
  });
});

describe('frames of a page in an archive', () => {
  const frame = pageOf('<p>地图和登录</p>');

  it('are furniture beside a text', async () => {
    const document = await mhtmlDocument(archiveOf([part(pageOf(`<p>${LONG}</p>`)), part(frame)]));
    expect(document.source).toBe(`${LONG}\n地图和登录`);
    expect(await readDocument(document)).toEqual([`paragraph 0 ${LONG}`]);
  });

  it('are the text of a page that only holds them', async () => {
    const outer = pageOf('<iframe src="cid:frame-1@mhtml.blink"></iframe>');
    const document = await mhtmlDocument(
      archiveOf([part(outer), part(pageOf(`<h1>总结</h1><p>${LONG}</p>`))]),
    );
    expect(await readDocument(document)).toEqual([
      'caption 0 [嵌入]',
      'heading 1 总结',
      `paragraph 0 ${LONG}`,
    ]);
  });
});

it('reads a message of plain text', async () => {
  const message = `MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n一、总体<要求>\r\n${LONG}`;
  expect((await mhtmlDocument(Buffer.from(message))).source).toBe(`一、总体<要求>\n${LONG}`);
});

describe('a page and an archive under the name of the other', () => {
  const read = async (kind: string, bytes: Uint8Array) =>
    DOCUMENT_READERS.find(({ kinds }) => kinds.includes(kind))?.read(bytes, `a${kind}`);
  const page = pageOf(`<p>${LONG}</p>`);

  it('are read as what they are', async () => {
    await expect(read('.html', archiveOf([part(page)]))).resolves.toMatchObject({
      source: LONG,
      adapter: 'mhtml@6',
    });
    await expect(read('.mht', Buffer.from(page))).resolves.toMatchObject({ source: LONG, adapter: 'html@6' });
  });
});
