import { encode } from 'iconv-lite';
import {
  makeDocx,
  makeEpub,
  makePdf,
  makeZip,
  wordParagraph,
  WORD_STYLES,
} from '#services/importers/formats/fixtures/make-files.ts';

/** What the tests' server of pictures and scripts is called in the pages: nothing may ever ask it. */
const ELSEWHERE = 'http://elsewhere.invalid';

const titleOf = (kind: string): string => `海山县${kind}教育工作报告`;
const POINT = '各级政府要把教育摆在优先发展的位置。';
const LONG = '各学校要切实加强安全管理，压实责任，逐项整改，确保师生安全。'.repeat(6);

/** A page as it is saved from a site: menu, scripts, a table, a remote picture, imprint. */
export function savedPage(title: string, charset: string): string {
  return [
    `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${title}_海山县人民政府</title>`,
    `<link rel="stylesheet" href="${ELSEWHERE}/a.css"><script src="${ELSEWHERE}/a.js"></script></head><body>`,
    `<nav><a href="/">首页</a> <a href="/a">政务公开</a> <a href="/b">互动交流</a></nav>`,
    `<script>document.title = 'changed'; fetch('${ELSEWHERE}/b')</script>`,
    `<h1>${title}</h1><p>来源：海山日报　发布时间：2023-05-06</p><p>${LONG}</p>`,
    `<h2>一、总体要求</h2><p onclick="alert(1)">${POINT}</p>`,
    `<img src="${ELSEWHERE}/school.png" alt="新校舍">`,
    `<table><tr><td>年份</td><td>学位</td></tr><tr><td>2022</td><td>2400</td></tr></table>`,
    `<p>${LONG}</p><footer>版权所有 海山县人民政府</footer></body></html>`,
  ].join('\n');
}

function archivedPage(title: string): string {
  const page = Buffer.from(savedPage(title, 'utf-8')).toString('base64');
  return [
    'From: <Saved by Blink>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    page,
    '--b--',
    '',
  ].join('\r\n');
}

/** A file of a kind, the title that it comes in with, what is read of it, and the kind as the window names it. */
export interface FormatFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly reads: readonly string[];
  readonly format: string;
}

function plain(name: string, encoding: string, format: string, head = ''): FormatFile {
  const title = titleOf(name.replace(/\..*$/u, ''));
  const text = `${head}${title}\n\n一、总体要求\n\n${POINT}\n\n${LONG}\n`;
  return { name, bytes: encode(text, encoding), title, reads: [POINT], format };
}

function page(name: string, bytes: (title: string) => Uint8Array, format: string): FormatFile {
  const title = titleOf(name.replace(/\..*$/u, ''));
  return { name, bytes: bytes(title), title, reads: [POINT, '2022\t2400', '新校舍'], format };
}

/** One file of each kind that can come in. */
export const FORMAT_FILES: readonly FormatFile[] = [
  plain('国标.txt', 'gb18030', '纯文本'),
  plain('通用.txt', 'utf16', '纯文本'),
  plain('标记.md', 'utf8', 'Markdown', '# '),
  page('网页.html', (title) => encode(savedPage(title, 'gb2312'), 'gbk'), '网页'),
  page('错名.txt', (title) => encode(savedPage(title, 'utf-8'), 'utf8'), '网页'),
  page('归档.mht', (title) => Buffer.from(archivedPage(title)), '网页存档'),
  {
    name: 'word.docx',
    bytes: makeDocx(
      wordParagraph(titleOf('文档'), 'T') + wordParagraph('一、总体要求', 'H1') + wordParagraph(POINT),
      { 'word/styles.xml': WORD_STYLES },
    ),
    title: titleOf('文档'),
    reads: ['一、总体要求', POINT],
    format: 'Word',
  },
  {
    name: 'book.epub',
    bytes: makeEpub([`<h1>${titleOf('图书')}</h1><p>${POINT}</p>`, `<h2>第二章</h2><p>${LONG}</p>`]),
    title: titleOf('图书'),
    reads: [POINT, '第二章'],
    format: 'EPUB',
  },
  {
    name: 'paper.pdf',
    bytes: makePdf([
      [
        { text: titleOf('印刷'), x: 150, y: 760, size: 20 },
        { text: POINT, x: 90, y: 700 },
      ],
    ]),
    title: titleOf('印刷'),
    reads: [POINT],
    format: 'PDF',
  },
];

/** A PDF of pictures of pages. */
export const SCANNED = makePdf([[], []]);

const ENTITIES =
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;">]>';
/** What fills a book to much more than its file. */
const ZEROS = Buffer.alloc(20 * 1024 * 1024);

/** A zip whose directory says that an entry is longer than it is. */
function lyingZip(zip: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(zip);
  bytes.writeUInt32LE(300_000_000, bytes.lastIndexOf(name) - 46 + 24);
  return bytes;
}

/** A file that means ill: what is said of it where it does not come in, else what is read of it. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly refused?: string;
  readonly read?: { readonly title: string; readonly words: string };
}

/** Files that would blow up, never end, or reach for other files and places. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    name: 'bomb.docx',
    bytes: lyingZip(makeDocx(wordParagraph('文'), { 'word/a.xml': ZEROS }), 'word/a.xml'),
    refused: '解压后超过',
  },
  {
    name: 'bomb.epub',
    bytes: lyingZip(makeZip({ 'META-INF/container.xml': ZEROS }), 'META-INF/container.xml'),
    refused: '解压后超过',
  },
  {
    name: 'entities.docx',
    bytes: makeDocx('', { 'word/document.xml': `${ENTITIES}<w:document/>` }),
    refused: '已损坏',
  },
  { name: 'deep.docx', bytes: makeDocx('<w:p>'.repeat(100_000)), refused: '结构过深' },
  { name: 'deep.html', bytes: Buffer.from(`${'<div>'.repeat(100_000)}文`), refused: '结构过深' },
  { name: 'torn.pdf', bytes: SCANNED.subarray(0, 300), refused: '已损坏' },
  {
    name: 'entities.html',
    bytes: Buffer.from(
      `${ENTITIES}<title>海山县外部实体报告</title><h1>海山县外部实体报告</h1><p>前面&e;后面，${LONG}</p>`,
    ),
    read: { title: '海山县外部实体报告', words: '前面&e;后面' },
  },
  {
    // The mark turns what follows it round where a name is shown without care.
    name: 'report-\u202Efdp.txt',
    bytes: Buffer.from(`\u202E海山县\u202D双向字符报告\n${LONG}`),
    read: { title: '双向字符报告', words: '压实责任' },
  },
];
