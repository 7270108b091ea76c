import { deflateRawSync } from 'node:zlib';
import { ZhupiError } from '#core/base/app-error.ts';
import { describe, expect, it, vi } from 'vitest';
import { DOCUMENT_IMPORTERS } from './document-importers.ts';
import { encryptedPdf } from './fixtures/encrypt-pdf.ts';
import { makeDocx, makeEpub, makePdf, makeZip, wordParagraph } from './fixtures/make-files.ts';

/*
 * No file may hold the program up: one that does runs into the time limit of its test. No time is asserted, because a busy
 * machine would fail it; the goal is 5 s of work a file.
 */
vi.setConfig({ testTimeout: 60_000 });

async function outcome(kind: string, bytes: Uint8Array): Promise<string> {
  const importer = DOCUMENT_IMPORTERS.find(({ kinds }) => kinds.includes(kind));
  try {
    return (await importer!.read(bytes, `a${kind}`)).source;
  } catch (error) {
    if (!(error instanceof ZhupiError)) throw error;
    return error.code;
  }
}

const entity =
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;&a;">]>';
const zeros = Buffer.alloc(20 * 1024 * 1024);

describe('hostile pages', () => {
  it.each<[string, string, string | RegExp]>([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}文`, 'file-too-complex'],
    ['3,000 nested elements', `${'<div>'.repeat(3_000)}文`, '文'],
    ['3,000 nested tables', `${'<table><tr><td>'.repeat(1_300)}文`, '文'],
    ['a million elements', '<b>文</b>'.repeat(1_000_000), 'file-too-complex'],
    ['300,000 paragraphs', '<p>文</p>'.repeat(300_000), /^(?:文\n){299999}文$/u],
    [
      'an attribute of 1 MB',
      `<p title="${'x'.repeat(1_000_000)}">文<img alt="${'y'.repeat(1_000_000)}">`,
      /^文\[图：y{200}\]$/u,
    ],
    [
      'an attribute of spaces',
      `<p style="${' '.repeat(1_000_000)}">文<img src="${' '.repeat(1_000_000)}">`,
      '文[图]',
    ],
    ['100,000 attributes', `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')}>文`, '文'],
    ['an open comment', `文<!--${'<p>'.repeat(100_000)}`, '文'],
    ['an open script', `文<script>${'<p>'.repeat(100_000)}`, '文'],
    ['a megabyte of <', `文${'<'.repeat(1_000_000)}`, /^文/u],
    ['a title of a megabyte', `<title>${'题'.repeat(1_000_000)}</title><p>文`, '文'],
    ['a page of spaces', `<p>文${' '.repeat(2_000_000)}字`, '文 字'],
    ['external entities', `${entity}<p>文&e;&b;</p>`, '文&e;&b;'],
    ['numbers of lists beyond counting', '<ol start=99999999999999><li>文</ol>', '1. 文'],
  ])('%s', async (_, html, expected) => {
    const text = await outcome('.html', Buffer.from(html));
    if (typeof expected === 'string') expect(text).toBe(expected);
    else expect(expected.test(text)).toBe(true);
  });
});

describe('hostile archives', () => {
  const paragraph = wordParagraph('文');

  /** A zip whose directory says that its packed entries are `size` bytes long. */
  function lyingZip(zip: Uint8Array, name: string, size: number): Buffer {
    const bytes = Buffer.from(zip);
    const at = bytes.lastIndexOf(name) - 46;
    bytes.writeUInt32LE(size, at + 24);
    return bytes;
  }

  it.each<[string, string, () => Uint8Array, string]>([
    [
      'a bomb in a Word file',
      '.docx',
      () => lyingZip(makeDocx(paragraph, { 'word/a.xml': zeros }), 'word/a.xml', 300_000_000),
      'file-expands',
    ],
    ['a bomb in a picture', '.docx', () => makeDocx(paragraph, { 'word/media/a.png': zeros }), '文'],
    [
      'a bomb that lies',
      '.docx',
      () => lyingZip(makeDocx(paragraph, { 'word/a.xml': zeros }), 'word/a.xml', 100),
      'file-damaged',
    ],
    [
      'a bomb in a book',
      '.epub',
      () => lyingZip(makeZip({ 'META-INF/container.xml': zeros }), 'META-INF/container.xml', 300_000_000),
      'file-expands',
    ],
    [
      '10,001 files',
      '.docx',
      () => makeZip(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`f${at}`, 'x']))),
      'file-expands',
    ],
    [
      'entities in Word',
      '.docx',
      () => makeDocx('', { 'word/document.xml': `${entity}<w:document/>` }),
      'file-damaged',
    ],
    ['deep XML in Word', '.docx', () => makeDocx('<w:p>'.repeat(100_000)), 'file-too-complex'],
    ['a million runs', '.docx', () => makeDocx('<w:p/>'.repeat(1_100_000)), 'file-too-complex'],
    [
      'names that climb',
      '.epub',
      () => makeEpub([], '', '<rootfile full-path="../../etc/passwd"/>'),
      'file-damaged',
    ],
    ['entities in a book', '.epub', () => makeEpub([`${entity}<p>文&e;</p>`]), '文&e;'],
    ['no zip at all', '.docx', () => Buffer.from('文'), 'file-damaged'],
    [
      'an end without a directory',
      '.epub',
      () => Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18, 0xff)]),
      'file-expands',
    ],
    ['a Word file of old', '.docx', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'file-damaged'],
  ])('%s', async (_, kind, make, expected) => {
    expect(await outcome(kind, make())).toBe(expected);
  });
});

