import { describe, expect, test } from 'vitest';
import { applyEdits } from '../apply-edits.ts';
import { compatibilityCharacters } from './compatibility-characters.ts';
import { hardLineBreaks } from './hard-line-breaks.ts';
import { htmlEntitiesAndTags } from './html-entities-and-tags.ts';
import { lostBreaks } from './lost-breaks.ts';
import type { RepairRule, RuleContext } from './rule.ts';
import { straySpaces } from './stray-spaces.ts';

const context: RuleContext = { format: 'txt', isTraditionalForm: () => false };
const mend = (rule: RepairRule, text: string): string => applyEdits(text, rule.find(text, context)).text;
const offered = (rule: RepairRule, text: string): string => {
  const edits = rule.find(text, context).map((edit) => ({ ...edit, applied: true }));
  return applyEdits(text, edits).text;
};
const spaced = (text: string): string => [...text].join(' ');

describe('stray spaces', () => {
  const sentence = '全县各级部门要认真落实责任，推进改革发展，保障民生。';

  test('a page that was spaced out closes up, marks and all', () => {
    expect(mend(straySpaces, `${spaced(sentence)}\n${spaced('工作要求')}\n${spaced(sentence)}`)).toBe(
      `${sentence}\n工作要求\n${sentence}`,
    );
  });

  test('its figures and letters too, but no words and numbers that touch', () => {
    const figures = '２０１９年全县生产总值增长7.2%，Ｒ＆Ｄ经费占GDP的1.9%。';
    expect(mend(straySpaces, `${spaced(sentence)}\n${spaced(figures)}\n${spaced(sentence)}`)).toBe(
      `${sentence}\n${figures}\n${sentence}`,
    );
    const kept = '12 35 GDP 1 200';
    expect(mend(straySpaces, `${spaced(sentence)}\n${kept}\n${spaced(sentence)}`)).toContain(kept);
  });

  test.each([
    ['第一条 ', '第一条 '],
    ['第 二 十 章 ', '第二十章 '],
    ['一、 ', '一、 '],
    ['（一） ', '（一） '],
    ['1. ', '1. '],
  ])('behind %s the space stays, and what follows closes up', (label, sound) => {
    const page = `${label}${spaced(sentence)}`;
    expect(mend(straySpaces, page)).toBe(`${sound}${sentence}`);
  });

  test('runs inside a sentence close up on a page that has several', () => {
    const line = '会议指出，要把 教 育 发 展 放在优先位置，全力推进各项工作。';
    expect(mend(straySpaces, Array<string>(4).fill(line).join('\n'))).toBe(
      Array<string>(4).fill(line.replaceAll(' ', '')).join('\n'),
    );
    expect(mend(straySpaces, line)).toBe(line);
    expect(offered(straySpaces, line)).toContain('教育发展');
  });

  const calm = '这里是一段平常的话，没有多余的空格。\n'.repeat(6);
  test.each([
    '第一条 为了规范办学，制定本条例。\n第二条 学校应当守法。',
    '2023 年 7 月 18 日 在某地开会。',
    '目 录\n目　录\n总 则\n附 件\n附　则',
    '省长 王某\n县长　李某',
    '姓名 年龄 男 女\n甲 乙 丙 丁\n子 丑 寅 卯\n一 二 三 四 五 六 日\n春 夏 秋 冬',
    '某 某 县 人 民 政 府\n二 〇 二 三 年 七 月 十 八 日\n某 某 县 教 育 局',
    '一、 总体要求\n（一） 指导思想',
    '各位代表 各位委员 同志们 朋友们：',
    '出席会议的有 王某 李某某 张某 等同志。',
  ])('%j stays', (text) => {
    expect(mend(straySpaces, calm + text)).toBe(calm + text);
    expect(mend(straySpaces, `${text}\n${text}\n${text}`)).toBe(`${text}\n${text}\n${text}`);
  });
});

describe('HTML left in text', () => {
  const ten = '&nbsp;'.repeat(10);

  test.each([
    ['&#147;教育&#148;&#133;', '“教育”…'],
    ['&amp;nbsp;教育&amp;amp;科技', ' 教育&科技'],
    ['&nbsp教育&ldquo教育&rdquo', ' 教育“教育”'],
    ['&#x6559;&#32946;', '教育'],
    ['<td nowrap>表</td><a href="x">链接</a><br/>行<BR />', '表链接\n行\n'],
    ['<!-- 注 --><style>p{}</style>文', '文'],
    ['若 a<b，则 b>a；x<3', '若 a<b，则 b>a；x<3'],
    ['若 a<b c>d 成立', '若 a<b c>d 成立'],
    ['<教育>与《科技》及<2020>', '<教育>与《科技》及<2020>'],
    ['AT&T; R&D', 'AT&T; R&D'],
    ['&lt;3', '<3'],
    ['&#0;&#xD800;', '&#0;&#xD800;'],
  ])('in a file with many: %s', (damaged, sound) => {
    expect(mend(htmlEntitiesAndTags, ten + damaged).trimStart()).toBe(sound.trimStart());
  });

  test.each(['温度 &lt;3 度', '用 <p> 分段，<br> 换行', '&ldquo;好&rdquo;'])(
    '%s alone is offered',
    (text) => {
      expect(mend(htmlEntitiesAndTags, text)).toBe(text);
      expect(offered(htmlEntitiesAndTags, text)).not.toBe(text);
    },
  );

  test('nine are offered and ten act', () => {
    expect(mend(htmlEntitiesAndTags, '教&#32946;'.repeat(9))).toBe('教&#32946;'.repeat(9));
    expect(mend(htmlEntitiesAndTags, '教&#32946;'.repeat(10))).toBe('教育'.repeat(10));
  });
});

