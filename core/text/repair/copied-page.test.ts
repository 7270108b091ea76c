import { describe, expect, test } from 'vitest';
import { buildReading } from '../reading.ts';
import { extractMetadata } from '../metadata/extract-metadata.ts';
import { planEdits } from './pipeline.ts';

/*
 * Pages that were copied as a whole: menus above the text, lists of other reports and the imprint of the site below it.
 */
const SENTENCE = '各地要把校舍安全摆在突出位置，逐校排查，逐项整改，确保开学前全部完成。';
const TITLE = '关于加强校舍安全的通知';

function read(lines: readonly string[]) {
  const source = lines.join('\n');
  const { edits } = planEdits(source, 'txt', { isTraditionalForm: () => false });
  const reading = buildReading(source, 'txt', edits);
  return { lines: reading.text.split('\n'), metadata: extractMetadata(source, reading, 'txt') };
}
const TEXT = [TITLE, SENTENCE, SENTENCE];

describe('menus above a text', () => {
  test.each([
    ['one word a line', ['首页', '走进某县', '要闻动态', '某某之声', '政务公开', '互动交流']],
    ['without a home page', ['政策文件', '政策解读', '意见征集', '法治政府']],
    ['spaced, parted by bars', ['首　页 | 机构概况 | 通知公告 | 某某园地']],
    ['glued', ['网站首页统计动态统计数据']],
    ['in Traditional characters', ['最新訊息', '中央法規', '司法判解', '綜合查詢']],
    ['a trail', ['某某网>>教育']],
  ])('go: %s', (_, menu) => {
    expect(read([...menu, ...TEXT]).lines).toEqual(TEXT);
    expect(read([...menu, ...TEXT]).metadata.title).toBe(TITLE);
  });

  test('do not take a short title behind them, and a word alone is no title', () => {
    const report = ['政府工作报告', SENTENCE];
    expect(read(['首页', '新闻', '政务公开', ...report]).lines).toEqual(report);
    expect(read(['首页', ...TEXT])).toMatchObject({ lines: ['首页', ...TEXT], metadata: { title: TITLE } });
  });

  test.each([
    ['a list of parts', ['会议议程', '签到', '致辞', '工作报告', '交流发言']],
    ['a title of such words', ['政府信息公开指南', '机构设置']],
    ['names', ['张三', '李四', '王五', '赵六', '孙七']],
  ])('are not: %s', (_, head) => {
    expect(read([...head, SENTENCE]).lines).toEqual([...head, SENTENCE]);
  });
});

describe('what stands below a text', () => {
  const others = ['某地春耕生产有序推进', '多地推出便民新举措'];
  const imprint = '某某网版权所有，未经授权禁止使用';

  test.each([
    ['behind its editors', ['（责编：张三、李四）', '推荐阅读', ...others]],
    ['behind a list of others', ['相关稿件', ...others, '关于我们 | 联系我们 | 网站声明']],
    ['behind the next article', ['上一篇：某通知', '下一篇：没有了', ...others]],
  ])('goes %s, down to the imprint', (_, tail) => {
    expect(read([...TEXT, ...tail, imprint]).lines).toEqual(TEXT);
  });

  test('stays without an imprint, as an appendix, or with a sentence in it', () => {
    const appendix = ['责任编辑：张三', '附件1', ...others, imprint];
    expect(read([...TEXT, ...appendix]).lines).toEqual(expect.arrayContaining(['附件1', ...others]));
    const comment = ['责任编辑：张三', '说得好，希望坚持下去。', imprint];
    expect(read([...TEXT, ...comment]).lines).toContain('说得好，希望坚持下去。');
    expect(read([...TEXT, '责任编辑：张三', ...others]).lines).toEqual(expect.arrayContaining(others));
  });

  test('is not a list of names below its source and editor', () => {
    const names = Array.from({ length: 12 }, (_, at) => `某某县第${at}小学`);
    const page = ['获奖名单公示', '来源：某局 编辑：张三', ...names, imprint];
    expect(read(page).lines).toEqual(['获奖名单公示', ...names]);
  });
});
