import { describe, expect, it } from 'vitest';
import { analyseSource } from '../analyse-source.ts';
import { readDocument } from './fixtures/read-document.ts';
import { htmlDocument } from './html-document.ts';

/*
 * What stands around the text of a page, in the shapes of the sites that reports are saved from, in words of our own.
 */
const SENTENCE = '各地要把校舍安全摆在突出位置，逐校排查，逐项整改，确保开学前全部完成。';
const TEXT = `<p>${SENTENCE}</p><p>${SENTENCE}${SENTENCE}</p>`;
const TITLE = '某某市人民政府办公室关于加强校舍安全的通知';
const menu = (words: string): string =>
  `<ul>${words
    .split(' ')
    .map((word) => `<li><a href="/${word.length}">${word}</a></li>`)
    .join('')}</ul>`;

async function metadataOf(html: string) {
  const { source, ...document } = htmlDocument(html);
  const analysed = await analyseSource(source, 'txt', 'a.html', { encoding: '', undecodable: [], document });
  return analysed.metadata;
}
const readingOf = async (html: string): Promise<readonly string[]> =>
  (await readDocument(htmlDocument(html))).map((line) => line.replace(/^\S+ \d /u, ''));

describe('metadata of a page', () => {
  it('come from the table above the text and the credits below it', async () => {
    const page =
      `<title>${TITLE}_教育_某某网</title>${menu('首页 新闻 公开 服务')}<table><tr><td>索 引 号：</td><td>0001/2021</td><td>主题分类：</td><td>教育</td></tr>` +
      `<tr><td>发文机关：</td><td>市人民政府办公室</td><td>成文日期：</td><td>2021年11月08日</td></tr><tr><td>发文字号：</td><td>某政办〔2021〕4号</td><td>发布日期：</td><td>2021年11月18日</td></tr></table>` +
      `<div class="t">${TITLE}</div><div>来源：某某日报字号：默认 大</div><div id="UCAP-CONTENT">${TEXT}</div><div>责任编辑：张三</div>${menu('相关 稿件')}`;
    expect(await metadataOf(page)).toMatchObject({
      title: TITLE,
      issuer: '某某市人民政府办公室',
      date: '2021-11-08',
      documentNumber: '某政办〔2021〕4号',
      editor: '张三',
    });
  });

  it('come from rows without colons and from labels whose value is the next line', async () => {
    const rows =
      '<table border=1><tr><td>索　引　号</td><td>1</td><td>分　类</td><td>其他</td></tr><tr><td>文　号</td><td>某政〔2019〕29号</td><td>发文日期</td><td>2019-11-29</td></tr></table>';
    expect(await metadataOf(`${rows}<div class="TRS_Editor">${TEXT}</div>`)).toMatchObject({
      documentNumber: '某政〔2019〕29号',
      date: '2019-11-29',
    });
    const items =
      '<ul><li><b>主题分类:</b><p></p></li><li><b>来源:</b><p>县政府办公室</p></li><li><b>发文机构:</b><p>某某县人民政府</p></li></ul>';
    expect(await metadataOf(`${items}<div class="TRS_Editor">${TEXT}</div>`)).toMatchObject({
      source: '县政府办公室',
      issuer: '某某县人民政府',
    });
  });

  it('name a page of frames whose frames are not at hand', async () => {
    const page = `<title>校舍安全专栏</title><frameset cols="20%,80%"><frame src="a.html"><noframes>本站使用框架。</noframes></frameset>`;
    expect(await metadataOf(page)).toMatchObject({ title: '校舍安全专栏' });
    expect(htmlDocument(page, true).metadata).toEqual({});
  });

  it('end with the edition of a newspaper', async () => {
    const edition = '《 某某日报 》（ 2021年03月04日 12 版）';
    const page = `<h1>校舍安全抓在日常</h1><div class="TRS_Editor">${TEXT}</div><p>${edition}</p>${menu('返回 列印 主頁')}`;
    expect((await readingOf(page)).at(-1)).toBe(edition);
  });

  it('end with the day of a press release', async () => {
    const page = `<h1>教育局公布檢查結果</h1><div class="TRS_Editor">${TEXT}</div><p>完</p><p>2022年9月1日（星期四）</p>${menu('返回 列印 主頁')}`;
    expect((await readingOf(page)).slice(-2)).toEqual(['完', '2022年9月1日（星期四）']);
    expect(await metadataOf(page)).toMatchObject({ date: '2022-09-01' });
  });

  it.each([
    ['2021年03月04日 08:09 某某新闻', { date: '2021-03-04', source: '某某新闻' }],
    ['记者 张三 2021-03-04 08:30:00 某某晚报', { date: '2021-03-04', source: '某某晚报', author: '张三' }],
    ['原创某县发布2021-03-04 08:09发表于浙江', { date: '2021-03-04', source: '' }],
  ])('come from a line without labels: %s', async (line, expected) => {
    expect(
      await metadataOf(`<h1>校舍安全</h1><div>${line}</div><div id="js_content">${TEXT}</div>`),
    ).toMatchObject(expected);
  });

  it('are no numbers or programs that a template calls authors, and no label', async () => {
    const head = (author: string): string =>
      `<meta name="author" content="${author}"><meta name="source" content="来源：某某日报">`;
    for (const author of ['104297', 'admin', '某某网络科技有限公司']) {
      expect(htmlDocument(`${head(author)}${TEXT}`).metadata).toEqual({ source: '某某日报' });
    }
    expect(htmlDocument(`${head('张三')}${TEXT}`).metadata).toEqual({ source: '某某日报', author: '张三' });
  });
});

