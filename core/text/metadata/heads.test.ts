import { describe, expect, test } from 'vitest';
import type { ReportMetadata, SourceFormat } from '../../report/report.ts';
import { buildReading } from '../reading.ts';
import { planEdits } from '../repair/pipeline.ts';
import { extractMetadata } from './extract-metadata.ts';
import { lastLegalDate } from './legal-events.ts';
import { dateIn } from './written-date.ts';

const BODY = '各地各部门要高度重视，加强组织领导，明确责任分工，确保各项任务落到实处，重大事项及时报告。';
const TEXT = '為落實各項施政目標，各機關均依既定計畫積極推動，並定期檢討執行情形，務求確實發揮成效。';

function metadataOf(lines: readonly string[], format: SourceFormat = 'txt'): ReportMetadata {
  const source = lines.join('\n');
  const { edits } = planEdits(source, format, { isTraditionalForm: () => false });
  return extractMetadata(source, buildReading(source, format, edits), format);
}

describe('heads of official papers', () => {
  test.each<[string, readonly string[], Partial<ReportMetadata>]>([
    [
      'a notice with a red head, whose title stands on two lines',
      [
        ...['临河市人民政府办公室文件', '临政办发〔2023〕5号　　签发人：张三', '临河市人民政府办公室'],
        ...['关于印发临河市教育发展三年行动计划的通知', '各县（区）人民政府：', BODY, BODY],
        ...['临河市人民政府办公室', '二〇二三年三月五日'],
      ],
      {
        title: '临河市人民政府办公室关于印发临河市教育发展三年行动计划的通知',
        issuer: '临河市人民政府办公室',
        region: '临河市',
        date: '2023-03-05',
        documentNumber: '临政办发〔2023〕5号',
      },
    ],
    [
      'an order that enacts what stands behind it',
      [
        ...['中华人民共和国国务院令', '第 764 号', '《某某保护条例》已经国务院会议通过，现予公布。'],
        ...[
          '总理　　王　某',
          '2023年10月16日',
          '某某保护条例',
          '第一章　总则',
          `第一条　${BODY}`,
          `第二条　${BODY}`,
        ],
      ],
      {
        title: '某某保护条例',
        issuer: '国务院',
        date: '2023-10-16',
        documentNumber: '中华人民共和国国务院令第 764 号',
      },
    ],
    [
      'the report of a court',
      [
        ...['最高人民法院工作报告', '——2023年3月7日在第十四届全国人民代表大会第一次会议上'],
        ...['最高人民法院院长　王　某', '各位代表：', BODY],
      ],
      { issuer: '最高人民法院', region: '', date: '2023-03-07', author: '王某' },
    ],
    [
      'the report of a procuratorate',
      [
        ...['青溪省人民检察院工作报告', '（2023年1月15日在青溪省第十四届人民代表大会第一次会议上）'],
        ...['省人民检察院检察长 王某', '各位代表：', BODY],
      ],
      { issuer: '青溪省人民检察院', region: '青溪省', date: '2023-01-15', author: '王某' },
    ],
    [
      'the report of a county, its speaker behind the occasion',
      [
        '政府工作报告',
        '2023年1月6日在阳安县第十八届人民代表大会第三次会议上 县长 张建国',
        '各位代表：',
        BODY,
      ],
      { issuer: '阳安县人民政府', region: '阳安县', date: '2023-01-06', author: '张建国' },
    ],
    [
      'a speaker of a long name, and one whose office stands on the line above',
      ['政府工作报告', '某自治区主席 艾尔肯·吐尼亚孜', BODY],
      { author: '艾尔肯·吐尼亚孜' },
    ],
    [
      'an office above its name',
      ['政府工作报告', '国务院总理', '李　某', '各位代表：', BODY],
      { author: '李某', issuer: '国务院' },
    ],
    [
      'a budget report, on two lines',
      [
        ...['关于2022年中央和地方预算执行情况', '与2023年中央和地方预算草案的报告'],
        ...['——2023年3月5日在第十四届全国人民代表大会第一次会议上', '财政部', '各位代表：', BODY],
      ],
      {
        title: '关于2022年中央和地方预算执行情况与2023年中央和地方预算草案的报告',
        issuer: '财政部',
        date: '2023-03-05',
        region: '',
      },
    ],
    [
      'a white paper',
      ['某某领域的发展', '（2023年1月）', '中华人民共和国', '国务院新闻办公室', '前言', BODY],
      { title: '某某领域的发展', issuer: '国务院新闻办公室', date: '2023-01' },
    ],
    [
      'a communiqué of a plenary session',
      [
        '中国共产党第二十届中央委员会第三次全体会议公报',
        '（2024年7月18日中国共产党第二十届中央委员会第三次全体会议通过）',
        BODY,
      ],
      { issuer: '中国共产党第二十届中央委员会', date: '2024-07-18', region: '' },
    ],
    ['a decision of the centre', ['中共中央关于进一步做好某项工作的决定', BODY], { issuer: '中共中央' }],
    [
      'a paper of two offices',
      ['中共中央办公厅 国务院办公厅印发《关于某项工作的意见》', BODY],
      { issuer: '中共中央办公厅、国务院办公厅' },
    ],
    [
      'who speaks for a committee',
      ['高举旗帜', '同志们：', '现在，我代表第十四届中央委员会向大会作报告。', BODY],
      { issuer: '中国共产党第十四届中央委员会' },
    ],
    [
      'a ministry’s order in the history',
      ['某某管理办法', '2022年3月10日 国家某某总局令第54号公布', '2022年5月1日 施行', `第一条 ${BODY}`],
      { issuer: '国家某某总局', documentNumber: '国家某某总局令第54号', date: '2022-03-10' },
    ],
    [
      'an order of two',
      ['某某工作条例', '1990年3月12日 国家教育委员会令第8号、卫生部令第1号发布', `第一条 ${BODY}`],
      { issuer: '国家教育委员会、卫生部', documentNumber: '国家教育委员会令第8号、卫生部令第1号' },
    ],
    [
      'a covering letter above what it sends',
      [
        '某某实施办法',
        '人薪发［1995］32号',
        '各厅局：',
        BODY,
        '某某市人事局',
        '一九九五年三月二十六日',
        ...Array.from({ length: 9 }, () => BODY),
      ],
      { issuer: '某某市人事局', date: '1995-03-26', documentNumber: '人薪发［1995］32号' },
    ],
  ])('%s', (_, lines, fields) => {
    expect(metadataOf(lines)).toMatchObject(fields);
  });

  test.each<[string, readonly string[], Partial<ReportMetadata>]>([
    [
      'a policy address of the Executive Yuan',
      ['行政院施政報告', '112年9月22日', '院長　陳某某', '主席、各位委員先進：', TEXT, '壹、前言', TEXT],
      { title: '行政院施政報告', issuer: '行政院', date: '2023-09-22', author: '陳某某' },
    ],
    [
      'an official letter of Taiwan',
      [
        ...[
          '檔　　號：',
          '保存年限：',
          '教育部　函',
          '地址：100217 臺北市中山南路',
          '承辦人：王某',
          '受文者：某大學',
        ],
        ...[
          '發文日期：中華民國112年3月5日',
          '發文字號：臺教高(五)字第1120012345A號',
          '速別：普通件',
          '附件：',
        ],
        ...[
          '主旨：有關推動資訊素養課程一案，請查照。',
          '說明：',
          '一、依據會議決議辦理。',
          '二、請函報。',
          '正本：各校',
        ],
      ],
      {
        title: '有關推動資訊素養課程一案',
        issuer: '教育部',
        region: '',
        date: '2023-03-05',
        documentNumber: '臺教高(五)字第1120012345A號',
      },
    ],
    [
      'a policy address of Hong Kong',
      ['行政長官2023年施政報告', '香港特別行政區行政長官李某某', '2023年10月25日', '各位議員：', TEXT],
      { issuer: '香港特別行政區政府', region: '香港特別行政區', date: '2023-10-25', author: '李某某' },
    ],
    [
      'a policy address of Macau, its government above the title',
      ['澳門特別行政區政府', '二○二四年財政年度施政報告', '行政長官 賀某某', '二○二三年十一月十四日', TEXT],
      {
        title: '二○二四年財政年度施政報告',
        issuer: '澳門特別行政區政府',
        region: '澳門特別行政區',
        date: '2023-11-14',
        author: '賀某某',
      },
    ],
    [
      'a statute with its wrapped history',
      [
        ...['某某辦法', '法規類別：行政＞教育部＞某目', '最新異動日期：20140405', '【沿革】'],
        ...['1.中華民國九十年十二月十二日內政部（90）台某字第 001410 號令訂定', '  發布全文 11 條'],
        ...[
          '2.中華民國一百零三年四月五日教育部臺教某字第 1030000007B  號',
          '  令、內政部台內某字第 103000111 號令會銜修正',
        ],
        ...['第 1 條', TEXT, '第 2 條', TEXT],
      ],
      { issuer: '教育部、內政部', documentNumber: '臺教某字第1030000007B號', date: '2014-04-05' },
    ],
    [
      'a statement of a ministry',
      ['2018/05/01', '第001號聲明', `中華民國外交部鄭重聲明：${TEXT}臺灣。臺灣。臺灣。臺灣。`],
      { issuer: '中華民國外交部', documentNumber: '第001號聲明', region: '' },
    ],
    [
      'a number behind its label at the end',
      ['某某立場', TEXT, TEXT, '文號：005'],
      { documentNumber: '005' },
    ],
  ])('%s', (_, lines, fields) => {
    expect(metadataOf(lines)).toMatchObject(fields);
  });

  test.each([
    ['省长办公会议', '各位代表：'],
    ['校长主持会议', '主席台 就座'],
    ['省长张三作政府工作报告。本报记者 李四摄', BODY],
  ])('no speaker in %s', (line, next) => {
    expect(metadataOf(['政府工作报告', line, next, BODY]).author).toBe('');
  });

  test('a statement of the nation is of no place that it mentions', () => {
    const statement = `某國於北京簽署聯合公報，中華民國政府至表遺憾。${TEXT}`;
    expect(metadataOf([statement]).region).toBe('');
    const joint = [
      '某某辦法',
      '【沿革】',
      '1.中華民國九十年七月十一日國防部（90）鐸某字第 001 號令、教育部台某字第 002 號令會銜訂定',
    ];
    const text = '台中設校。台中設班。台中設所。';
    expect(metadataOf([...joint, '第 1 條', text])).toMatchObject({ issuer: '國防部、教育部', region: '' });
  });

  test('what happened in the past dates no report', () => {
    expect(metadataOf(['关于友好往来的声明', `两国自1998年5月10日起建立关系。${BODY}`]).date).toBe('');
    expect(metadataOf(['关于某事的说明', `2020年9月1日起，新规定施行。${BODY}`]).date).toBe('');
    expect(metadataOf(['全市召开大会', `2023年7月18日，全市教育大会召开。${BODY}`]).date).toBe('2023-07-18');
  });
});

