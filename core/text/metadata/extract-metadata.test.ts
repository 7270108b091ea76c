import { describe, expect, test } from 'vitest';
import { EMPTY_METADATA } from '../../report/report.ts';
import type { ReportMetadata, SourceFormat } from '../../report/report.ts';
import { buildReading } from '../reading.ts';
import { planEdits } from '../repair/pipeline.ts';
import { extractMetadata } from './extract-metadata.ts';
import { dateIn } from './written-date.ts';

const BODY = '今年以来，各项工作稳步推进，任务按期完成。';

function metadataOf(lines: readonly string[], format: SourceFormat = 'txt'): ReportMetadata {
  const source = lines.join('\n');
  const { edits } = planEdits(source, format, { isTraditionalForm: () => false });
  return extractMetadata(source, buildReading(source, format, edits), format);
}

describe('from plain text', () => {
  test('furniture tells source, date, author and editor', () => {
    const lines = [
      '信息来源: 某某日报 发布时间: 2021-03-04 10:20 浏览次数:',
      '教育大会召开',
      BODY,
      '記者:張三',
      '通訊員:李四',
      '(責(zé)編王五)',
    ];
    expect(metadataOf(lines)).toMatchObject({
      title: '教育大会召开',
      source: '某某日报',
      date: '2021-03-04',
      author: '張三、李四',
      editor: '王五',
    });
  });

  test('a work report names its government and region', () => {
    expect(
      metadataOf(['2020年台州市政府工作报告', '——2020年4月5日在台州市第五届人民代表大会第四次会议上', BODY]),
    ).toMatchObject({
      title: '2020年台州市政府工作报告',
      issuer: '台州市人民政府',
      region: '台州市',
      date: '2020-04-05',
    });
  });

  test('an article whose title begins with its author', () => {
    const lines = ['市教育局党组:建设教育强市', `近日，某报刊发台州市教育局党组文章。${BODY}`];
    expect(metadataOf(lines)).toMatchObject({ issuer: '台州市教育局党组', region: '台州市' });
  });

  test.each([
    [
      'a number with the kind of paper',
      ['2019/09/16', '第001號聲明', '', `某國政府於會議中通過決議，${BODY}`],
      '某國政府於會議中通過決議',
    ],
    [
      'a sentence that leads on',
      ['第004號', '某國於北京簽署恢復外交關係之公報，嚴正聲明如下：', '一、本部至表遺憾。', BODY],
      '某國於北京簽署恢復外交關係之公報',
    ],
    ['a solemn beginning', [`某某外交部茲鄭重聲明：某國政府決定終止關係，${BODY}`], '某國政府決定終止關係'],
    [
      'numbers before the text',
      [`第001號 2011/03/24 關於某國網站可申辦落地簽之資訊，${BODY}`],
      '關於某國網站可申辦落地簽之資訊',
    ],
    [
      'the number of the first point',
      ['第006號聲明', `一、對於颱風所衍生之事件，${BODY}`],
      '對於颱風所衍生之事件',
    ],
    ['a long first clause', [`${'甲乙丙丁戊'.repeat(9)}，${BODY}`], '甲乙丙丁戊'.repeat(9)],
    ['nothing but a solemn beginning', ['某某外交部鄭重聲明：'], '某某外交部鄭重聲明'],
    ['addressees', ['各区县人民政府：', `根据上级关于教育工作的部署，${BODY}`], '根据上级关于教育工作的部署'],
  ])('the title behind %s', (_, lines, title) => {
    expect(metadataOf(lines).title).toBe(title);
  });

  test('without a headline the first clause that says enough is the title', () => {
    expect(
      metadataOf([
        `近日，阳山召开全县教育工作会议，部署工作。${BODY}`,
        '阳山县将加强领导。',
        '阳山的老师们很高兴。',
      ]),
    ).toMatchObject({
      title: '阳山召开全县教育工作会议',
      region: '阳山县',
    });
    expect(metadataOf([`教育为先，人才为本。${BODY}`]).title).toBe('教育为先，人才为本');
  });

  test('an autonomous county is named whole, and no region is guessed of what a text comes to speak of late', () => {
    const law = ['彭水苗族土家族自治县管理条例', '为了加强管理，制定本条例。', '自治县人民政府负责实施。'];
    expect(metadataOf(law).region).toBe('彭水苗族土家族自治县');
    expect(
      metadataOf(['关于管理的规定', '自治县人民政府负责。自治县机关配合。自治县学校参加。']).region,
    ).toBe('');
    const late = '要坚持依法治理，维护安定团结的局面。'.repeat(80);
    expect(metadataOf(['关于形势的报告', late, '香港特别行政区繁荣，香港安定，香港发展。']).region).toBe('');
    expect(metadataOf(['關於島嶼的聲明', '該島隸屬高雄州管轄，世所共知。']).region).toBe('');
    const ruling = '香港特别行政区、香港、香港的申请按本规定办理。';
    expect(metadataOf(['最高人民法院关于相互执行的安排', ruling]).region).toBe('');
  });

  test('the region is named as it stands in the text', () => {
    expect(metadataOf(['大会召开', '黔東南的教育，黔東南的學校，黔東南的未來。']).region).toBe('黔東南');
    expect(metadataOf(['大会召开', '台州与温州合作，台州与温州互助，台州和温州都好。']).region).toBe('');
  });

  test('the number of a document stands on a line of its own', () => {
    expect(metadataOf(['关于办学的通知', '台教发〔2023〕5号', BODY]).documentNumber).toBe(
      '台教发〔2023〕5号',
    );
    expect(metadataOf(['关于办学的通知', '根据国发〔2020〕3号的要求，做好工作。']).documentNumber).toBe('');
  });

  test.each(['国办发(2023)5号', '国办发[2023] 5号', '国办发﹝2023﹞5号', '国办发〔2023〕第5号'])(
    '%s is a number too, and so behind its label',
    (number) => {
      expect(metadataOf(['关于办学的通知', number, BODY]).documentNumber).toBe(number);
      expect(metadataOf(['关于办学的通知', `发文字号：${number}`, BODY]).documentNumber).toBe(number);
    },
  );

  test('what is not said stays empty', () => {
    expect(metadataOf(['7月18日，大会在本地顺利召开，大家都很高兴。'])).toEqual({
      ...EMPTY_METADATA,
      title: '大会在本地顺利召开',
      foundBy: { title: 'first-sentence' },
    });
    expect(metadataOf([''])).toEqual({ ...EMPTY_METADATA, foundBy: {} });
    expect(extractMetadata('来源：某报\n编辑：张三', undefined, 'txt')).toMatchObject({
      source: '某报',
      editor: '张三',
    });
  });
});

