import { describe, expect, test } from 'vitest';
import { applyEdits } from '../apply-edits.ts';
import { hardLineBreaks } from './hard-line-breaks.ts';

const find = (text: string) => hardLineBreaks.find(text, { format: 'txt', isTraditionalForm: () => false });
const mend = (text: string): string => applyEdits(text, find(text)).text;

const CANNOT_BEGIN = /[，。、；：！？”’）》]/u;

/** Breaks each paragraph at a width, as a terminal does it: a mark hangs over the edge. */
function wrap(paragraphs: readonly string[], width: number, indent = '', between = '\n'): string {
  const wrapped = paragraphs.map((paragraph) => {
    let text = paragraph.length > width ? indent : '';
    let length = text.length;
    for (const char of paragraph) {
      if (length >= width && !CANNOT_BEGIN.test(char)) {
        text += '\n';
        length = 0;
      }
      text += char;
      length += 1;
    }
    return text;
  });
  return wrapped.join(between);
}

const STATUTE = [
  '某某市农村道路养护办法',
  '第一条 为了加强农村道路的养护，保障道路完好畅通，根据有关法律，结合本市实际，制定本办法。',
  '第二条 本办法适用于本市行政区域内村道的养护、管理及其监督。',
  '第三条 村道的养护资金由下列各项组成：',
  '（一）市、县两级财政安排的养护补助资金；',
  '（二）乡镇人民政府按照规定筹集的用于村道大修、中修以及抢险的资金；',
  '（三）村民委员会依法筹集的资金；',
  '（四）社会捐助的资金以及通过出让冠名权、绿化权等方式取得的收入。',
  '第四条 养护单位应当建立巡查制度，发现路面破损、边坡塌方或者标志缺失的，应当及时修复并设置警示标志。',
  '第五条 任何单位和个人不得在村道上打场晒粮、堆放物料或者从事其他影响通行的活动，违反规定的，责令改正。',
  '第六条 村民可以向乡镇人民政府举报损坏村道的行为，接到举报的机关应当在五个工作日内处理，并把结果告知举报人。',
  '第七条 本办法自公布之日起施行。',
];

describe.each([20, 24, 28])('a statute of short paragraphs wrapped at %i', (width) => {
  test('is joined where empty lines part its paragraphs', () => {
    expect(mend(wrap(STATUTE, width, '', '\n\n'))).toBe(STATUTE.join('\n\n'));
  });

  test('is joined without them too, but for sentences that end at the edge', () => {
    const text = wrap(STATUTE, width);
    const edits = find(text);
    expect(mend(text).replaceAll('\n', '')).toBe(STATUTE.join(''));
    const lines = new Set(STATUTE);
    // No two paragraphs of the original stand on one line.
    for (const line of mend(text).split('\n')) {
      expect([...lines].some((paragraph) => paragraph.includes(line.trim()))).toBe(true);
    }
    expect(edits.filter(({ applied }) => applied).length).toBeGreaterThan(4);
  });
});

test('a sentence that ends at the edge is offered, not joined, where nothing tells paragraphs apart', () => {
  const line = '推进教育公平。办好每一所学校，让每个孩子';
  const end = '都有书读，都能读好书，这是各级政府的事。';
  const page = `${`${line}\n`.repeat(9)}${end}\n${`${line}\n`.repeat(3)}结束。`;
  const offered = find(page).filter(({ applied }) => !applied);
  expect(offered.map(({ start }) => page.slice(start - 2, start))).toEqual(['事。']);
});

test('lines with an empty line behind each are joined as if there were none', () => {
  const paragraph =
    '会议指出，过去一年各项工作取得新的进展，城乡学校建设提速，教师队伍不断壮大，群众满意度稳步提高，成绩来之不易。';
  const page = wrap([paragraph, paragraph, paragraph, paragraph], 21).replaceAll('\n', '\n\n');
  expect(mend(page)).toContain(paragraph);
});

test.each([
  ['各位代表：', '某某市第九届人民代表大会第三次会议文件', '现在我代表市政府报告工作。请予审议，并请提出'],
  ['张三', '二〇二四年在某某市第九届人民代表大会会议上', '现在我代表市政府报告工作。请予审议，并请提出'],
  [
    '法规类别：教育科技文化＞教育目',
    '某某市人民政府关于城乡、山区学校建设办法',
    '现在我代表市政府报告工作。请予审议，并请提出',
  ],
])('a title of the width of the page is not joined with %s', (below, title, line) => {
  const width = title.length;
  const body = `${line.padEnd(width, '和')}\n`.repeat(12);
  const page = `${title}\n${below}\n${body}结束。`;
  expect(mend(page)).toContain(`${title}\n${below}`);
});

test('cells set apart by spaces stay on their lines', () => {
  const line = '推进教育公平。办好每一所学校，让每个孩子';
  const row = '○○○伏、        一八○公尺，以及距离';
  const page = `${`${line}\n`.repeat(9)}${row}\n${row}\n结束。`;
  expect(mend(page)).toContain(`${row}\n${row}\n`);
});

test('paragraphs of chance lengths stay', () => {
  const page = STATUTE.join('\n');
  expect(find(page)).toEqual([]);
});

test('a title that is just as long as the edge is not joined with the text below it', () => {
  const title = '第十一届全国人民代表大会第三次会议关于政府工作报告的决议';
  const body =
    '第十一届全国人民代表大会第三次会议听取和审议了国务院总理所作的政府工作报告，会议充分肯定国务院过去一年的工作，同意报告提出的主要任务和总体部署，' +
    '决定批准这个报告。会议号召全国各族人民紧密团结起来，深入贯彻落实科学发展观，坚定信心，扎实工作，为全面完成各项任务而努力奋斗，取得新的更大成绩。';
  expect(mend(wrap([title, body], 28)).split('\n')[0]).toBe(title);
});
