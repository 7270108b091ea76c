import { describe, expect, test } from 'vitest';
import { decodeLegacy } from '#test/legacy-decoder.ts';
import { applyEdits } from '../apply-edits.ts';
import { compatibilityCharacters } from './compatibility-characters.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { escapedQuote } from './escaped-quote.ts';
import { halfWidthPunctuation } from './half-width-punctuation.ts';
import { htmlEntitiesAndTags } from './html-entities-and-tags.ts';
import { pageFurniture } from './page-furniture.ts';
import { pinyinBrackets } from './pinyin-brackets.ts';
import type { RepairRule } from './rule.ts';
import { straySpaces } from './stray-spaces.ts';
import { unicodeEscapes } from './unicode-escapes.ts';

const TRADITIONAL = '統籌發學習導領關實標準員應';
const context = {
  format: 'txt',
  isTraditionalForm: (char: string) => TRADITIONAL.includes(char),
  decodeBytes: decodeLegacy,
} as const;
const find = (rule: RepairRule, text: string) => rule.find(text, context);
const mend = (rule: RepairRule, text: string): string => applyEdits(text, find(rule, text)).text;

const ANNOTATED: Readonly<Record<string, string>> = {
  統: 'tǒng',
  發: 'fā',
  學: 'xué',
  習: 'xí',
  導: 'dǎo',
  領: 'lǐng',
  關: 'guān',
  實: 'shí',
  標: 'biāo',
  準: 'zhǔn',
  應: 'yīng',
};
const CLEAN =
  '會議統籌發展與安全，要求學習貫徹精神，領導幹部要關心實際，對標標準，回應學生關切，全面落實領導責任，推動發展，學習先進，' +
  '完善統一領導，落實標準，回應關切，做實做細，發揮學習小組作用，對標一流，引導學生。';
const annotate = (write: (reading: string) => string): string =>
  [...CLEAN].map((char) => char + (ANNOTATED[char] === undefined ? '' : write(ANNOTATED[char]))).join('');

describe('readings are taken out, however a page writes them', () => {
  test.each([
    ['in square brackets', (reading: string) => `[${reading}]`],
    ['in lenticular brackets', (reading: string) => `【${reading}】`],
    ['in tortoise-shell brackets', (reading: string) => `〔${reading}〕`],
    ['in guillemets', (reading: string) => `《${reading}》`],
    ['behind a space', (reading: string) => ` (${reading})`],
    ['before a space', (reading: string) => `(${reading}) `],
    ['with spaces inside', (reading: string) => `( ${reading} )`],
    ['in capitals', (reading: string) => `(${reading.toUpperCase()})`],
    ['with a capital', (reading: string) => `(${reading.slice(0, 1).toUpperCase()}${reading.slice(1)})`],
    ['behind a line break', (reading: string) => `\n(${reading})`],
    ['broken over a line break', (reading: string) => `(${reading.slice(0, 1)}\n${reading.slice(1)})`],
    ['broken with CR LF', (reading: string) => `(\r\n${reading})`],
    ['doubled and broken between the marks', (reading: string) => `(\n(${reading})\n)`],
    [
      'broken with the next line indented',
      (reading: string) => `(${reading.slice(0, 1)}\n　　${reading.slice(1)})`,
    ],
  ])('%s', (name, write) => {
    const damaged = annotate(write);
    const mended = mend(pinyinBrackets, damaged);
    // Brackets that a line break parts from what is before them hide words from the evidence.
    expect(mended.replaceAll(/\r?\n/gu, name.includes('break') ? '' : '\n')).toBe(CLEAN);
  });

  test('toned here and toneless there', () => {
    const plain = (reading: string): string =>
      reading
        .normalize('NFD')
        .replaceAll(/[\u0300-\u036f]/gu, '')
        .normalize('NFC');
    let count = 0;
    expect(
      mend(
        pinyinBrackets,
        annotate((reading) => `(${count++ % 2 === 0 ? reading : plain(reading)})`),
      ),
    ).toBe(CLEAN);
  });

  test('but a name in capitals, or a reading in square brackets that stands alone, is the author’s', () => {
    for (const text of ['統(Tǒng)先生說，領(Lǐng)導', '統[tǒng]籌的讀音']) {
      expect(find(pinyinBrackets, text)).toEqual([]);
    }
  });
});