describe('the title of a page', () => {
  it.each([
    ['before two names', `${TITLE}_教育_某某网`],
    ['behind a name', `打印页面 - ${TITLE}`],
    ['behind names without a mark', `某某市教育局 通知公告 ${TITLE}`],
    ['nowhere', '某某市人民政府'],
  ])('is the line that the head of the page says %s', async (_, said) => {
    const page = `<title>${said}</title><div>某某市人民政府</div>${menu('关于公布名单的公告 关于举办运动会的通知 关于假期值班的安排')}<div>${TITLE}</div><div class="TRS_Editor">${TEXT}</div>`;
    expect((await readingOf(page))[0]).toBe(TITLE);
    expect((await metadataOf(page)).title).toBe(TITLE);
  });

  it('may exclaim, stand in a cell behind its label, or be broken over lines', async () => {
    const titled = (name: string, body: string) =>
      metadataOf(`<title>${name}</title>${body}${TEXT}`).then(({ title }) => title);
    expect(await titled('校舍安全，这样抓！', '<h1>校舍安全，这样抓！</h1>')).toBe('校舍安全，这样抓！');
    expect(await titled('学位授予法_某某网', `${menu('首页 公开')}<div>学位授予法</div>`)).toBe('学位授予法');
    const cell =
      '<table><tr><th>法規名稱：</th><td>校舍安全條例</td></tr><tr><th>公布日期：</th><td>民國 106 年 12 月 6 日</td></tr></table>';
    expect(await titled('校舍安全條例-某某資料庫', cell)).toBe('校舍安全條例');
    expect(
      await titled('关于加强校舍安全工作的若干意见', '<p>关于加强校舍安全</p><p>工作的若干意见</p>'),
    ).toBe('关于加强校舍安全工作的若干意见');
  });
});

describe('the text of a page', () => {
  it('keeps what a paper says above it and its signature', async () => {
    const page =
      `<h1>某某省校车管理办法</h1><div>某某省人民政府令</div><div>第318号</div><div>来源：某报 浏览次数：3</div><div class="TRS_Editor">${TEXT}</div>` +
      `<div>某某省人民政府</div><div>2015年1月9日</div><div>某某省信息中心</div>${menu('相关 链接 网站 地图')}`;
    expect(await readingOf(page)).toEqual([
      '某某省校车管理办法',
      '某某省人民政府令',
      '第318号',
      SENTENCE,
      SENTENCE + SENTENCE,
      '某某省人民政府',
      '2015年1月9日',
    ]);
  });

  it('keeps its lines without sentences where it was pasted: addressee, appendix, signature', async () => {
    const lines = [
      '各村（社区）：',
      SENTENCE,
      SENTENCE,
      SENTENCE,
      '附件：1. 某表',
      '2. 清单',
      '（此件公开发布）',
    ];
    const menus = menu('关于公布名单的公告 关于举办运动会的通知 关于假期值班的安排').repeat(3);
    const page = `${menus}<div>${lines.join('<br><br>')}</div><div>某某县教育局<br>2012年8月20日</div>${menus}`;
    expect(await readingOf(page)).toEqual([...lines, '某某县教育局', '2012年8月20日']);
  });

  it('begins below menus of words of two characters, also where it has no sentence', async () => {
    const notice = '<p>各单位：</p><p>培训时间定于七月十日至十五日</p><p>特此通知</p>';
    const page = `<title>关于举办培训班的通知</title>${menu('首页 机构 公开 服务')}<div>关于举办培训班的通知</div>${notice}`;
    expect((await readingOf(page))[0]).toBe('关于举办培训班的通知');
  });

  it('is found in its element, however short it is', async () => {
    const news = `<div class="TRS_Editor"><p>${SENTENCE}</p></div>`;
    expect(await readingOf(`${menu('首页 机构')}<h1>校舍安全</h1>${news}<p>主办：某某局</p>`)).toEqual([
      '校舍安全',
      SENTENCE,
    ]);
  });

  it('has no letters of no size', () => {
    expect(htmlDocument('<p>甲<span style="font-size:0px">干扰</span>乙</p>').edits).toHaveLength(1);
    expect(htmlDocument('<p>甲<span style="font-size:0.9em">文字</span>乙</p>').edits).toEqual([]);
  });
});
