import { describe, expect, it } from 'vitest';
import { readDocument } from './fixtures/read-document.ts';
import { htmlDocument } from './html-document.ts';

/*
 * Pages with the shape that government sites, news sites, WeChat and Word give them, in words of our own.
 */
const SENTENCE =
  '各级党委和政府要把教育摆在优先发展的战略位置，加强统筹协调，落实工作责任，确保各项任务落到实处。';
const TEXT = SENTENCE.repeat(3);
const links = (count: number, label: string): string =>
  `<ul>${Array.from({ length: count }, (_, at) => `<li><a href="/${at}">${label}${at}</a></li>`).join('')}</ul>`;
const nav = `<div class="nav">${links(20, '栏目')}</div>`;
const footer =
  '<div class="foot"><p>主办：某某县人民政府办公室　网站标识码：1234567890</p><p><a href="/m">网站地图</a> 备案号12345</p></div>';

const PAGES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'an editor of government sites, a title that is no heading',
    `<meta name="ArticleTitle" content="关于加强教育工作的意见"><title>关于加强教育工作的意见_某某县</title>${nav}
     <div class="xl"><div class="tit">关于加强教育工作的意见</div><div>发布时间：2023-05-06　浏览次数：123</div>
     <div class="TRS_Editor"><p>　　各乡镇人民政府：</p><p>&nbsp;&nbsp;<strong>一、总体要求</strong></p><p>${SENTENCE}</p>
     <p><strong>（一）加强领导。</strong>${SENTENCE}</p><p><b>二、强化保障。</b></p><p>${SENTENCE}</p><p align=right>某某县</p></div></div>${footer}`,
    [
      'heading 1 关于加强教育工作的意见',
      'paragraph 0 各乡镇人民政府：',
      'heading 2 一、总体要求',
      `paragraph 0 ${SENTENCE}`,
      `paragraph 0 （一）加强领导。${SENTENCE}`,
      'heading 2 二、强化保障。',
      `paragraph 0 ${SENTENCE}`,
      'paragraph 0 某某县',
    ],
  ],
  [
    'a known container, links behind it that are longer than the text',
    `${nav}<h1>关于印发规划的通知</h1><div id="UCAP-CONTENT"><p align=center>第一章　总则</p><p>短文一句。</p><p>${TEXT}</p></div>
     <div>${links(10, '相关链接文章的标题很长很长很长很长很长很长')}</div>${footer}`,
    [
      'heading 1 关于印发规划的通知',
      'heading 2 第一章　总则',
      'paragraph 0 短文一句。',
      `paragraph 0 ${TEXT}`,
    ],
  ],
  [
    'paragraphs by line breaks',
    `${nav}<div class="pages_content">　　第一段。${SENTENCE}<br><br>　　<b>二、标题</b><br>　　${SENTENCE}<br/>&nbsp;${SENTENCE}</div>`,
    [
      `paragraph 0 第一段。${SENTENCE}`,
      'heading 2 二、标题',
      `paragraph 0 ${SENTENCE}`,
      `paragraph 0 ${SENTENCE}`,
    ],
  ],
  [
    'WeChat, whose text is hidden until a script shows it',
    `<meta property="og:title" content="建设规划纲要"><h1 class="rich_media_title">建设规划纲要</h1>
     <div id="js_content" style="visibility: hidden; opacity: 0;"><section><section><p><span>${TEXT}</span></p></section>
     <section><img data-src="https://example.invalid/a" alt="图片"></section><section><span><strong>一、总体要求</strong></span></section>
     <p>${TEXT}</p></section></div><script>document.write('x')</script>`,
    [
      'heading 1 建设规划纲要',
      `paragraph 0 ${TEXT}`,
      'caption 0 [图：图片]',
      'heading 2 一、总体要求',
      `paragraph 0 ${TEXT}`,
    ],
  ],
  [
    'Word, saved as a page',
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><o:P>1</o:P></xml><![endif]--><xml>2</xml>
     <style><!-- p{} --></style></head><body><div class=WordSection1><p class=MsoNormal align=center><b>工作报告</b><o:p></o:p></p>
     <p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>总体要求<o:p></o:p></p>
     <p class=MsoNormal>${SENTENCE}<o:p>&nbsp;</o:p></p><!--[if !supportEmptyParas]-->&nbsp;<!--[endif]--><p>${TEXT}</p></div>`,
    ['heading 1 工作报告', 'heading 2 一、总体要求', `paragraph 0 ${SENTENCE}`, `paragraph 0 ${TEXT}`],
  ],
  [
    'frames, whose pages are files of their own',
    '<frameset cols="20%,80%"><frame src="left.html"><frame src="b/main.html" title="正文"><noframes><body>本站使用框架。</body></noframes></frameset>',
    ['caption 0 [嵌入：left.html][嵌入：正文]', 'paragraph 0 本站使用框架。'],
  ],
  [
    'tables that lay out and tables of data, with cells over rows and columns',
    `<table width=900><tr><td>${nav}</td></tr><tr><td><table border=1><caption>表1 学校情况</caption>
     <tr><th rowspan=2>县区<th colspan=2>学生<th rowspan=2>备注</tr><tr><th>小学<th>初中</tr><tr><td>甲县<td>1<td><td>无</table><p>${TEXT}</p></td></tr></table>`,
    [
      'caption 0 表1 学校情况',
      'table-row 0 县区\t学生\t\t备注',
      'table-row 0 〃\t小学\t初中\t〃',
      'table-row 0 甲县\t1\t\t无',
      `paragraph 0 ${TEXT}`,
    ],
  ],
  [
    'things that a text can only name',
    `<p>${TEXT}</p><svg aria-label="地图"><path/></svg><svg><path/></svg><img src="https://example.invalid/p/%E5%9B%BE.jpg?x=1"><object data="b.swf">x</object><video src="c.mp4"></video>`,
    [`paragraph 0 ${TEXT}`, 'caption 0 [图：地图][图：图.jpg][嵌入：b.swf][视频：c.mp4]'],
  ],
];

describe('pages of the shape of', () => {
  it.each(PAGES)('%s', async (_, html, expected) => {
    expect(await readDocument(htmlDocument(html))).toEqual(expected);
  });
});

describe('a page too large for the search of its main text', () => {
  it('is read by its sentences', async () => {
    const numbers = Array.from(
      { length: 6_000 },
      (_, at) => `<p><span>${at}</span><span>${SENTENCE}</span></p>`,
    );
    const page = `<title>统计公报-某某网</title>${nav}<h1>统计公报</h1><div>${numbers.join('')}</div>${nav}${footer}`;
    const read = await readDocument(htmlDocument(page));
    expect(read).toHaveLength(6_001);
    expect(read[0]).toBe('heading 1 统计公报');
    expect(read.at(-1)).toBe(`paragraph 0 5999${SENTENCE}`);
  });
});