describe('what programs leave in text', () => {
  const many = (piece: string): string => piece.repeat(12);

  test.each([
    [
      'an escaped tag',
      htmlEntitiesAndTags,
      many('&lt;span class=&quot;a&quot;&gt;教育&lt;/span&gt;'),
      many('教育'),
    ],
    ['a reference without semicolon', htmlEntitiesAndTags, many('&#25945&#32946，'), many('教育，')],
    ['names in capitals', htmlEntitiesAndTags, many('教育&MIDDOT;科技'), many('教育·科技')],
    [
      'Word’s conditional comments',
      htmlEntitiesAndTags,
      many('<p>教育<!--[if gte mso 9]>x<![endif]--></p>'),
      undefined,
    ],
    ['escapes in braces', unicodeEscapes, many('\\u{6559}\\u{80b2}，'), many('教育，')],
    ['escapes of escapes', unicodeEscapes, many('\\\\u6559\\\\u80b2'), many('教育')],
    ['bytes one by one', unicodeEscapes, many('\\xe6\\x95\\x99\\xe8\\x82\\xb2，'), many('教育，')],
    ['bytes of an address, outside one', unicodeEscapes, many('%E6%95%99%E8%82%B2，'), many('教育，')],
    ['line breaks', unicodeEscapes, many('发展教育。\\n'), many('发展教育。\n')],
  ])('%s', (_name, rule, damaged, truth) => {
    const mended = mend(rule, damaged);
    if (truth === undefined) expect(mended.replaceAll('\n', '')).toBe('教育'.repeat(12));
    else expect(mended).toBe(truth);
  });

  test.each([
    ['a comment alone', htmlEntitiesAndTags, '# 条例\n<!-- INFO END -->\n第一条 为了规范教育'],
    ['an address', unicodeEscapes, `见 https://a.cn/s?q=${'%E6%95%99'.repeat(12)}`],
    ['a path', unicodeEscapes, '文件在 C:\\new\\text 目录下'],
  ])('%s stays', (_name, rule, text) => {
    expect(find(rule, text)).toEqual([]);
  });
});

describe('marks', () => {
  test.each([
    [
      'half-width forms',
      compatibilityCharacters,
      '教育､科技､人才｡'.repeat(5),
      '教育、科技、人才。'.repeat(5),
    ],
    [
      'forms of vertical lines',
      compatibilityCharacters,
      '教育︑科技︑人才︒'.repeat(5),
      '教育、科技、人才。'.repeat(5),
    ],
    ['a few of them stay', compatibilityCharacters, '教育︑科技', '教育︑科技'],
    ['commas of both widths', doubledPunctuation, '教育,，科技，,人才', '教育，科技，人才'],
    ['a space between two', doubledPunctuation, '教育， ，科技', '教育，科技'],
    [
      'straight quotes in pairs',
      halfWidthPunctuation,
      '实施"强师"工程，落实"双减"',
      '实施“强师”工程，落实“双减”',
    ],
    ['one of three straight quotes', halfWidthPunctuation, '实施"强师"工程"，', '实施"强师"工程"，'],
    ['attributes', halfWidthPunctuation, '<p class="教育">', '<p class="教育">'],
    [
      'a quotation behind a half-width colon',
      escapedQuote,
      '他说:\\"教育强国\\",科技',
      '他说:“教育强国”,科技',
    ],
    ['escaped single quotes', escapedQuote, "所谓\\'强师\\'工程", '所谓‘强师’工程'],
    ['an escaped backslash', escapedQuote, '所谓\\\\"强师\\\\"工程', '所谓“强师”工程'],
    ['a record of a program', escapedQuote, '{\\"名称\\": \\"教育\\"}', '{\\"名称\\": \\"教育\\"}'],
  ])('%s', (_name, rule, damaged, truth) => {
    expect(mend(rule, damaged)).toBe(truth);
  });

  test('full stops inside lines, on a page that has no other', () => {
    const line = '会议强调要坚持优先发展教育事业.各级政府要切实加大投入力度.';
    expect(mend(halfWidthPunctuation, `${line}\n`.repeat(3))).toBe(
      `${line.replaceAll('.', '。')}\n`.repeat(3),
    );
    const sound = `${line}\n`.repeat(3) + '会议指出。';
    expect(mend(halfWidthPunctuation, sound)).toContain('事业.各级');
  });
});

