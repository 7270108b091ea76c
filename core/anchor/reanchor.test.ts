import { beforeAll, describe, expect, test } from 'vitest';
import { loadFolder } from '../script/index.ts';
import type { Edit } from '../text/edit.ts';
import { buildReading } from '../text/reading.ts';
import type { Fold } from './find-quote.ts';
import { reanchor, type ReanchorRequest } from './reanchor.ts';

let fold: Fold;
beforeAll(async () => {
  fold = (await loadFolder({ lineFeed: 'nothing' })).foldWithMap;
});

const OPENING = '各位代表，现在我代表市人民政府向大会报告工作，请予审议。';
const MIDDLE = '坚持教育优先发展，办好人民满意的学校，建成三十所幼儿园。';
const ENDING = '让我们团结起来，为建设美丽家园而努力奋斗！';
const REPORT = [OPENING, MIDDLE, ENDING].join('\n');

/** The anchor of a quote, its n-th place in the text. */
function anchorOf(source: string, exact: string, nth = 0) {
  let start = source.indexOf(exact);
  for (let count = 0; count < nth; count += 1) start = source.indexOf(exact, start + 1);
  return { start, end: start + exact.length, exact };
}

function place(old: string, current: string, exact: string, more: Partial<ReanchorRequest> = {}) {
  const anchors = [anchorOf(old, exact)];
  const request = { old: { source: old }, current: { source: current }, anchors, fold, ...more };
  const [placed] = reanchor(request);
  return { ...placed!, text: current.slice(placed!.start, placed!.end) };
}

/** A removal of every place of some words. */
function removals(source: string, before: string): readonly Edit[] {
  return [...source.matchAll(new RegExp(before.replaceAll(/[()]/gu, String.raw`\$&`), 'gu'))].map(
    ({ index }) => ({
      start: index,
      end: index + before.length,
      before,
      after: '',
      rule: 'test',
      confidence: 1,
      applied: true,
    }),
  );
}