describe('compatibility and private-use characters', () => {
  test('radicals that a font wrote inside words go', () => {
    expect(
      mend(compatibilityCharacters, '⼈⺠政府⼯作报告，⻓期建设⽂化，⾏动⽅案，⻚⾯整洁，⺟⼦平安'),
    ).toBe('人民政府工作报告，长期建设文化，行动方案，页面整洁，母子平安');
  });

  test.each(['⼀⼁⼂⼃⼄⼅⼆⼇⼈⼉⼊⼋⼌⼍', '部首⼈、⼝、⼿各有来历', '\uF914', '⼯作'])(
    '%s is offered',
    (text) => {
      expect(mend(compatibilityCharacters, text)).toBe(text);
      expect(offered(compatibilityCharacters, text)).not.toBe(text);
    },
  );

  test('signs of symbol fonts at the head of lines are offered, other private use is left', () => {
    expect(offered(compatibilityCharacters, '\uF0B7 修路\n\u3000\uF0D8架桥')).toBe('• 修路\n\u3000➢架桥');
    expect(offered(compatibilityCharacters, '甲\uE5E5乙')).toBe('甲\u3000乙');
    const other = '某\uE591某\uF0B7某\uE000';
    expect(compatibilityCharacters.find(other, context)).toEqual([]);
  });

  test('unified ideographs among the compatibility ones stay', () => {
    expect(compatibilityCharacters.find('﨎﨏﨑﨓﨔﨟', context)).toEqual([]);
  });
});

describe('lost and hard breaks', () => {
  const filler = '各部门要认真落实责任，推进改革发展，保障民生。'.repeat(7);

  test('breaks before 一、 二、 三、 of long paragraphs come back', () => {
    const parts = [filler, `一、${filler}`, `二、${filler}`, `三、${filler}`];
    expect(mend(lostBreaks, parts.join(''))).toBe(parts.join('\n'));
  });

  test.each([
    ['第一，', '第二，', '第三，'],
    ['（一）', '（二）', '（三）'],
  ])('breaks before %s %s %s are offered', (...labels) => {
    const text = filler + labels.map((label) => label + filler).join('');
    expect(mend(lostBreaks, text)).toBe(text);
    expect(offered(lostBreaks, text)).toBe([filler, ...labels.map((label) => label + filler)].join('\n'));
  });

  test.each([
    ['一、', '三、', '二、'],
    ['一、', '二、', ''],
    ['第一', '第二', '第三'],
  ])('not before %s %s %s', (...labels) => {
    const text = filler + labels.map((label) => label + filler).join('');
    expect(offered(lostBreaks, text)).toBe(text);
  });

  test('breaks before 一、 二、 三、 of long paragraphs come back', () => {
    const parts = [filler, `一、${filler}`, `二、${filler}`, `三、${filler}`];
    expect(mend(lostBreaks, parts.join(''))).toBe(parts.join('\n'));
  });

  test.each([
    ['第一，', '第二，', '第三，'],
    ['（一）', '（二）', '（三）'],
  ])('breaks before %s %s %s that count up over the paragraphs come back', (one, two, three) => {
    const truth = [filler, `${one}目标`, filler, `${two}任务`, filler, `${three}措施`, filler];
    expect(
      mend(lostBreaks, `${filler}${one}目标\n${filler}${two}任务\n${filler}${three}措施\n${filler}`),
    ).toBe(truth.join('\n'));
    expect(
      mend(lostBreaks, `${filler}\n${one}目标\n${filler}${two}任务\n${filler}\n${three}措施\n${filler}`),
    ).toBe(truth.join('\n'));
  });

  test('an enumeration inside a paragraph, or labels that miss one, stay', () => {
    for (const text of [
      `${filler}一、目标。二、任务。\n${filler}三、措施。\n${filler}`,
      `${filler}二、目标。\n${filler}三、任务。\n${filler}四、措施。`,
      `${filler}一、目标。\n${filler}三、任务。\n${filler}四、措施。`,
      `一、目标。\n二、任务。\n三、措施。\n${filler}`,
    ]) {
      expect(offered(lostBreaks, text)).toBe(text);
    }
  });

  test('short lines, verse and tables are not joined', () => {
    const verse = '山重水复路漫漫，\n柳暗花明又一村。\n'.repeat(10);
    const table = '学校名称 学生人数 教师人数\n'.repeat(12);
    const names = '王某 李某 张某 赵某 孙某 周某 吴某 郑某 冯某\n'.repeat(12);
    for (const text of [verse, table, names]) expect(mend(hardLineBreaks, text)).toBe(text);
  });
});
