import { unzipSync as unzipped } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxDocument } from './docx.ts';
import { epubDocument } from './epub.ts';
import { makeDocx, makeEpub, makeZip, wordParagraph, WORD_STYLES } from './fixtures/make-files.ts';
import { readDocument } from './fixtures/read-document.ts';
import { mhtmlDocument } from './mhtml.ts';

describe('docxDocument', () => {
  it('writes paragraphs, headings and tables', async () => {
    const cell = (text: string): string => `<w:tc>${wordParagraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('县区')}${cell('学校')}</w:tr><w:tr>${cell('甲县')}${cell('12')}</w:tr></w:tbl>`;
    const relations =
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      '<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>';
    const bytes = makeDocx(
      wordParagraph('工作报告', 'T') +
        wordParagraph('总体要求', 'H1') +
        wordParagraph('各级&lt;政府&gt;') +
        table,
      { 'word/styles.xml': WORD_STYLES, 'word/_rels/document.xml.rels': relations },
    );
    const { source, blocks } = await docxDocument(bytes);
    expect(source).toBe('工作报告\n总体要求\n各级<政府>\n县区\t学校\n甲县\t12');
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'heading',
      'paragraph',
      'table-row',
      'table-row',
    ]);
  });
});

describe('epubDocument', () => {
  it('writes the chapters in the order of the spine, with the fields of the book', async () => {
    const book = makeEpub(
      ['<h1>第一章 总则</h1><p>甲<br/>乙</p>', '<script src="x"/><p>丙<img src="p.png" alt="校门"/></p>'],
      '<dc:title>教育年鉴</dc:title><dc:creator>某某</dc:creator><dc:date>2021-05-03T00:00:00Z</dc:date>',
    );
    const { source, metadata, blocks } = await epubDocument(book);
    expect(source).toBe('第一章 总则\n甲\n乙\n丙[图：校门]');
    expect(metadata).toEqual({ title: '教育年鉴', author: '某某', date: '2021-05-03' });
    expect(blocks[0]).toEqual({ kind: 'heading', level: 1, start: 0, end: 6 });
  });
});

describe('books', () => {
  const encryption = (algorithm: string, file: string): string =>
    `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#">` +
    `<enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${file}"/></enc:CipherData></enc:EncryptedData></encryption>`;
  const chapter = 'OEBPS/text/c0.xhtml';

  it('under digital rights management are refused, veiled fonts are not', async () => {
    const withEncryption = (xml: string): Uint8Array =>
      makeZip({ ...unzipped(makeEpub(['<p>教育</p>'])), 'META-INF/encryption.xml': xml });
    const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
    await expect(epubDocument(withEncryption(encryption(aes, chapter)))).rejects.toMatchObject({
      code: 'file-encrypted',
    });
    const veil = encryption('http://www.idpf.org/2008/embedding', 'OEBPS/fonts/a.otf');
    expect((await epubDocument(withEncryption(veil))).source).toBe('教育');
  });

  it('show neither readings over characters nor navigation, but their notes', async () => {
    const book = makeEpub([
      '<nav><ol><li><a href="#a">目录</a></li></ol></nav><h1>第一章 总则</h1><p><ruby>統<rt>tǒng</rt></ruby>籌<a href="#n1">[1]</a></p>' +
        '<aside id="n1"><p>[1] 見附件。</p></aside>',
      '<h2>一、目标</h2><ol start="3"><li>甲</li></ol>',
    ]);
    expect(await readDocument(await epubDocument(book))).toEqual([
      'heading 2 第一章 总则',
      'paragraph 0 統籌[1]',
      'paragraph 0 [1] 見附件。',
      'heading 2 一、目标',
      'list-item 1 3. 甲',
    ]);
  });
});

describe('the table of contents of a book', () => {
  const chapters = [
    '<p>第一章 总则</p><p>甲句。</p><p>依据</p><p>乙句。</p>',
    '<p>丙句。</p>',
    '<h2>附则</h2><p>丁句。</p>',
  ];
  const nav =
    '<html><body><nav epub:type="toc"><ol><li><a href="text/c0.xhtml"><span>第一章　总则</span></a><ol><li><a href="text/c0.xhtml#b">依据</a></li></ol></li>' +
    '<li><a href="text/c1.xhtml">序言</a></li><li><a href="text/c2.xhtml">尾</a></li></ol></nav></body></html>';
  const point = (label: string, file: string, inner = ''): string =>
    `<navPoint><navLabel><text>${label}</text></navLabel><content src="${file}"/>${inner}</navPoint>`;
  const ncx = `<ncx><docTitle><text>书名</text></docTitle><navMap>${point('第一章　总则', 'text/c0.xhtml', point('依据', 'text/c0.xhtml#b'))}${point('序言', 'text/c1.xhtml')}${point('尾', 'text/c2.xhtml')}</navMap></ncx>`;
  const withParts = (items: string, more: Record<string, string>, spine = true): Uint8Array => {
    const files = unzipped(makeEpub(chapters));
    const opf = Buffer.from(files['OEBPS/book.opf'] ?? []).toString();
    const changed = opf.replace('</manifest>', `${items}</manifest>`);
    return makeZip({
      ...files,
      'OEBPS/book.opf': spine ? changed : changed.replace(/<itemref[^>]*>/gu, ''),
      ...more,
    });
  };
  const titled = [
    'heading 2 第一章 总则',
    'paragraph 0 甲句。',
    'heading 2 依据',
    'paragraph 0 乙句。',
    'heading 1 序言',
    'paragraph 0 丙句。',
    'heading 2 附则',
    'paragraph 0 丁句。',
  ];

  it.each<[string, string, Record<string, string>, boolean]>([
    [
      'a navigation document',
      '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>',
      { 'OEBPS/nav.xhtml': nav },
      true,
    ],
    [
      'an NCX only',
      '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
      { 'OEBPS/toc.ncx': ncx },
      true,
    ],
    ['neither spine nor media types', '<item id="n" href="toc.ncx"/>', { 'OEBPS/toc.ncx': ncx }, false],
  ])('makes headings: %s', async (_, items, more, spine) => {
    expect(await readDocument(await epubDocument(withParts(items, more, spine)))).toEqual(titled);
  });

  it.each<[string, string, Record<string, string>]>([
    ['there is none', '', {}],
    ['its file is missing', '<item id="n" href="toc.ncx"/>', {}],
    ['it is no XML', '<item id="n" href="toc.ncx"/>', { 'OEBPS/toc.ncx': '<<a href=">' }],
  ])('is not needed: %s', async (_, items, more) => {
    expect((await epubDocument(withParts(items, more))).source).toBe(
      '第一章 总则\n甲句。\n依据\n乙句。\n丙句。\n附则\n丁句。',
    );
  });
});

describe('mhtmlDocument', () => {
  it('reads the page of a web archive, not the pictures', async () => {
    const archive = [
      'From: <Saved by a browser>',
      'Subject: page',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset="gb2312"',
      'Content-Transfer-Encoding: base64',
      '',
      // 教育 in GB 2312, in <p>
      Buffer.from([0x3c, 0x70, 0x3e, 0xbd, 0xcc, 0xd3, 0xfd, 0x3c, 0x2f, 0x70, 0x3e]).toString('base64'),
      '--b',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '--b--',
      '',
    ].join('\r\n');
    expect((await mhtmlDocument(Buffer.from(archive, 'latin1'))).source).toBe('教育');
  });

  it('refuses what holds no page', async () => {
    await expect(mhtmlDocument(Buffer.from('no archive'))).rejects.toMatchObject({ code: 'file-damaged' });
  });
});