describe('the date of a law', () => {
  test.each([
    [
      [
        '2016年10月28日 某市人大常委会通过',
        '2016年11月26日 某省人大常委会批准根据2020年12月29日某市人大常委会通过并经2021年1月28日某省人大常委会批准的决定修正',
      ],
      '2021-01-28',
    ],
    [['2010年11月19日 国务院令第583号公布', '2011年3月1日 施行'], '2010-11-19'],
    [['（某法院会议通过 2008年4月17日公告公布 自2008年4月23日起施行）'], '2008-04-17'],
    [['2003年8月29日 甲会议、2003年9月13日乙会议通过', '2003年9月15日 甲、乙公告公布'], '2003-09-15'],
    [['2023年9月20日会议听取了汇报，通过了决议。'], ''],
    [['第一条 甲。', '2023年9月20日 某会议通过'], ''],
  ])('%j is cited by its last change: %s', (lines, date) => {
    expect(lastLegalDate(['某某条例', ...lines])).toBe(date);
  });
});

test.each([
  ['2023-03-05'],
  ['2023.3.5'],
  ['２０２３年３月５日'],
  ['２０２３．３．５'],
  ['二〇二三年三月五日'],
  ['二○二三年三月五日'],
  ['二◯二三年三月五日'],
  ['二O二三年三月五日'],
  ['二О二三年三月五日'],
  ['二0二三年3月5日'],
  ['2O23年3月5日'],
  ['112年3月5日'],
  ['112.3.5'],
  ['112/03/05'],
  ['民國一百一十二年三月五日'],
  ['中華民國一一二年三月五日'],
  ['中華民國 112 年 3 月 5 日'],
])('%s is the fifth of March 2023', (written) => {
  expect(dateIn(written)).toBe('2023-03-05');
});