describe('single stray spaces', () => {
  const page =
    '会议指出，要坚持教育优先发 展，提高教 育质量，办好人民满 意的学校。\n李先祥 王文生 曾黎明参加，强调要统筹 安排。';

  test('go where words are cut, and between words of such a page too', () => {
    expect(mend(straySpaces, page)).toBe(
      '会议指出，要坚持教育优先发展，提高教育质量，办好人民满意的学校。\n李先祥 王文生 曾黎明参加，强调要统筹安排。',
    );
  });

  test.each([
    ['labels', '第三条 本市教育，\n第四条 本市学校，\n第五条 本市教师，\n第六条 本法所称，'],
    ['a table of signs', '│二  十│，教 育\n│二  十│，发 展\n│二  十│，学 校'],
    ['numbers without a mark', '一  教育质量，\n二  学校建设，\n三  教师队伍，'],
    ['a signature', '某 某 县 人 民 政 府\n某 某 县 教 育 局\n二 〇 二 三 年 七 月'],
  ])('%s stay', (_name, text) => {
    expect(find(straySpaces, text)).toEqual([]);
  });

  test('before marks, and behind them where the page sets them throughout', () => {
    const damaged = '教育 ，科技 ，人才 ，文化 。';
    expect(mend(straySpaces, damaged)).toBe('教育，科技，人才，文化。');
    const behind = '教育， 科技， 人才， 文化， 卫生， 体育， 交通， 水利， 电力。';
    expect(mend(straySpaces, behind)).toBe(behind.replaceAll(' ', ''));
  });
});

describe('numbers of pages', () => {
  const line = '会议强调，要坚持教育优先发展，提高质量';

  test.each([
    ['— 1 —', '— 2 —', '— 3 —'],
    ['- 7 -', '- 8 -', '- 9 -'],
    ['第 1 页 共 3 页', '第 2 页 共 3 页', '第 3 页 共 3 页'],
    ['1/3', '2/3', '3/3'],
  ])('%s are taken out between the lines of a page', (...numbers) => {
    const damaged = numbers.map((number) => `${line}\n\n${number}\n\n`).join('') + line;
    expect(mend(pageFurniture, damaged)).toBe([line, line, line, line].join('\n'));
  });

  test.each([
    ['numbers that do not count up', `${line}\n— 3 —\n${line}\n— 7 —\n${line}`],
    ['one number', `${line}\n— 3 —\n${line}`],
    ['a column of numbers', `${line}\n1\n2\n3\n4\n${line}`],
  ])('%s stay', (_name, text) => {
    expect(find(pageFurniture, text)).toEqual([]);
  });
});

describe('marks and spaces beside other marks', () => {
  test('straight quotation marks before a number, behind another pair or beside a title are a pair', () => {
    expect(mend(halfWidthPunctuation, '完成机组"三改联动"8211万千瓦，召开"第一会""新春会"，用好5"屏。')).toBe(
      '完成机组"三改联动"8211万千瓦，召开"第一会""新春会"，用好5"屏。',
    );
    expect(mend(halfWidthPunctuation, '完成机组"三改联动"8211万千瓦，召开"第一会""新春会"。')).toBe(
      '完成机组“三改联动”8211万千瓦，召开“第一会”“新春会”。',
    );
    expect(mend(halfWidthPunctuation, '<a class="教育">，5"和15"屏幕')).toBe('<a class="教育">，5"和15"屏幕');
  });

  test('a comma behind a per cent sign and before Latin letters is Chinese', () => {
    expect(mend(halfWidthPunctuation, '综合指数下降13.3%,PM2.5浓度降低')).toBe(
      '综合指数下降13.3%，PM2.5浓度降低',
    );
  });

  test('spaces before marks go behind a closing quotation mark, too', () => {
    expect(mend(straySpaces, '经济 ，社会 ；姓“社”不姓“资” 。在兴办 ，')).toBe(
      '经济，社会；姓“社”不姓“资”。在兴办，',
    );
  });

  test('behind a label inside a paragraph the space is right', () => {
    const text =
      '第一条 本市实行。第二条 本市鼓励。第三条 本市推进。第四条 本市支持。第五条 本市发 展教 育事 业。';
    expect(mend(straySpaces, text)).toBe(
      '第一条 本市实行。第二条 本市鼓励。第三条 本市推进。第四条 本市支持。第五条 本市发展教育事业。',
    );
  });

  test('the private-use character of older decoders is a full-width space', () => {
    expect(mend(compatibilityCharacters, '\uE5E5\uE5E5各位代表')).toBe('　　各位代表');
  });
});
