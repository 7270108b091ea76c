import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractMetadata } from '../metadata/extract-metadata.ts';
import { buildReading } from '../reading.ts';
import { findFurniture } from './page-furniture.ts';
import { planEdits } from './pipeline.ts';

const TITLE = '青溪市人民政府办公室关于做好校舍安全工作的通知';
const LONG_TITLE = `青溪市人民政府办公室关于印发${'青溪市校舍安全'.repeat(6)}重点任务分工方案以及有关配套措施的通知`;
const NUMBER = '青政办发〔2023〕5号';
const CREDITS = '来源：青溪日报 发布时间：2023-05-06 作者：张三 责编：李四';
const BODY = [
  '为落实上级部署，经市政府同意，现就有关事项通知如下。',
  '一、提高认识，加强领导。各地要把校舍安全摆上重要位置。',
  '二、落实责任，强化措施。要层层压实责任。',
];
const CREDITED = { source: '青溪日报', date: '2023-05-06', author: '张三', editor: '李四' };

const found = (lines: readonly string[]): readonly string[] =>
  findFurniture(lines.join('\n'), 'txt').map(({ text }) => text);

function read(lines: readonly string[]) {
  const source = lines.join('\n');
  const { edits } = planEdits(source, 'txt', { isTraditionalForm: () => false });
  const reading = buildReading(source, 'txt', edits);
  return { text: reading.text, metadata: extractMetadata(source, reading, 'txt') };
}

describe('a line of source, date, author and editor', () => {
  test.each<[string, readonly string[]]>([
    ['a title and a number', [TITLE, NUMBER]],
    ['a long title and its number', [LONG_TITLE, NUMBER]],
    ['a number and a long title', [NUMBER, LONG_TITLE]],
    ['a long title', [LONG_TITLE]],
    ['a number with a full stop', [TITLE, `${NUMBER}。`]],
    ['a number and since when it holds', [TITLE, `（${NUMBER}；2023年5月6日起施行）`]],
    ['a sentence that names its number', [`现将《通知》印发给你们，请认真执行。${NUMBER}`]],
    ['a long address', [TITLE, NUMBER, `各县（市、区）人民政府，${'市直各部门，'.repeat(12)}各学校：`]],
    ['the number behind the text, above appendices', [TITLE, ...BODY, NUMBER]],
    ['a title that exclaims, and another', ['校舍安全抓起来！', '这样做！', TITLE]],
  ])('is furniture below %s', (_, head) => {
    const { text, metadata } = read([...head, CREDITS, ...BODY, '附件：', '1. 清单', '2. 名单']);
    expect(metadata).toMatchObject(CREDITED);
    expect(text).not.toContain('责编');
    for (const line of [...head, ...BODY]) expect(text).toContain(line);
  });

  test('takes the buttons right below it along', () => {
    const bar = ['【字体：大 中 小】', '打印'];
    expect(found([LONG_TITLE, NUMBER, CREDITS, ...bar, ...BODY])).toEqual([CREDITS, ...bar]);
  });

  test('may say how often it was read instead of who wrote it', () => {
    const line = '来源：青溪日报 发布时间：2023-05-06 浏览次数：';
    expect(found([LONG_TITLE, line, ...BODY])).toEqual([line]);
  });

  test.each<[string, readonly string[]]>([
    ['below sentences without a number', [TITLE, ...BODY, CREDITS, ...BODY]],
    ['below the credits of another text', ['来源：某网', '甲', ...BODY, NUMBER, CREDITS, ...BODY]],
    [
      'far below the head',
      [LONG_TITLE, ...Array.from({ length: 14 }, () => '甲乙丙'), NUMBER, CREDITS, ...BODY],
    ],
    ['where it says a source only', [LONG_TITLE, NUMBER, '资料来源：年鉴', ...BODY]],
    ['where it says no source', [LONG_TITLE, NUMBER, '来源： 发布时间：2023-05-06 作者：张三', ...BODY]],
    ['where it says no date', [LONG_TITLE, NUMBER, '来源：某网 发布时间：近日 作者：张三', ...BODY]],
    ['where it is a sentence', [LONG_TITLE, NUMBER, `${CREDITS}。`, ...BODY]],
  ])('stays %s', (_, lines) => {
    expect(found(lines)).not.toContain(CREDITS);
    expect(found(lines).filter((line) => line !== '来源：某网')).toEqual([]);
  });

  test('takes nothing along but doubtful words beside it', () => {
    const doubtful = ['时间：5月6日', '大'];
    const line = fc.constantFrom(TITLE, LONG_TITLE, NUMBER, `${NUMBER}。`, '', ' ', ...doubtful, ...BODY);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 16 }), fc.array(line, { maxLength: 6 }), (above, below) => {
        const text = [...above, CREDITS, ...below].join('\n');
        for (const { start, end } of findFurniture(text, 'txt')) {
          expect([CREDITS, ...doubtful]).toContain(text.slice(start, end));
        }
      }),
    );
  });
});
