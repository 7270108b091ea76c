import { applyEdits } from '#core/text/apply-edits.ts';
import { describe, expect, it } from 'vitest';
import { htmlDocument } from './html-document.ts';

const SENTENCE =
  '各级党委和政府要把教育摆在优先发展的战略位置，加强统筹协调，落实工作责任，确保各项任务落到实处。';
const article = SENTENCE.repeat(3);

function shown(html: string): string[] {
  const { source, edits } = htmlDocument(html);
  return applyEdits(source, edits).text.split(/\n+/u).filter(Boolean);
}

describe('htmlDocument', () => {
  it('writes blocks by line feeds, with their kinds', () => {
    const { source, blocks } = htmlDocument(
      '<h1>标题</h1><p>第一<b>段</b>。<p>第二段<br>又一行<ul><li>甲<ol><li>乙</ol></ul><figure><img src="a/图.png"><figcaption>图一</figcaption></figure>',
    );
    expect(source.split('\n')).toEqual([
      '标题',
      '第一段。',
      '第二段',
      '又一行',
      '• 甲',
      '1. 乙',
      '[图：图.png]',
      '图一',
    ]);
    expect(blocks.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
      'heading 1',
      'paragraph 0',
      'paragraph 0',
      'paragraph 0',
      'list-item 1',
      'list-item 2',
      'caption 0',
      'caption 0',
    ]);
    for (const { start, end } of blocks) expect(source.slice(start, end)).not.toMatch(/^$|\n/u);
  });

  it('writes rows of data with tabs, empty cells in their place, and opens tables that only lay out', () => {
    const data = '<table><tr><th>县区<th>学校<th>学生<tr><td>甲县<td><td><p>12</p><p>13</p></table>';
    expect(htmlDocument(data).source).toBe('县区\t学校\t学生\n甲县\t\t12 13');
    const layout = `<table><tr><td>${data}</td><td><p>${article}</p></td></tr></table>`;
    expect(htmlDocument(layout).source).toBe(`县区\t学校\t学生\n甲县\t\t12 13\n${article}`);
  });

  it.each([
    ['letters', '<ol type=a><li>甲<li>乙</ol>', 'a. 甲\nb. 乙'],
    ['large Roman numbers from 4', '<ol type=I start=4><li>甲<li>乙</ol>', 'IV. 甲\nV. 乙'],
    [
      'numbers that run down',
      '<ol reversed><li>甲<ol><li>丙</ol><li>乙<li>丁</ol>',
      '3. 甲\n1. 丙\n2. 乙\n1. 丁',
    ],
    ['letters that run down from a start', '<ol type=a start=5 reversed><li>甲<li>乙</ol>', 'e. 甲\nd. 乙'],
    [
      'numbers from 0 and below',
      '<ol start=0><li>甲</ol><ol start=-1><li>乙<li>丙</ol>',
      '0. 甲\n-1. 乙\n0. 丙',
    ],
    ['a value of an item', '<ol><li>甲<li value=7>乙<li>丙</ol>', '1. 甲\n7. 乙\n8. 丙'],
    ['Chinese numbers', '<ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>', '一、甲\n二、乙'],
    ['what is no number', '<ol start=x type=q><li value="">甲</ol>', '1. 甲'],
  ])('numbers a list by %s', (_, html, expected) => {
    expect(htmlDocument(html).source).toBe(expected);
  });

  it('joins lines that were broken in the file between Han characters only', () => {
    expect(htmlDocument('<p>统筹\n 推进 education\n reform\u00a0好</p>').source).toBe(
      '统筹推进 education reform\u00a0好',
    );
    expect(htmlDocument('<pre>第一行\n\n  第二行\t好</pre>').source).toBe('第一行\n  第二行    好');
  });

  it('leaves scripts, styles and addresses out, and names pictures', () => {
    const { source } = htmlDocument(
      '<style>p{}</style><script>document.write("坏")</script><p onclick="x()"><a href="javascript:alert(1)">链接</a>' +
        '<img alt="校门" src="http://example.invalid/a.png"><img src="data:image/png;base64,AAAA"><img width=1 src=b.gif></p><noscript>开启脚本</noscript>',
    );
    expect(source).toBe('链接[图：校门][图]\n开启脚本');
  });

  it('keeps readings over characters in the source and out of the reading', () => {
    const { source } = htmlDocument('<p><ruby>統<rp>(</rp><rt>tǒng</rt><rp>)</rp></ruby>籌</p>');
    expect(source).toBe('統(tǒng)籌');
    expect(shown('<p><ruby>統<rp>(</rp><rt>tǒng</rt><rp>)</rp></ruby>籌</p>')).toEqual(['統籌']);
  });

  it('keeps apart what stands on both sides of a reading, and hides what is hidden twice once', () => {
    expect(shown('<p>上</p><p><ruby><rt>dòu</rt>讀</ruby></p>')).toEqual(['上', '讀']);
    expect(
      shown('<p>甲<rt>乙<div hidden>丙</div>丁<span hidden>戊<rp>己</rp></span></rt></p><nav>庚</nav>'),
    ).not.toContain('丙');
  });

  it('keeps the whole page and shows the main text', () => {
    const page =
      '<html><head><title>关于教育的意见_某某政府网</title></head><body><div id="top"><ul><li><a href="/">首页</a><li><a href="/b">新闻</a></ul></div>' +
      `<div class="main"><h1>关于教育的意见</h1><div class="text"><p>${article}</p><p>${article}</p><table><tr><td>项目<td>数量<tr><td>学校<td>3</table><p>${article}</p></div></div>` +
      '<div style="display:none">隐藏</div><div class="footer"><p><a href="/c">版权所有</a></p></div></body></html>';
    const { source, name } = htmlDocument(page);
    expect(source).toContain('首页');
    expect(source).toContain('隐藏');
    expect(name).toBe('关于教育的意见');
    expect(shown(page)).toEqual(['关于教育的意见', article, article, '项目\t数量', '学校\t3', article]);
  });

  it('reads what the head says of the report', () => {
    const { metadata } = htmlDocument(
      '<head><meta name="ArticleTitle" content="工作报告"><meta name="PubDate" content="2023-07-18 10:00"><meta name="ContentSource" content="新华社">' +
        '<meta name="Url" content="javascript:x"><link rel="canonical" href="https://example.invalid/a.html">' +
        '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"张三"},{"name":"李四"}]}</script></head><p>文</p>',
    );
    expect(metadata).toEqual({
      title: '工作报告',
      date: '2023-07-18',
      source: '新华社',
      url: 'https://example.invalid/a.html',
      author: '张三、李四',
    });
  });
});
