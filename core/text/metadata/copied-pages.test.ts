import { describe, expect, test } from 'vitest';
import type { ReportMetadata } from '../../report/report.ts';
import { buildReading } from '../reading.ts';
import { planEdits } from '../repair/pipeline.ts';
import { extractMetadata } from './extract-metadata.ts';

const BODY = '各地各部门要高度重视，加强组织领导，明确责任分工，确保各项任务落到实处，重大事项及时报告。';
const TEXT = '為落實各項施政目標，各機關均依既定計畫積極推動，並定期檢討執行情形，務求確實發揮成效。';

function metadataOf(lines: readonly string[]): ReportMetadata {
  const source = lines.join('\n');
  const { edits } = planEdits(source, 'txt', { isTraditionalForm: () => false });
  return extractMetadata(source, buildReading(source, 'txt', edits), 'txt');
}

describe('pages that were copied as a whole', () => {
  test.each<[string, readonly string[], Partial<ReportMetadata>]>([
    [
      'a law database names its text',
      [
        '現在位置：',
        '首頁',
        '法規名稱：\t校舍檢查辦法',
        '修正日期：民國 112 年 05 月 06 日',
        '第 1 條',
        TEXT,
      ],
      { title: '校舍檢查辦法', date: '2023-05-06' },
    ],
    ['a title that asks', ['校舍安全到底该怎么抓？', BODY, BODY], { title: '校舍安全到底该怎么抓？' }],
    [
      'the day of the week below a press release',
      ['教育局公布檢查結果', TEXT, '完', '2022年9月1日（星期四）', '香港時間15時30分'],
      { date: '2022-09-01' },
    ],
    [
      'a year apart from its day',
      ['青溪省加快校舍改造', '2021 03/04 08:15:30', '来源：新华社', BODY],
      { date: '2021-03-04', source: '新华社' },
    ],
    [
      'and its source on one line',
      ['青溪省加快校舍改造', '2021 03/04 08:15:30　来源：新华社', BODY],
      { date: '2021-03-04', source: '新华社' },
    ],
  ])('%s', (_, lines, fields) => {
    expect(metadataOf(lines)).toMatchObject(fields);
  });

  test('a headline goes before the name of a law below it', () => {
    const lines = ['关于对某某办法征求意见的公告', '法规名称：某某办法', BODY];
    expect(metadataOf(lines).title).toBe('关于对某某办法征求意见的公告');
  });

  test('a salutation that exclaims is no title', () => {
    expect(metadataOf(['同志们！', BODY, BODY]).title).not.toBe('同志们！');
  });
});
