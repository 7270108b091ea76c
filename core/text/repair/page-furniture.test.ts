import { describe, expect, test } from 'vitest';
import { labelledValues } from './furniture-values.ts';
import { findFurniture, pageFurniture } from './page-furniture.ts';

const BODY = ['今年以来，全县教育工作稳步推进，各项任务按期完成。', '下一步，要继续努力。'];
const found = (lines: readonly string[]): readonly string[] =>
  findFurniture(lines.join('\n'), 'txt').map(({ text }) => text);
const context = { isTraditionalForm: () => false } as const;
const hidden = (lines: readonly string[], format: 'txt' | 'md' = 'txt'): readonly string[] =>
  pageFurniture
    .find(lines.join('\n'), { ...context, format })
    .flatMap(({ applied, before }) => (applied ? [before] : []));
const offered = (lines: readonly string[]): readonly string[] =>
  pageFurniture
    .find(lines.join('\n'), { ...context, format: 'txt' })
    .flatMap(({ applied, before }) => (applied ? [] : [before]));

describe('page furniture', () => {
  test('goes above and below the text', () => {
    const top = ['当前位置: 首页', '> 教育 > 新闻', '信息来源: 某报 发布时间: 2020-01-02 09:30 浏览次数:'];
    const bottom = ['打印本页 关闭窗口'];
    expect(found([...top.slice(0, 2), '某县教育大会召开', ...top.slice(2), ...BODY, ...bottom])).toEqual([
      ...top,
      ...bottom,
    ]);
  });

  test('one word a line goes with the certain line beside it', () => {
    const bar = ['下载', '打印', '【字号：', '大', '中', '小', '】'];
    expect(found([...bar, '某市工作报告', '来源：某报', '时间：2020-02-03', ...BODY])).toEqual([
      ...bar,
      '来源：某报',
      '时间：2020-02-03',
    ]);
  });

  test('a trail and values on lines of their own', () => {
    const trail = ['您的位置:', '首页', '>', '要闻', '要闻'];
    const values = ['时间：', '2020-02-02 09:20', '来源：', '某省人民政府'];
    expect(found([...trail, '工作报告', ...values, ...BODY])).toEqual([...trail, ...values]);
  });

  test('Traditional credits at the end', () => {
    const credits = ['記者:張三', '通訊員:李四', '編輯:王五', '掃碼關注官方公眾號', '移動門戶'];
    expect(found([...BODY, ...credits])).toEqual(credits);
    expect(found([...BODY, '(責編張三)'])).toEqual(['(責編張三)']);
  });

  test('a notice keeps its time and place', () => {
    expect(found(['会议通知', '时间：2020年5月3日', '地点：三楼', ...BODY])).toEqual([]);
  });

  test.each([
    '【字体：大 中 小】',
    '字号：[大] [中] [小]',
    '索 引 号：000014349/2023-00012',
    '上一篇：关于做好2023年工作的通知，请查收',
    '下一篇：没有了',
    '浏览次数：1,234',
    '版权所有：某县人民政府 主办单位：某县人民政府办公室',
    '粤ICP备05070829号-1',
    '粤公网安备 44010402001160号',
    '网站标识码：4400000131',
    'Copyright © 2020 某县人民政府 All Rights Reserved',
    '返回顶部',
    '关于我们 | 网站地图 | 联系我们',
    '用手机扫描二维码',
    '您当前的位置：首页>>信息公开>>正文',
    ':::現在位置：首頁 > 公告',
    '【打印此文】【关闭窗口】【收藏此页】',
    '友善列印轉存PDF加入收藏',
    '【纠错】 【责任编辑：张三】',
    '2021年03月04日 08:09 某某新闻 微信',
    '2023 © | 重要告示 | 私隱政策',
    '点个“在看”，让更多人看到',
    '首页 上一页 1 2 3 下一页 末页 共4页',
    '阅读原文阅读 100000+赞 12在看8',
    '原创某县发布2022-09-01 18:00发表于浙江',
    '字号：默认 大 超大 | 打印 | 收藏',
  ])('%s is certain by itself', (line) => {
    expect(found([...BODY, line])).toEqual([line]);
    expect(found([line, '某县工作报告', ...BODY])).toEqual([line]);
  });

  test('what notices say too counts only beside furniture', () => {
    const contact = ['联系电话：0755-12345678', '主办：某县教育局'];
    expect(found([...BODY, ...contact])).toEqual([]);
    expect(found([...BODY, ...contact, '京ICP备12345678号'])).toEqual([...contact, '京ICP备12345678号']);
  });

  const event = ['时间：2024年5月1日', '地址：会议中心', '主办：某部', '承办：某大学', '协办：某学院'];
  const contact = [
    '联系电话：010-12345678',
    '传真：010-12345679',
    '地址：某路35号',
    '邮编：100816',
    '邮箱：a@b.cn',
  ];

  test('what a notice is about is offered, however many lines say it', () => {
    expect(hidden(['关于举办论坛的通知', ...event, ...BODY])).toEqual([]);
    expect(offered(['关于举办论坛的通知', ...event, ...BODY])).toEqual(event);
    expect(hidden([...BODY, '联系人：张三', ...contact])).toEqual([]);
    expect(offered([...BODY, '联系人：张三', ...contact])).toEqual(contact);
    const spread = ['时间：', '2024年5月1日 9:00', ...event.slice(1)];
    expect(hidden(['关于举办论坛的通知', ...spread, ...BODY])).toEqual([]);
  });

  test.each(['打印本页', '浏览次数：12', '(責編張三)', '扫一扫在手机打开当前页'])(
    'what a notice is about goes beside %s',
    (line) => {
      expect(hidden([...BODY, ...contact, line])).toEqual([...contact, line]);
      expect(hidden([line, ...event, '某县工作报告', ...BODY])).toEqual([line, ...event]);
    },
  );

  test('many buttons in a row are certain together', () => {
    const bar = ['首页', '下载', '收藏', '小'];
    expect(hidden([...BODY, ...bar])).toEqual(bar);
  });

  test('one step is a quotation, two are a trail, and in Markdown neither is', () => {
    const quotes = ['> 少年强则国强', '> 百年大计 > 教育为本'];
    for (const quote of quotes) {
      expect(hidden(['# 我的题目', '', quote, '', ...BODY, '', quote], 'md')).toEqual([]);
    }
    expect(hidden(['我的题目', '> 少年强则国强', ...BODY, '> 少年强则国强'])).toEqual([]);
    expect(hidden(['我的题目', '> 教育 > 新闻', ...BODY])).toEqual(['> 教育 > 新闻']);
    expect(hidden(['首页 > 新闻', '我的题目', ...BODY])).toEqual(['首页 > 新闻']);
  });

  test.each([
    '（作者系某某大学教授）',
    '（作者为某县教师）',
    '某县人民政府 2020年2月3日',
    '名称\t数量\t备注',
  ])('%s is no furniture', (line) => {
    expect(hidden([...BODY, line])).toEqual([]);
    expect(hidden(['某县工作报告', line, ...BODY])).toEqual([]);
  });

  describe('of a page that was copied as a whole', () => {
    const others = ['白云县召开教育大会', '红山县新建学校十所', '更多>>'];
    const menu = ['首页', '新闻', '公开', '服务'];
    const trail = '当前位置：首页 > 新闻';
    const title = '青溪县扎实开展校舍安全排查';

    test('lists of other papers between the menu and the trail', () => {
      expect(hidden([...menu, ...others, trail, title, ...BODY])).toEqual([...menu, ...others, trail]);
    });

    test.each([
      ['what stands above no trail', [...menu, ...others, title, ...BODY], others],
      ['what stands below no menu', [...others, trail, title, ...BODY], others],
      ['what may be the title', [...menu, title, trail, '——在全县大会上的讲话', ...BODY], [title]],
      ['what is followed by no title', [...menu, ...others, trail, '来源：某报', ...BODY], others],
      ['sentences', [...menu, ...BODY, trail, title, ...BODY], [title]],
    ])('not %s', (_, lines, kept) => {
      for (const line of kept) expect(hidden(lines)).not.toContain(line);
    });

    test.each([
      [['人民网', '人民网首页', '时政', '理论', '经济', '教育']],
      [['新华网', '首页', '时政', '国际', '财经']],
      [
        [
          '跳至主要內容',
          '香港品牌形象',
          'GovHK 香港政府一站通',
          '简体版',
          'ENGLISH',
          '香港特別行政區政府',
          '新聞公報',
        ],
      ],
      [['首页 | 关于我们 | 研究领域 | 专家学者 | 研究成果 | English']],
      [['::: | 網站導覽 | 回首頁 | English | 雙語詞彙 | 常見問答']],
      [['現在位置：首頁 > 中央法規', '所有條文', '編章節', '條號查詢', '條文檢索', '沿革', '立法歷程']],
    ])('the menu %j', (lines) => {
      expect(hidden([...lines, title, ...BODY])).toEqual(lines);
    });

    test.each([
      [['经济', '社会', '教育', '文化', '科技']],
      [['教育 | 文化 | 科技 | 卫生']],
      [['语文 | 数学 | English | 物理']],
      [['English', '经济', '文化', '科技']],
      [['某县 | 首页设计方案 | 第一稿 | 说明，附图']],
      [['【沿革】', '1.中華民國九十年一月一日訂定']],
    ])('not the headings %j', (lines) => {
      expect(hidden([title, ...lines, ...BODY])).toEqual([]);
    });

    test('rows of Markdown stay', () => {
      expect(hidden(['| 首页 | 甲乙丙 | 丁戊己 | 庚辛壬 |', ':::', ...BODY], 'md')).toEqual([]);
    });

    test('its last lines', () => {
      const lists = [
        '【纠错】 【责任编辑:赵某 】',
        '阅读下一篇：',
        '白云县召开教育大会',
        '深度观察',
        '某县的答卷',
      ];
      const tail = [...lists, '010020010010000000000000011100001398765432'];
      expect(hidden([title, ...BODY, ...tail])).toEqual(tail);
      const baike = ['词条统计', '浏览次数：12次', '编辑次数：5次历史版本', '成长任务', '©2022 某百科'];
      expect(hidden([title, ...BODY, ...baike])).toEqual(baike);
    });

    test('who posted it, beside the time', () => {
      const posted = ['原创 青溪教育 青溪教育发布', '2022-09-01 18:00', '发表于青溪'];
      expect(hidden([title, ...posted, ...BODY])).toEqual(posted);
      expect(hidden([title, '原创 说明', ...BODY, '发表于青溪'])).toEqual([]);
    });
  });

  test('goes behind a title that exclaims', () => {
    expect(found(['校舍安全，这样抓！', '点击上方蓝字关注我们', ...BODY, '编辑：张三', 'END'])).toEqual([
      '点击上方蓝字关注我们',
      '编辑：张三',
      'END',
    ]);
  });

  test('running text is never furniture', () => {
    expect(found([...BODY, '来源：某报的文章说，教育是大计。这句话很对。', ...BODY])).toEqual([]);
    expect(found([...BODY, '编辑：张三', ...BODY, ...BODY])).toEqual([]);
    expect(found(['法規類別：行政＞教育部＞組織目', ...BODY])).toEqual([]);
  });
});

test('a line of labels is read into its values', () => {
  expect(labelledValues('来源：某报 时间：2020-01-02').map(({ field, value }) => [field, value])).toEqual([
    ['source', '某报'],
    ['date', '2020-01-02'],
  ]);
  expect(labelledValues('(責編 張三)').map(({ field, value }) => [field, value])).toEqual([
    ['editor', '張三'],
  ]);
  expect(labelledValues('来源：某处 未知项目：').map(({ value }) => value)).toEqual(['某处']);
  expect(
    labelledValues('索 引 号：\t1/2\t文　号\t某政〔2020〕1号').map(({ field, value }) => [field, value]),
  ).toEqual([
    ['none', '1/2'],
    ['documentNumber', '某政〔2020〕1号'],
  ]);
  expect(labelledValues('数据来源：某局')).toEqual([]);
});
