import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLeast } from '#test/random-maps.ts';
import { applyEdits } from '../apply-edits.ts';
import { straySpaces } from './stray-spaces.ts';

const find = (text: string) => straySpaces.find(text, { format: 'txt', isTraditionalForm: () => false });
const mend = (text: string): string => applyEdits(text, find(text)).text;
const offered = (text: string): string =>
  applyEdits(
    text,
    find(text).map((edit) => ({ ...edit, applied: true })),
  ).text;

const sentences = [
  '会议指出，各级党委和政府要坚持教育优先发展，全面提高教育质量，办好人民满意的学校。',
  '各有关部门要认真落实工作责任，加强监督检查，推动各项政策措施落地见效，切实保障群众利益。',
  '我们必须深化改革开放，促进经济社会持续健康发展，不断满足人民群众日益增长的美好生活需要。',
];
const page = sentences.join('\n');

/** The page with `space` behind the characters that end each of the `heads`. */
const spacedBehind = (heads: readonly string[], space: string, text = page): string =>
  heads.reduce((result, head) => result.replace(head, head + space), text);

const KINDS = [
  ['a space', ' '],
  ['a no-break space', '\u00a0'],
  ['two spaces', '  '],
  ['a full-width space', '\u3000'],
] as const;

describe.each(KINDS)('%s', (_name, space) => {
  test('inside three words goes', () => {
    expect(mend(spacedBehind(['优先发', '认真落', '社会持'], space))).toBe(page);
  });

  test('inside two words and between two others goes', () => {
    expect(mend(spacedBehind(['优先发', '认真落', '深化改革'], space))).toBe(page);
  });

  test('between words alone is offered from three on', () => {
    const damaged = spacedBehind(['坚持教育', '认真落实', '深化改革'], space);
    expect(mend(damaged)).toBe(damaged);
    expect(offered(damaged)).toBe(page);
    const fewer = spacedBehind(['坚持教育', '认真落实'], space);
    expect(find(fewer)).toEqual([]);
  });

  test('beside words that no phrase ends or begins with goes', () => {
    expect(mend(spacedBehind(['人民满意', '党委和', '群众日益增长'], space))).toBe(page);
  });

  test('behind every third character goes', () => {
    const strewn = (head: string): string =>
      head.replaceAll(/(\p{Script=Han}{3})(?=\p{Script=Han})/gu, `$1${space}`);
    expect(mend(strewn(page))).toBe(page);
  });
});

describe('spaces that were written stay, in any number:', () => {
  test.each([
    [
      'names spread out',
      '出席会议的有：王 毅、李 强、丁 肇、刘 鹤，王 毅、韩 正、张 军、马 云同志参加，高 峰主持。',
    ],
    ['names in a row', '参加会议的有 李先祥 王文生 曾黎明 赵国强，列席会议的有 周海涛 吴志远 郑文斌。'],
    [
      'titles and names',
      '国务院总理 李克强、省委书记 张国华、外交部长 王毅出席，记者 陈立新 报道，教育部部长 陈宝生讲话。',
    ],
    ['captions', '会议现场。本报记者 刘尚文 摄\n大会会场。本报记者 韩卿立 摄\n代表合影。通讯员 霍艳恩 摄'],
    ['dates', '2020年3月5日 上午召开，2021年3月5日 下午召开，2022年3月5日 晚上召开，2023年5月 全会召开。'],
    ['honour', '依 貴局函，請 查照，與 貴校協商，奉 總統令，請 鑒核，函覆 貴部，呈 鈞部核定，並請 惠復。'],
    ['heavenly stems', '甲 乙 丙三方约定，甲 乙双方同意，乙 丙 丁 戊各方认可，子 丑 寅 卯依次排列。'],
    [
      'terms',
      '一、極機密  適用於重大損害。\n二、機密  適用於損害。\n三、密  適用於其他。\n四、公開  適用於一般。',
    ],
    [
      'articles',
      '第一条　为了规范教育，\n第二条　本法所称，\n第三条之一　国家实行，\n## 第五章 法律责任，总则',
    ],
    ['mottos', '推出“雄奇山水 新韵重庆”品牌，深化“赤水河谷 中国酱香”品牌，举办“我和我的 祖国”活动。'],
    ['spread words', '目　录\n总　则\n附　件\n附　则\n前　言\n说　明\n备　注\n目 录，总 则，附 件'],
    ['a poem', '白日依山尽 黄河入海流\n欲穷千里目 更上一层楼\n床前明月光 疑是地上霜\n举头望明月 低头思故乡'],
    ['a table', '学校 学生 教师，\t人数\n小学 一百 二十，\t三十\n│教 育│发 展│学 校│，'],
    ['a form', '姓 名：张三，性 别：男，民 族：汉，籍 贯：山东，学 历：大学，职 务：科长，备 注：无'],
    ['signatures', '某某县人民政府 教育局\n二〇二三年七月 一日\n某 某 县 教 育 局'],
  ])('%s', (_name, text) => {
    expect(mend(text)).toBe(text);
    const sound = `${page}\n${text}\n${page}`;
    expect(mend(sound)).toBe(sound);
  });

  test('what is right stays on a page that is strewn with strays', () => {
    const strewn = page.replaceAll(/(\p{Script=Han}{3})(?=\p{Script=Han})/gu, '$1 ');
    const right = [
      '第一条 为了规范教育，',
      '国务院总理 李克强出席，',
      '2020年3月5日 上午，',
      '本报记者 刘尚文 摄，',
      '列席的有 周海涛 吴志远 郑文斌。',
      '目　录',
    ];
    const whole = right.join('\n');
    expect(mend(`${strewn}\n${whole}`)).toBe(`${page}\n${whole}`);
  });
});

const pieces = fc.constantFrom(
  ...[
    ' ',
    '\u00a0',
    '  ',
    '\u3000',
    '\u2003',
    '\n',
    '，',
    '。',
    '：',
    '第一条',
    '总理',
    '王',
    '的',
    '和',
    '教育',
    '发',
    '展',
    '学校',
    '甲',
    '2020年',
    '日',
    '“',
    '”',
    '、',
    '摄',
    '𠮷',
    'a',
    '一',
    '|',
  ],
);

test('nothing but white space is ever taken out, in order, and only where the trace stands', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 120 }).map((parts) => parts.join('')),
        fc.array(fc.nat({ max: page.length }), { maxLength: 40 }).map((places) => {
          const at = new Set(places);
          return [...page].map((char, index) => (at.has(index) ? `${char} ` : char)).join('');
        }),
      ),
      (text) => {
        const edits = find(text);
        let last = 0;
        for (const { start, end, before, after } of edits) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(before);
          expect(before).toMatch(/^\s+$/u);
          expect(after).toBe('');
          last = end;
        }
        expect(mend(text).replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
        if (straySpaces.trace?.test(text) !== true) expect(edits).toEqual([]);
      },
    ),
    atLeast(200),
  );
});