test('each field that is known names the rule that found it', () => {
  const page = [
    '台州市教育局文件',
    '台教发〔2023〕5号',
    '信息来源: 台州日报　作者：张三',
    BODY,
    '台州市教育局',
    '2023年7月18日',
  ];
  const { foundBy, ...fields } = metadataOf(page);
  const known = Object.entries(fields).filter(([, value]) => value !== '');
  expect(Object.keys(foundBy ?? {}).sort()).toEqual(known.map(([field]) => field).sort());
  expect(foundBy).toMatchObject({
    issuer: 'red-head',
    documentNumber: 'number-line',
    source: 'page-furniture',
    author: 'page-furniture',
    date: 'date-line',
  });
  const front = extractMetadata('---\ntitle: 甲\ndate: 2023-07\n---\n# 乙', undefined, 'md');
  expect(front.foundBy).toEqual({ title: 'front-matter', date: 'front-matter' });
});

describe('from Markdown', () => {
  test('front matter goes before the text', () => {
    const lines = [
      '---',
      'title: 教育摘要',
      'kind: digest',
      'issuer: 某县教育局',
      'place: 某县',
      'date: 2023-07-18',
      'url: https://example.org/',
      '---',
      '',
      '# 另一个标题',
      '',
      BODY,
    ];
    expect(metadataOf(lines, 'md')).toMatchObject({
      title: '教育摘要',
      issuer: '某县教育局',
      region: '某县',
      date: '2023-07-18',
      url: 'https://example.org/',
    });
  });

  test('without it the first heading is the title', () => {
    expect(metadataOf(['# 温州市办学条例', '', '2018年3月31日 某会议通过', '', BODY], 'md')).toMatchObject({
      title: '温州市办学条例',
      region: '温州市',
      date: '2018-03-31',
    });
  });

  test('broken front matter is no error', () => {
    expect(metadataOf(['---', 'title: [', '---', '', '# 标题', ''], 'md').title).toBe('标题');
  });
});

test('dates in all their spellings', () => {
  const dates = [
    '2023-07-18',
    '2023/7/8',
    '2023年7月18日',
    '2023.7.18',
    '20230718',
    '２０２３年７月１８日',
    '2023年7月',
    '二〇二三年七月十八日',
    '2023-13-01',
    '第2023号',
  ];
  expect(dates.map(dateIn)).toEqual([
    '2023-07-18',
    '2023-07-08',
    '2023-07-18',
    '2023-07-18',
    '2023-07-18',
    '2023-07-18',
    '2023-07',
    '2023-07-18',
    '',
    '',
  ]);
});
