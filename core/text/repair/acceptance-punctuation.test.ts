import { describe, expect, test } from 'vitest';
import { applyEdits } from '../apply-edits.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { escapedQuote } from './escaped-quote.ts';
import { halfWidthPunctuation } from './half-width-punctuation.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const context: RuleContext = { format: 'txt', isTraditionalForm: () => false };
const mend = (rule: RepairRule, text: string): string => applyEdits(text, rule.find(text, context)).text;
const offered = (rule: RepairRule, text: string): readonly string[] =>
  rule.find(text, context).flatMap(({ before, applied }) => (applied ? [] : [before]));

describe('doubled punctuation', () => {
  test.each([
    ['推进改革,,加快发展。', '推进改革,加快发展。'],
    ['推进改革，，加快发展。', '推进改革，加快发展。'],
    ['学校、、医院和公园', '学校、医院和公园'],
    ['任务完成。。\n下面说明。', '任务完成。\n下面说明。'],
    ['任务完成。。下面说明', '任务完成。下面说明'],
    ['一是修路；；二是架桥', '一是修路；二是架桥'],
    ['他说：：好', '他说：好'],
    ['推进改革，。加快发展', '推进改革。加快发展'],
    ['推进改革,；加快发展', '推进改革；加快发展'],
    ['学校、。', '学校。'],
    ['学校、，医院', '学校，医院'],
    ['学校，、医院', '学校，医院'],
    ['比上年增长3%，，快于全省', '比上年增长3%，快于全省'],
    ['“好”，，他说', '“好”，他说'],
  ])('%s', (damaged, sound) => {
    expect(mend(doubledPunctuation, damaged)).toBe(sound);
  });

  test.each([
    '今天……明天——后天',
    '真的！！是吗？？怎么！？',
    '等等。。。然后。。。。。。好',
    '学校，，，医院、、、公园',
    '编号1,,2,,3',
    '北京,,上海,3,,广州',
    'std::map 与 a;;b',
    '好。”，他说',
    '省略…，以后',
    '一、二、三，四。',
  ])('%s stays', (text) => {
    expect(mend(doubledPunctuation, text)).toBe(text);
  });
});

describe('half-width punctuation', () => {
  test.each([
    ['今年抓好三件事:修路,架桥,办学;明年再看!', '今年抓好三件事：修路，架桥，办学；明年再看！'],
    ['推进改革, 加快发展; 保障民生', '推进改革，加快发展；保障民生'],
    ['主要任务: “双减”落地', '主要任务：“双减”落地'],
    ['我们推进教育,STEM课程全面铺开', '我们推进教育，STEM课程全面铺开'],
    ['全县实现GDP,财政收入双增长', '全县实现GDP，财政收入双增长'],
    ['全年GDP(地区生产总值)增长', '全年GDP（地区生产总值）增长'],
    ['附件1(样表)和2023年(试行)', '附件1（样表）和2023年（试行）'],
    ['全县各项工作圆满完成.', '全县各项工作圆满完成。'],
    ['(一)总的要求', '（一）总的要求'],
    ['参加人数达到1,000人,时间是3:30,增长2.5%,很好', '参加人数达到1,000人，时间是3:30，增长2.5%，很好'],
    ['网址:https://example.org/a,b', '网址：https://example.org/a,b'],
    ['是不是应该这样?大家都说是', '是不是应该这样？大家都说是'],
    ['《规划》(草案)通过', '《规划》（草案）通过'],
  ])('%s', (damaged, sound) => {
    expect(mend(halfWidthPunctuation, damaged)).toBe(sound);
  });

  test.each([
    '共1,000,000元，3:30开始，增长2.5倍',
    '1.5亿元、2023.07.18、3.1415',
    '版本1.2.3发布',
    '见 https://example.org/路径,页?名=值;好 一节',
    '信箱 zhang.san@example.org, li@example.org',
    'He said: "Yes, we can; why not?" (Beijing)',
    'The report (2023), by 张三, says so.',
    'if (x > 0) { f(教育); g[甲](乙) }',
    'sort_by(年份)',
    '世界贸易组织(WTO)和国内生产总值(GDP)',
    'Reading, 阅读',
    '等等...',
    '马克.吐温',
    '1.总则',
    '公式a:b=c:d',
    '图1-2,3',
  ])('%s stays', (text) => {
    expect(mend(halfWidthPunctuation, text)).toBe(text);
  });

  test('a full stop inside a line is offered', () => {
    const text = '各项工作圆满完成任务.下一步继续抓好落实';
    expect(offered(halfWidthPunctuation, text)).toEqual(['.']);
    expect(mend(halfWidthPunctuation, text)).toBe(text);
  });
});

describe('escaped quotes', () => {
  test.each([
    ['推进\\"双减\\"工作，办好“五育\\"活动', '推进“双减”工作，办好“五育”活动'],
    ['\\"教育\\"', '“教育”'],
  ])('%s', (damaged, sound) => {
    expect(mend(escapedQuote, damaged)).toBe(sound);
  });

  test.each(['{\\"名称\\": \\"学校\\"}', '[\\"甲\\", \\"乙\\"]', 'print(\\"hello\\")', '路径 C:\\目录\\"'])(
    '%s is not taken alone',
    (text) => {
      expect(mend(escapedQuote, text)).toBe(text);
    },
  );
});
