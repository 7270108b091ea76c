import { describe, expect, test } from 'vitest';
import type { ReportMetadata } from '../../report/report.ts';
import { buildReading } from '../reading.ts';
import { planEdits } from '../repair/pipeline.ts';
import { extractMetadata } from './extract-metadata.ts';
import { dateIn } from './written-date.ts';

const BODY = '今年以来，各项工作稳步推进，任务按期完成，群众反映良好。';

function metadataOf(...lines: readonly string[]): ReportMetadata {
  const source = lines.join('\n');
  const { edits } = planEdits(source, 'txt', { isTraditionalForm: () => false });
  return extractMetadata(source, buildReading(source, 'txt', edits), 'txt');
}

describe('dates', () => {
  test.each([
    ['2023年7月18日', '2023-07-18'],
    ['2023 年 7 月 18 日', '2023-07-18'],
    ['二〇二三年七月十八日', '2023-07-18'],
    ['二○二三年七月十八日', '2023-07-18'],
    ['二零二三年十二月三十一日', '2023-12-31'],
    ['二Ｏ二三年十月二日', '2023-10-02'],
    ['2023-07-18', '2023-07-18'],
    ['2023/7/18', '2023-07-18'],
    ['2023.07.18', '2023-07-18'],
    ['2023-07-18T10:20:00', '2023-07-18'],
    ['20230718', '2023-07-18'],
    ['（2023年1月15日在某会议上）', '2023-01-15'],
    ['中華民國112年7月18日', '2023-07-18'],
    ['民國一百一十二年七月十八日', '2023-07-18'],
    ['2023年2月30日', ''],
    ['电话2023071', ''],
    ['增长2023.5亿元', '2023-05'],
  ])('%s is %s', (written, iso) => {
    expect(dateIn(written)).toBe(iso);
  });

  const date = (...lines: readonly string[]): string => metadataOf(...lines).date;

  test('the occasion below the title dates a speech', () => {
    expect(date('政府工作报告', '（2023年1月15日在某市第五届人民代表大会第一次会议上）', BODY)).toBe(
      '2023-01-15',
    );
    expect(date('政府工作报告', '——二〇二三年一月十五日在全市大会上', BODY)).toBe('2023-01-15');
  });

  test('a stamp of publication goes before the occasion', () => {
    expect(date('发布时间：2023-02-01 10:00', '政府工作报告', '（2023年1月15日在某会议上）', BODY)).toBe(
      '2023-02-01',
    );
  });

  test('a signature dates a notice, not the event in it', () => {
    const lines = ['关于开会的通知', '各学校：', `定于2023年9月1日开会。${BODY}`, '某县教育局'];
    expect(date(...lines, '2023年7月18日')).toBe('2023-07-18');
    expect(date(...lines, '二○二三年七月十八日')).toBe('2023-07-18');
    expect(date(...lines, '2023 年 7 月 18 日')).toBe('2023-07-18');
    expect(date(...lines, '（此件公开发布）', '2023年7月18日印发')).toBe('2023-07-18');
    expect(date(...lines.slice(0, 3), '某县教育局  2023年7月18日')).toBe('2023-07-18');
  });
});

describe('numbers of documents', () => {
  const number = (line: string): string => metadataOf('关于办学的通知', line, BODY).documentNumber;

  test.each([
    '国发〔2023〕5号',
    '国办发(2023)5号',
    '国办发（2023）5号',
    '国办发[2023] 5号',
    '某教基〔2023〕12号',
    '第5号令',
    '第5号',
    '某县人民政府令第5号',
    '某县人民政府令 第 5 号',
    '某部令第五十号',
    '2023年第5号',
  ])('%s', (line) => {
    expect(number(line)).toBe(line);
  });

  test('stands in brackets below the title of an order too', () => {
    expect(number('（某部令第50号）')).toBe('某部令第50号');
    expect(number('（国发〔2023〕5号）')).toBe('国发〔2023〕5号');
  });

  test.each([
    '根据国发〔2020〕3号要求办理。',
    '第5号楼',
    '第一条 依法办学',
    '门牌第5号令人难忘',
    '《关于某事的通知》（国发〔2020〕3号）',
  ])('not in %s', (line) => {
    expect(number(line)).toBe('');
  });
});

describe('who adopted a law or resolution', () => {
  test.each([
    ['2007年7月27日 某阳市第十二届人民代表大会常务委员会第三十七次会议通过', '某阳市人民代表大会常务委员会'],
    ['1993年10月31日 第八届全国人民代表大会常务委员会第四次会议通过', '全国人民代表大会常务委员会'],
    ['（2022年3月11日第十三届全国人民代表大会第五次会议通过）', '全国人民代表大会'],
    ['2017年2月7日 中华人民共和国国务院令第675号公布', '国务院'],
    ['2017年12月11日 最高人民法院审判委员会第1729次会议通过', '最高人民法院'],
    ['——2026年1月25日在某阳市第十六届人民代表大会第四次会议上', ''],
    ['会议听取了第十三届全国人民代表大会第五次会议的报告，讨论通过', ''],
  ])('%s', (line, issuer) => {
    expect(metadataOf('某某条例', line, BODY).issuer).toBe(issuer);
  });

  test('a report to a national congress is about no region', () => {
    const lines = [
      '高举旗帜',
      '——在中国共产党第二十次全国代表大会上的报告',
      '香港特别行政区，香港特别行政区，香港特别行政区。',
      BODY,
    ];
    expect(metadataOf(...lines).region).toBe('');
  });
});