describe('hostile PDF files', () => {
  const sound = makePdf([[{ text: '文', x: 90, y: 700 }]]);
  /** A second page draws it. */
  const drawing = (drawn: string, trailer = ''): Uint8Array =>
    makePdf([[{ text: '文', x: 90, y: 700 }], []], trailer, { isPacked: true, pages: [{}, { drawn }] });

  it.each<[string, () => Uint8Array, string]>([
    ['no PDF', () => Buffer.from('文'), 'file-damaged'],
    ['a torn one', () => sound.subarray(0, 300), 'file-damaged'],
    [
      'pages in a circle',
      () =>
        Buffer.from(
          Buffer.from(sound).toString('latin1').replace('/Kids [8 0 R]', '/Kids [2 0 R]'),
          'latin1',
        ),
      'file-damaged',
    ],
    [
      'a script that opens with it',
      () =>
        Buffer.from(
          Buffer.from(sound)
            .toString('latin1')
            .replace('/Type /Catalog', '/OpenAction << /S /JavaScript /JS (x) >> /Type /Catalog'),
          'latin1',
        ),
      '文',
    ],
    [
      'a million pages that are not there',
      () =>
        Buffer.from(Buffer.from(sound).toString('latin1').replace('/Count 1 ', '/Count 1000000 '), 'latin1'),
      '文',
    ],
    ['a stream that unpacks to 200 MB', () => bombPdf(), 'pdf-without-text'],
    [
      '300,000 pictures that never end',
      () => drawing('BI /W 9 /H 9 ID '.repeat(300_000)),
      '文\f[第2页：没有文字层]',
    ],
    [
      '300,000 pictures that are none',
      () => drawing('BI /a [BI (/b '.repeat(300_000)),
      '文\f[第2页：没有文字层]',
    ],
    [
      '300,000 ends of one picture',
      () => drawing(`BI /W 9 /H 9 ID ${'EI ('.repeat(300_000)}`),
      '文\f[第2页：没有文字层]',
    ],
    [
      '3,000,000 ends with a comment behind them',
      () => drawing(`BI /W 9 /H 9 ID ${'EI %'.repeat(3_000_000)}`),
      '文\f[第2页：没有文字层]',
    ],
    [
      'content that is hard to pack',
      () => drawing(`${PICTURE} ${hardToPack(8_000_000)}`),
      '文\f[第2页：没有文字层]',
    ],
    [
      'pictures in 200,000 nested marks',
      () =>
        encryptedPdf((trailer) =>
          drawing(`${'/A BMC '.repeat(200_000)}${`${PICTURE} `.repeat(4_000)}`, trailer),
        ),
      '文\f[第2页：没有文字层]',
    ],
    ['30,000 cells in a row', () => rowOfCells(30_000), '文\t'.repeat(29_999) + '文'],
    [
      '300,000 pictures among operators',
      () => drawing(`${'BI /W 2 /H 2 /IM true ID xx EI '.repeat(300_000)}`),
      '文\f[第2页：没有文字层]\n[图太多，没有逐一标出]',
    ],
  ])('%s', async (_, make, expected) => {
    expect(await outcome('.pdf', make())).toBe(expected);
  });
});

function rowOfCells(count: number): Uint8Array {
  const size = 0.001;
  return makePdf([
    Array.from({ length: count }, (_, at) => ({ text: '文', x: 90 + at * size * 4, y: 700, size })),
  ]);
}

const spaces = Buffer.alloc(200 * 1024 * 1024, 0x20);

/** A picture among the operators of a page. */
const PICTURE = 'BI /W 2 /H 2 /CS /G /BPC 8 ID xxxx EI';

/** So many characters of two kinds in no order: the best packing of them takes more than a second a megabyte. */
function hardToPack(length: number): string {
  const bytes = Buffer.alloc(length);
  let seed = 1;
  for (let at = 0; at < length; at += 1) {
    seed = (seed * 48_271) % 0x7fff_ffff;
    bytes[at] = 0x30 + ((seed >> 16) & 1);
  }
  return bytes.toString('latin1');
}

function bombPdf(): Uint8Array {
  const packed = deflateRawSync(spaces).toString('latin1');
  const stream = `\x78\x9c${packed}`;
  const text = Buffer.from(makePdf([[]])).toString('latin1');
  return Buffer.from(
    text.replace(
      /<< \/Length 0 >>\nstream\n\nendstream/u,
      `<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n${stream}\nendstream`,
    ),
    'latin1',
  );
}