test('other spellings of a day', () => {
  expect(
    [
      '民國八十七年元月廿九日',
      '民國元年一月一日',
      '二〇二三年十二月卅一日',
      '12年3月5日',
      '1112年3月5日',
    ].map(dateIn),
  ).toEqual(['1998-01-29', '1912-01-01', '2023-12-31', '', '']);
  expect(dateIn('二〇二三年三月')).toBe('2023-03');
  expect(dateIn('二〇二三年三月五日，比2020年1月1日')).toBe('2023-03-05');
});

describe('front matter by other names', () => {
  test('in Chinese, in either script', () => {
    const lines = [
      ...[
        '---',
        '標題: 关于某事的意见',
        '发文机关: 某市教育局',
        '发文字号: 某教安〔2023〕8号',
        '發佈日期: 2023.3.5',
      ],
      ...[
        '来源: 某市教育局网站',
        '链接: https://example.org/b',
        '作者: 张三',
        '责任编辑: 李四',
        '地区: 某市',
        '---',
        `# 乙\n\n${BODY}`,
      ],
    ];
    expect(metadataOf(lines, 'md')).toMatchObject({
      ...{
        title: '关于某事的意见',
        issuer: '某市教育局',
        documentNumber: '某教安〔2023〕8号',
        date: '2023-03-05',
      },
      ...{
        source: '某市教育局网站',
        url: 'https://example.org/b',
        author: '张三',
        editor: '李四',
        region: '某市',
      },
    });
  });

  test('of web clippers and static sites', () => {
    const lines = [
      ...['---', 'Title: 甲', 'source: "https://example.org/x"', 'author:', '  - "[[张三]]"', '  - 李四'],
      ...['published_date: 2023-03-05T08:00:00+08:00', '---', BODY],
    ];
    expect(metadataOf(lines, 'md')).toMatchObject({
      ...{ title: '甲', url: 'https://example.org/x', source: '', author: '张三、李四', date: '2023-03-05' },
    });
  });
});

test('credits that a page parts by style alone', () => {
  const lines = [
    '全市教育大会召开',
    '2023年03月05日 09:00来源：某某日报作者：张三责任编辑：李四',
    BODY,
    BODY,
  ];
  expect(metadataOf(lines)).toMatchObject({
    source: '某某日报',
    author: '张三',
    editor: '李四',
    date: '2023-03-05',
  });
  const credit = ['全市教育大会召开', '文章来源：某某日报', BODY, '本文责任编辑：李四'];
  expect(metadataOf(credit)).toMatchObject({ source: '某某日报' });
});