describe('issuers', () => {
  test('the red head of a document', () => {
    expect(metadataOf('某阳县人民政府文件', '某政发〔2023〕5号', '关于办学的通知', BODY)).toMatchObject({
      issuer: '某阳县人民政府',
      documentNumber: '某政发〔2023〕5号',
      title: '关于办学的通知',
    });
    expect(metadataOf('某阳县教育局办公室文件', '关于办学的通知', BODY).issuer).toBe('某阳县教育局办公室');
    expect(metadataOf('某阳县人民政府令', '第5号', BODY).issuer).toBe('某阳县人民政府');
  });

  test('the signature of a notice', () => {
    const lines = ['关于办学的通知', '各学校：', BODY, BODY];
    expect(metadataOf(...lines, '某阳县教育局', '2023年7月18日').issuer).toBe('某阳县教育局');
    expect(metadataOf(...lines, '某 阳 县 教 育 局', '二〇二三年七月十八日').issuer).toBe('某阳县教育局');
    expect(metadataOf(...lines, '某阳县教育局 某阳县财政局', '2023年7月18日').issuer).toBe(
      '某阳县教育局、某阳县财政局',
    );
    expect(metadataOf(...lines, '某阳县教育局', '某阳县财政局', '2023年7月18日').issuer).toBe(
      '某阳县教育局、某阳县财政局',
    );
    expect(metadataOf(...lines, '某阳县教育局2023年7月18日').issuer).toBe('某阳县教育局');
    expect(metadataOf(...lines, '某陽縣教育局', '2023年7月18日', '（此件公開發布）').issuer).toBe(
      '某陽縣教育局',
    );
  });

  test('a signature without a date, or a date without one, tells nothing', () => {
    expect(metadataOf('见闻', BODY, '我们到了教育局').issuer).toBe('');
    expect(metadataOf('见闻', BODY, '张三', '2023年7月18日').issuer).toBe('');
    expect(metadataOf('见闻', BODY, '下一步怎么办，还要看教育局', '2023年7月18日').issuer).toBe('');
  });
});

describe('credits', () => {
  test.each([
    ['来源：某某日报', { source: '某某日报' }],
    ['來源:某某日報', { source: '某某日報' }],
    ['作者：张三', { author: '张三' }],
    ['责任编辑：李四', { editor: '李四' }],
    ['編輯：李四', { editor: '李四' }],
    ['責編:李四', { editor: '李四' }],
    ['責任編輯 李四', { editor: '李四' }],
    ['（责编：李四、王五）', { editor: '李四、王五' }],
    ['(責編李四)', { editor: '李四' }],
    ['【責任編輯：李四】', { editor: '李四' }],
    ['通訊員：張三', { author: '張三' }],
    ['通訊員 張三', { author: '張三' }],
    ['记者 张三 通讯员 李四', { author: '张三、李四' }],
    ['（记者 张三 通讯员 李四）', { author: '张三、李四' }],
    ['本报记者 张三', { author: '张三' }],
    ['来源：某某日报 作者：张三 编辑：李四', { source: '某某日报', author: '张三', editor: '李四' }],
    ['作者:張三 來源:某報', { author: '張三', source: '某報' }],
    ['原文链接：https://example.org/a', { url: 'https://example.org/a' }],
    ['本文责编：王五 校对：赵六', { editor: '王五' }],
    ['2022-04-21　来源：教育部', { source: '教育部', date: '2022-04-21' }],
    ['2022-04-21 10:30 来源：某报 作者：张三', { source: '某报', author: '张三', date: '2022-04-21' }],
    ['來源：某某日報　2023年7月18日', { source: '某某日報', date: '2023-07-18' }],
  ])('%s', (line, fields) => {
    expect(metadataOf('教育大会召开', BODY, BODY, line)).toMatchObject(fields);
  });

  test.each(['记者在会上说，任务完成。', '作者认为，这很好。', '编辑部的故事还在继续。', '来源于生活'])(
    'none in %s',
    (line) => {
      expect(metadataOf('教育大会召开', BODY, line, BODY)).toMatchObject({
        author: '',
        editor: '',
        source: '',
      });
    },
  );
});

describe('who speaks at the head of a text', () => {
  test.each([
    ['教育部办公厅关于印发实施方案的通知', '教育部办公厅'],
    ['最高人民法院、最高人民检察院关于审理案件的解释', '最高人民法院、最高人民检察院'],
    ['某某县教育局关于做好招生工作的通知', '某某县教育局'],
    ['第十四届全国人民代表大会关于政府工作报告的决议', '全国人民代表大会'],
    ['关于做好招生工作的通知', ''],
  ])('the title %s names %s', (title, issuer) => {
    expect(metadataOf(title, BODY, BODY)).toMatchObject({ issuer });
  });

  test.each([
    ['新华社北京3月12日电（记者 张三、李四）会议闭幕。', '张三、李四'],
    ['本报讯（记者张三 通讯员李四）会议闭幕。', '张三、李四'],
    ['会议听取了汇报（记者会另行通知），随后闭幕。', ''],
  ])('the dateline %s names %s', (line, author) => {
    expect(metadataOf('教育大会召开', line, BODY, BODY)).toMatchObject({ author });
  });
});
