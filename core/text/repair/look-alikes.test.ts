import { describe, expect, test } from 'vitest';
import { applyEdits } from '../apply-edits.ts';
import { compatibilityCharacters } from './compatibility-characters.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { escapedQuote } from './escaped-quote.ts';
import { halfWidthPunctuation } from './half-width-punctuation.ts';
import { lostBreaks } from './lost-breaks.ts';
import type { RepairRule } from './rule.ts';

const find = (rule: RepairRule, text: string) =>
  rule.find(text, { format: 'txt', isTraditionalForm: () => false });
const mend = (rule: RepairRule, text: string): string => applyEdits(text, find(rule, text)).text;

describe('half-width marks that are right stay', () => {
  test.each([
    '[1] 张某. 高中研究[M]. 北京: 教育科学出版社, 2019: 45-67.',
    '[2] 李某, 王某, 等. 县中研究[J]. 教育研究, 2021, 42(5): 88-97.',
    '北京,,上海,3,,广州,5',
    'The school (学校), the teacher (教师) and the pupils.',
    '    raise ValueError("请求失败: %d" % status)',
    'def get_schools(page=1, size=20):',
  ])('%s', (text) => {
    expect(mend(halfWidthPunctuation, text)).toBe(text);
  });

  test('but those of a page that ends its sentences with full stops do not', () => {
    const page = '他说：「要办好学校.」\n巩固率达到97.4%.\n入学率继续提高.\n办学条件改善.';
    expect(mend(halfWidthPunctuation, page)).toBe(
      '他说：「要办好学校。」\n巩固率达到97.4%。\n入学率继续提高。\n办学条件改善。',
    );
  });
});

test('marks of both widths are doubled, too', () => {
  expect(mend(doubledPunctuation, '安全；;招生;；教学：:两项。.各校,,１９８２年')).toBe(
    '安全；招生；教学：两项。各校,１９８２年',
  );
  expect(mend(doubledPunctuation, '等等。...')).toBe('等等。...');
});

test('an escaped quotation mark in the string of a program is only offered', () => {
  const edits = find(escapedQuote, String.raw`s = "他说：\"好\"。"`);
  expect(edits.length).toBe(2);
  expect(edits.some(({ applied }) => applied)).toBe(false);
  expect(mend(escapedQuote, String.raw`他说：\"好\"。`)).toBe('他说：“好”。');
});

describe('compatibility characters', () => {
  test('ideographs act alone from ten of three kinds on', () => {
    const damaged = '更\uF967\u3001年\uF98E\u3001理\uF9E4\u3001';
    expect(mend(compatibilityCharacters, damaged.repeat(4))).toBe('更不、年年、理理、'.repeat(4));
    expect(mend(compatibilityCharacters, damaged)).toBe(damaged);
  });

  test('signs of symbol fonts act alone at the head of three items', () => {
    expect(mend(compatibilityCharacters, '\uF0D8 招生\n\uF0D8 教学\n\uF0D8 安全')).toBe(
      '➢ 招生\n➢ 教学\n➢ 安全',
    );
    expect(mend(compatibilityCharacters, '\uF0D8 招生')).toBe('\uF0D8 招生');
  });
});

describe('breaks inside one paragraph', () => {
  const long = `${'各级学校要认真落实责任，改善办学条件，提高教育质量'.repeat(3)}。`;

  test('come back before headings that count up behind long sentences, and before the points between them', () => {
    const text = `现将事项通知如下。一、目标。${long}二、措施。（一）${long}（二）${long}（三）${long}三、保障。${long}`;
    expect(mend(lostBreaks, text)).toBe(
      `现将事项通知如下。\n一、目标。${long}\n二、措施。\n（一）${long}\n（二）${long}\n（三）${long}\n三、保障。${long}`,
    );
  });

  test.each([
    `会议要求做好三件事。第一，${long}第二，${long}第三，${long}`,
    `归纳为三条。一、认识不到位。二、措施不得力。三、监督不经常。${long}`,
    `材料如下：一、${long.slice(0, -1)}；二、${long.slice(0, -1)}；三、${long}`,
  ])('stay where an author counts inside a paragraph: %s', (text) => {
    expect(mend(lostBreaks, text)).toBe(text);
  });
});