describe('reanchor', () => {
  test('exact: the same characters, wherever the offsets went', () => {
    const current = REPORT.replace('现在', '现在，受市长委托，');
    expect(place(REPORT, current, '教育优先发展')).toMatchObject({ state: 'exact', text: '教育优先发展' });
  });

  test('exact: in another script, with other marks and lines', () => {
    const current =
      '各位代表，現在我代表市人民政府向大會報告工作,請予審議。\n堅持「教育優先\n發展」，辦好人民滿意的學校，建成三十所幼兒園。';
    expect(place(REPORT, current, '教育优先发展')).toMatchObject({ state: 'exact', text: '教育優先\n發展' });
  });

  test('exact: brackets at the edges of a quote come along', () => {
    const old = REPORT.replace('教育', '“教育”');
    const current = `前言一句。${REPORT.replace('教育', '「教育」')}`;
    expect(place(old, current, '“教育”优先')).toMatchObject({ state: 'exact', text: '「教育」优先' });
  });

  test('exact: repaired on either side', () => {
    const damaged = REPORT.replaceAll('教', '教(jiào)');
    const reading = buildReading(damaged, 'txt', removals(damaged, '(jiào)'));
    const old = { source: damaged, reading };
    expect(place(damaged, REPORT, '教(jiào)育优先', { old })).toMatchObject({
      state: 'exact',
      text: '教育优先',
    });
    const current = { source: damaged, reading };
    const there = place(REPORT, damaged, '教育优先', { current });
    expect(there).toMatchObject({ state: 'exact', text: '教(jiào)育优先' });
  });

  test('exact: text that both readings hide', () => {
    const furniture = '【字体：大 中 小】打印本页关闭窗口';
    const old = `${furniture}\n${REPORT}`;
    const current = `新的一行\n${furniture}\n${REPORT}`;
    const hidden = (source: string) => ({
      source,
      reading: buildReading(source, 'txt', removals(source, furniture)),
    });
    const both = { old: hidden(old), current: hidden(current) };
    expect(place(old, current, '打印本页', both)).toMatchObject({ state: 'exact', text: '打印本页' });
  });

  test('exact: what the readings hide at the edges of a quote comes along in another script and with other marks', () => {
    const [old, current] = [`来源:某某报\n${REPORT}`, `來源：某某報\n${REPORT}`];
    const hiding = (source: string, hidden: string) => ({
      source,
      reading: buildReading(source, 'txt', removals(source, hidden)),
    });
    const both = { old: hiding(old, '来源:某某'), current: hiding(current, '來源：某某') };
    expect(place(old, current, '源:某某报\n各位代表', both)).toMatchObject({
      state: 'exact',
      text: '源：某某報\n各位代表',
    });
  });

  test('exact: hidden signs beyond the first plane at the edges of a quote come along', () => {
    const sign = '\u{1F4CC}';
    const old = REPORT.replace(MIDDLE, `${sign}${MIDDLE}${sign}`);
    const read = (source: string) => ({
      source,
      reading: buildReading(source, 'txt', removals(source, sign)),
    });
    const current = `前言一句。\n${old}`;
    const sides = { old: read(old), current: read(current) };
    const exact = `${sign}${MIDDLE}${sign}`;
    expect(place(old, current, exact, sides)).toMatchObject({ state: 'exact', text: exact });
  });

  test('exact: beside a sentence put in that ends as the one before it', () => {
    const old = `${OPENING}\n一、违反规定，情节轻微。\n二、破坏纪律，情节较重。\n${ENDING}`;
    const current = old.replace('轻微。', '轻微。六、不听指导，情节轻微。');
    const anchors = [anchorOf(old, '规定，情节轻微'), anchorOf(old, '节轻微。\n二、破坏纪律')];
    const [whole, torn] = reanchor({ old: { source: old }, current: { source: current }, anchors, fold });
    expect(whole).toMatchObject({ state: 'exact', start: current.indexOf('规定，情节轻微') });
    expect(torn?.state).not.toBe('exact');
  });

  test('moved: few characters changed, or the paragraph stands elsewhere', () => {
    const edited = REPORT.replace('人民满意', '群众满意');
    expect(place(REPORT, edited, '办好人民满意的学校')).toMatchObject({
      state: 'moved',
      text: '办好群众满意的学校',
    });
    const turned = [MIDDLE, ENDING, OPENING].join('\n');
    expect(place(REPORT, turned, '我代表市人民政府向大会')).toMatchObject({
      state: 'moved',
      text: '我代表市人民政府向大会',
    });
  });

  test('moved: sentences inserted beside a changed edge are not taken for what became of it', () => {
    const old = [OPENING, '第五条 代表依照法律规定提议召集会议。', ENDING].join('\n');
    const current = [
      OPENING,
      '视察时可以提出建议、批评和意见。',
      old.split('\n')[1]!.replace('五', '九'),
      ENDING,
    ];
    expect(place(old, current.join('\n'), '第五条 代表依照法律规定提议召集会议。')).toMatchObject({
      state: 'moved',
      text: '第九条 代表依照法律规定提议召集会议。',
    });
    const school = '国防教育基地应当充分发挥国防教育的功能。';
    const grown = school.replace(
      '的功能。',
      '功能。\n各级部门会同有关单位加强对学校、幼儿园的规划、建设和管理。',
    );
    const report = [OPENING, school, ENDING].join('\n');
    expect(place(report, report.replace(school, grown), school)).toMatchObject({
      state: 'moved',
      text: '国防教育基地应当充分发挥国防教育功能。',
    });
  });

  test('doubtful: one of two equal sentences is gone, and nothing tells which', () => {
    const old = `依法处理。\n${MIDDLE}\n依法处理。`;
    const current = '其他一律依法处理。';
    const placed = place(old, current, '依法处理');
    expect(placed).toMatchObject({ state: 'doubtful', text: '依法处理' });
    expect(placed.candidates).toHaveLength(1);
  });

  test('of equal whole sentences one is left: moved where all was written anew around it, else doubtful', () => {
    const same = '构成犯罪的，依法追究刑事责任。';
    const [fine, ban] = ['甲公司卖假货处以罚款；', '乙学校乱收费责令退还；'];
    const old = [OPENING, fine + same, MIDDLE, ban + same, ENDING].join('\n');
    const written = `${OPENING}\n${MIDDLE}\n其他违反条例者从严惩处；${same}\n附则另行公布。`;
    expect(place(old, written, same)).toMatchObject({ state: 'moved', text: same });
    // The other one stayed where it was.
    const stayed = [OPENING, MIDDLE, ban + same, ENDING].join('\n');
    expect(place(old, stayed, same).state).toBe('doubtful');
    // It was cut out from between its neighbours.
    const cut = [OPENING, fine, MIDDLE, `其他违反条例者从严惩处；${same}`, '附则另行公布。'].join('\n');
    expect(place(old, cut, same).state).toBe('doubtful');
  });

  test('doubtful: one of two equal neighbours is gone, or one has become two', () => {
    const twice = [OPENING, MIDDLE, MIDDLE, ENDING].join('\n');
    const [first, second] = reanchor({
      old: { source: twice },
      current: { source: REPORT },
      anchors: [anchorOf(twice, '教育优先发展'), anchorOf(twice, '教育优先发展', 1)],
      fold,
    });
    expect([first?.state, second?.state]).toEqual(['doubtful', 'doubtful']);
    const placed = place(REPORT, twice, '教育优先发展');
    expect(placed.state).toBe('doubtful');
    expect(placed.candidates.map(({ start }) => start).toSorted((x, y) => x - y)).toEqual([
      twice.indexOf('教育优先发展'),
      twice.lastIndexOf('教育优先发展'),
    ]);
  });

  test('doubtful: over the border of a sentence that stands there twice now, or did', () => {
    const once = `${OPENING}\n六、书记员四个月。\n七、管理员六个月。\n${ENDING}`;
    const twice = once.replace('四个月。', '四个月。七、管理员六个月。');
    const places = [twice.indexOf('七'), twice.lastIndexOf('七')];
    const border = place(once, twice, '四个月。\n七、管理');
    expect(border.state).toBe('doubtful');
    expect(border.candidates).toHaveLength(2);
    // With more put in behind it, too.
    const more = twice.replace(/\n七、管理员六个月。/u, '请假依照规则办理。\n七、管理员六个月。');
    expect(place(once, more, '四个月。\n七、管理').state).toBe('doubtful');
    expect(place(once, `${more}\n七、管理员六个月。`, '六个月。\n让我们').state).toBe('doubtful');
    expect(place(twice, once, '四个月。七、管理').state).toBe('doubtful');
    // And with more before it, so that its number is taken for another one's.
    const [lead, sixth, fifth] = [
      '五、已销售之证明文件。',
      '六、其他主管机关指定的资料。',
      '五、其他主管机关指定的资料。',
    ];
    const told = [OPENING, lead, sixth, ENDING].join('\n');
    const longer = [OPENING, `${lead}二、公司登记证明文件影本。`, `${sixth}${fifth}`, ENDING].join('\n');
    expect(place(told, longer, '指定的资料。\n让我们').state).not.toBe('exact');
    // All of it holds the change, wherever it was made.
    expect(place(once, twice, '书记员四个月。\n七、管理员六个月。\n让我们')).toMatchObject({
      state: 'moved',
    });
    expect(place(once, twice, '书记员四个月').text).toBe('书记员四个月');
    const inside = place(once, twice, '管理员').candidates.map(({ start }) => start);
    expect(inside.toSorted((x, y) => x - y)).toEqual(places.map((start) => start + 2));
  });

  test('doubtful: over the border of paragraphs that were parted, offered where most of it stands', () => {
    const other = '（五）加强基层治理，做好信访工作，妥善化解矛盾纠纷。';
    const next = '（六）完善应急预案，储备救灾物资，确保群众生命财产安全。';
    const old = [OPENING, MIDDLE, other, next, ENDING].join('\n');
    const current = [OPENING, next, ENDING, MIDDLE, other].join('\n');
    const most = '做好信访工作，妥善化解矛盾纠纷。';
    expect(place(old, current, `${most}\n（六）完善应`)).toMatchObject({
      state: 'doubtful',
      text: expect.stringContaining(most) as string,
    });
    const middle = `家园而努力奋斗！\n${other}\n${OPENING.slice(0, 9)}`;
    const torn = place([MIDDLE, ENDING, other, OPENING, next].join('\n'), old, middle);
    expect(torn).toMatchObject({
      state: 'doubtful',
      text: expect.stringContaining(other.slice(3)) as string,
    });
  });

  test('doubtful: at a sentence of which a changed copy was put in between it and the next one', () => {
    const copy = MIDDLE.replace('三十所', '四十所').replace('人民满意', '群众满意');
    const current = [OPENING, MIDDLE, copy, ENDING].join('\n');
    const quote = `${MIDDLE.slice(-12)}\n${ENDING.slice(0, 8)}`;
    expect(place(REPORT, current, quote).state).toBe('doubtful');
  });

  test('doubtful: most of it stayed, though something like all of it was put in elsewhere', () => {
    const old = `企业名单由监管机构提出建议，报市政府决定。\n第三条 监事会以监督为主。\n${REPORT}`;
    const copy = '企业名单由监管机构提出建议，报市政府决定。监事会中部门、单位派出代表。';
    const current = `${old.replace('决定。', '决定。检查财务，查阅会计资料，验证会计报告是否真实合法。')}\n${copy}`;
    const placed = place(old, current, '府决定。\n第三条 监');
    expect(placed.state === 'doubtful' || placed.start < current.indexOf(copy)).toBe(true);
  });

  test('doubtful: at a seam where either of two equal words may be the old one', () => {
    const old = REPORT.replace('坚持教育', '坚持加强教育');
    const current = REPORT.replace('坚持教育', '坚持加强基础，加强教育');
    expect(place(old, current, '加强').state).toBe('doubtful');
    expect(place(old, current, '加强教育优先').text).toBe('加强教育优先');
  });

  test('doubtful: a short quote whose sentence is gone, though its word stands elsewhere', () => {
    const old = `${REPORT}\n今年还要加快城市更新的步伐。`;
    const current = `${REPORT}\n另外，更新后的目录附在后面，供各位代表参阅。`;
    const placed = place(old, current, '更新');
    expect(placed).toMatchObject({ state: 'doubtful', text: '更新' });
  });

  test('doubtful: a sentence that goes on now', () => {
    const current = REPORT.replace('幼儿园。', '幼儿园，改造二十所小学。');
    expect(place(REPORT, current, '建成三十所幼儿园。')).toMatchObject({ state: 'doubtful' });
  });

  test('orphan: nothing like it, and where it would stand', () => {
    const current = [OPENING, ENDING].join('\n');
    const placed = place(REPORT, current, '教育优先发展');
    expect(placed).toMatchObject({ state: 'orphan', text: '', candidates: [] });
    expect(placed.start).toBe(OPENING.length);
  });

  test('a bookmark stays before the text that it stood before', () => {
    const at = REPORT.indexOf(MIDDLE);
    const current = `新写的一段话放在最前面。\n${REPORT}`;
    const [placed] = reanchor({
      old: { source: REPORT },
      current: { source: current },
      anchors: [{ start: at, end: at, exact: '' }],
      fold,
    });
    const there = current.indexOf(MIDDLE);
    expect(placed).toEqual({ start: there, end: there, state: 'exact', candidates: [] });
  });

  test('an anchor whose offsets do not fit its quote is taken where the quote stands', () => {
    const anchors = [
      { start: 3, end: 9, exact: '教育优先发展' },
      { start: 0, end: 4, exact: '没有此文' },
    ];
    const placed = reanchor({ old: { source: REPORT }, current: { source: REPORT }, anchors, fold });
    expect(placed.map(({ state }) => state)).toEqual(['exact', 'orphan']);
    expect(placed[0]?.start).toBe(REPORT.indexOf('教育优先发展'));
  });

  test('the label of the outline counts', () => {
    const old = '第一章\n总则如下所列。\n第二章\n关于经费的规定。';
    const current = '第一章\n规定另行发布。\n第二章\n规定另行发布。';
    const scoreInFirst = (label: string): number => {
      const { candidates } = place(old, current, '规定', {
        anchors: [{ ...anchorOf(old, '规定'), label }],
        labelAt: (offset) => (offset < current.indexOf('第二章') ? '第一章' : '第二章'),
      });
      return candidates.find(({ start }) => start < current.indexOf('第二章'))?.score ?? 0;
    };
    expect(scoreInFirst('第二章')).toBeGreaterThan(0.3);
    expect(scoreInFirst('第一章')).toBeGreaterThan(scoreInFirst('第二章'));
  });

  test('tells progress and can be cancelled', () => {
    const anchors = Array.from({ length: 600 }, () => anchorOf(REPORT, '教育'));
    const request = { old: { source: REPORT }, current: { source: REPORT }, anchors, fold };
    const told: number[] = [];
    reanchor({ ...request, onProgress: (done, total) => told.push(done, total) });
    expect(told).toEqual([0, 600, 256, 600, 512, 600, 600, 600]);
    let asked = 0;
    const isCancelled = (): boolean => (asked += 1) > 1;
    const placed: number[] = [];
    const onProgress = (done: number): number => placed.push(done);
    expect(() => reanchor({ ...request, isCancelled, onProgress })).toThrow(
      expect.objectContaining({ code: 'cancelled' }),
    );
    // The texts were still being compared.
    expect(placed).toEqual([]);
  });

  test('an empty new text makes orphans, an empty old one has none', () => {
    expect(place(REPORT, '', '教育')).toMatchObject({ state: 'orphan', start: 0, end: 0 });
    expect(reanchor({ old: { source: '' }, current: { source: REPORT }, anchors: [], fold })).toEqual([]);
  });
});
