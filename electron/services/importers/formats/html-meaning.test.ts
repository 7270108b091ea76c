import { describe, expect, it } from 'vitest';
import { epubDocument } from './epub.ts';
import { makeZip } from './fixtures/make-files.ts';
import { readDocument } from './fixtures/read-document.ts';
import { htmlDocument } from './html-document.ts';

const SENTENCE = '各级要把教育摆在优先发展的位置，加强统筹协调，落实工作责任，确保各项任务落到实处。';
const article = `<p>${SENTENCE}</p><p>${SENTENCE}${SENTENCE}</p>`.repeat(3);
const readingOf = (html: string) => readDocument(htmlDocument(html));

describe('what a page shows otherwise than as a line of text', () => {
  it('writes raised and lowered numbers as such, in data and in text', () => {
    const { source } = htmlDocument(
      '<p>面积100m<sup>2</sup>，约10<sup>−4</sup>，CO<sub>2</sub>，1<sup>st</sup>，见注<sup><a href="#n">1</a></sup><sup>[2]</sup></p>' +
        '<table><tr><td>甲</td><td>3<sup>5</sup></td></tr></table>',
    );
    expect(source).toBe('面积100m²，约10⁻⁴，CO₂，1st，见注¹[2]\n甲\t3⁵');
  });

  it('leaves words that were taken back, and the way back from a note, out of the reading', async () => {
    const html = '<p>未经<del>不</del>批准，<s>旧款</s>不得动工。<a href="#r" role="doc-backlink">↩</a></p>';
    expect(htmlDocument(html).source).toBe('未经不批准，旧款不得动工。↩');
    expect(await readingOf(html)).toEqual(['paragraph 0 未经批准，旧款不得动工。']);
  });

  it('names pictures inside of drawings, not icons', () => {
    const drawing = '<svg><g><image xlink:href="img/cover.png"/></g></svg><svg><path d="M0"/></svg>';
    expect(htmlDocument(`<p>前${drawing}后</p>`).source).toBe('前[图：cover.png]后');
  });

  it('shows what is left of a page that scripts would write', async () => {
    const html = '<script>write()</script><noscript>请启用脚本后再看本页，谢谢</noscript>';
    expect(await readingOf(html)).toEqual(['heading 1 请启用脚本后再看本页，谢谢']);
  });
});

describe('a menu in a column beside the text', () => {
  const menu =
    '<b>栏目导航</b><br><a href="1">领导之窗</a><br><a href="2">机构设置</a><br><a href="3">通知公告</a>';
  const laidOut = (column: string) =>
    readingOf(
      `<table><tr><td>${column}</td><td><p align=center><b>布局调整实施方案</b></p>${article}<p><a href="a.doc">附件一</a></p></td></tr></table>`,
    );

  it('is furniture with its name', async () => {
    expect((await laidOut(menu)).map((line) => line.slice(-8))).not.toContain('通知公告');
    expect(await laidOut(menu)).toEqual(await laidOut(''));
  });

  it('is not a table of contents that leads to places of the page', async () => {
    const contents = '<a href="#a">第一章</a><br><a href="#b">第二章</a><br><a name="c">第三章</a>';
    expect((await laidOut(contents)).slice(0, 3).map((line) => line.slice(-3))).toEqual([
      '第一章',
      '第二章',
      '第三章',
    ]);
  });
});

it('writes no title over the cover of a book', async () => {
  const page = (title: string, body: string): string =>
    `<html><head><title>${title}</title></head><body>${body}</body></html>`;
  const item = (id: string, more = ''): string =>
    `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml" ${more}/>`;
  const bytes = makeZip({
    'META-INF/container.xml': '<container><rootfile full-path="b.opf"/></container>',
    'b.opf': `<package><manifest>${item('cover')}${item('one')}${item('nav', 'properties="nav"')}</manifest><spine><itemref idref="cover"/><itemref idref="one"/></spine></package>`,
    'nav.xhtml':
      '<nav><ol><li><a href="cover.xhtml">Cover</a></li><li><a href="one.xhtml">第一章</a></li></ol></nav>',
    'cover.xhtml': page('某县年鉴', '<svg><image href="cover.png"/></svg>'),
    'one.xhtml': page('某县年鉴', `<p>${SENTENCE}</p>`),
  });
  expect((await epubDocument(bytes)).source).toBe(`[图：cover.png]\n第一章\n${SENTENCE}`);
});
