import { describe, expect, test } from 'vitest';
import { decodeLegacy } from '#test/legacy-decoder.ts';
import { applyEdits } from '../apply-edits.ts';
import { byteShift } from './byte-shift.ts';
import { compatibilityCharacters } from './compatibility-characters.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { hardLineBreaks } from './hard-line-breaks.ts';
import { htmlEntitiesAndTags } from './html-entities-and-tags.ts';
import { lostBreaks } from './lost-breaks.ts';
import { misreadEncoding } from './misread-encoding.ts';
import type { RepairRule, RuleContext } from './rule.ts';
import { straySpaces } from './stray-spaces.ts';
import { undecodableLines } from './undecodable-lines.ts';
import { unicodeEscapes } from './unicode-escapes.ts';
import { zeroWidth } from './zero-width.ts';

const context: RuleContext = { format: 'txt', isTraditionalForm: () => true, decodeBytes: decodeLegacy };
const mend = (rule: RepairRule, text: string, more: Partial<RuleContext> = {}): string =>
  applyEdits(text, rule.find(text, { ...context, ...more })).text;

describe('each rule mends its damage', () => {
  test.each([
    [byteShift, '以實(shí)打?qū)嵉墓ぷ魍苿?dòng)', '以實(shí)打實的工作推動'],
    [byteShift, '補償?shù)募庸し桨福跈C床', '補償的加工方案，在機床'],
    [byteShift, '高?；鶎狱h建', '高校基層黨建'],
    [byteShift, '壘作用?！霸S多偉大', '壘作用。“許多偉大'],
    [misreadEncoding, '标题：ä¸­æ–‡ 完', '标题：中文 完'],
    [misreadEncoding, 'È«ÃæÍÆ½ø½ÌÓýÏÖ´ú»¯½¨Éè', '全面推进教育现代化建设'],
    [htmlEntitiesAndTags, '<p>教&#32946;</p>'.repeat(4), '\n教育\n'.repeat(4)],
    [unicodeEscapes, '\\u6559\\u80b2'.repeat(5), '教育'.repeat(5)],
    [zeroWidth, '教\u200B育\0。\uFEFF', '教育。'],
    [zeroWidth, '20\u200D19年，增长7\u200C.5\u200D%', '2019年，增长7.5%'],
    [doubledPunctuation, '发展,,提高，，加强', '发展,提高，加强'],
    [straySpaces, '全 面 推 进 教 育 现 代 化 建 设 工 作 。', '全面推进教育现代化建设工作。'],
  ])('%o', (rule, damaged, truth) => {
    expect(mend(rule, damaged)).toBe(truth);
  });

  test('hard-wrapped lines are joined up to the end of the paragraph', () => {
    const paragraph = '全面推进教育现代化建设，工作要求各级各部门认真落实责任'.repeat(6);
    const wrapped = (paragraph.match(/.{1,30}/gu) ?? []).join('\n');
    expect(mend(hardLineBreaks, `${wrapped}。\n\n二、要求\n${wrapped}。`)).toBe(
      `${paragraph}。\n\n二、要求\n${paragraph}。`,
    );
  });

  test('a full line that ends a sentence goes on where empty lines part paragraphs', () => {
    const sentence = '我们要坚持教育优先发展，提高教育质量和办学水平。';
    const paragraph = sentence + '全面推进教育现代化。建设工作要求各级部门认真落实'.repeat(4);
    const wrapped = (paragraph.match(/.{1,24}/gu) ?? []).join('\n');
    const page = [wrapped, wrapped, wrapped, wrapped].map((one) => `${one}\n各项工作落到实处。`);
    const sound = page.map((one) => one.replaceAll('\n', ''));
    expect(mend(hardLineBreaks, page.join('\n\n'))).toBe(sound.join('\n\n'));
    // Without them the sentence may be a paragraph of its own.
    expect(mend(hardLineBreaks, page.join('\n'))).toContain(`${sentence}\n`);
  });

  test('a bracket or quotation inside a sentence ends no paragraph', () => {
    const line = '责任到人。推进教育现代化建设要求各级各部门认真（以下简称“规定”）';
    const page = `${line}\n`.repeat(9);
    expect(mend(hardLineBreaks, `${page}完。`)).toBe(`${line.repeat(9)}完。`);
  });

  test('GBK in a UTF-8 file comes back from the bytes beside the source', () => {
    const undecodable = [0xbd, 0xcc, 0xd3, 0xfd].map((byte, at) => ({
      offset: 4 + at,
      bytes: Uint8Array.of(byte),
    }));
    expect(mend(undecodableLines, '教\n\uFFFD\uFFFD\uFFFD\uFFFD', { undecodable })).toBe('教\n教育');
  });
});

/** UTF-8 read as GBK by a browser; `lost` is what it shows for bytes that make no character. */
function readAsGbk(text: string, lost = '\uFFFD'): string {
  return new TextDecoder('gbk')
    .decode(new TextEncoder().encode(text))
    .replaceAll(/[\uFFFD\uE000-\uF8FF]/gu, lost);
}

describe('UTF-8 read as GBK', () => {
  const truth = '第十四届全国人民代表大会在北京召开，会议听取了政府工作报告，审议通过了一系列重要决议。';

  test('private-use characters and the euro sign are bytes too', () => {
    const shown = new TextDecoder('gbk').decode(new TextEncoder().encode(truth));
    expect(shown).toMatch(/[\uE000-\uF8FF]/u);
    expect(shown).toContain('€');
    expect(mend(misreadEncoding, shown)).toBe(truth);
  });

  test.each(['\uFFFD', '?'])(
    'what was lost and shown as %s comes back where its neighbours tell it',
    (lost) => {
      const shown = readAsGbk(truth, lost);
      const pieces = mend(misreadEncoding, shown).split(/\uFFFD\??|\?/u);
      expect(pieces.length).toBeLessThan(0.8 * shown.split(lost).length);
      for (const piece of pieces) expect(truth).toContain(piece);
    },
  );

  test('what they do not tell stays lost', () => {
    const name = '参加会议的还有各地代表李逵、逄庚、龚郇等同志，他们在会议上发言。';
    const mended = mend(misreadEncoding, readAsGbk(name));
    expect(mended).toContain('参加会');
    const kept = [...mended].filter((char) => char !== '\uFFFD');
    expect(kept.every((char) => name.includes(char))).toBe(true);
  });
});

describe('each rule leaves alone', () => {
  test.each([
    [byteShift, '对吗?(否)好?！'],
    [misreadEncoding, 'Café Müller, déjà vu — “naïve” © 2020'],
    [misreadEncoding, '全面推进教育现代化，Ångström 与 Größe'],
    [htmlEntitiesAndTags, '用 <p> 表示段落，&nbsp; 表示空格'],
    [unicodeEscapes, '写作 \\u4e2d'],
    [compatibilityCharacters, '⼯作'],
    [doubledPunctuation, '……好！！真的？？1,,2'],
    [straySpaces, '总 则\n国务院总理 李 强\n第一条 为了 规范'],
    [hardLineBreaks, '一、总则\n教育。\n二、附则\n好。'],
    [lostBreaks, '一、好。二、好。三、好。'],
  ])('%o', (rule, text) => {
    expect(mend(rule, text)).toBe(text);
  });

  test('what is lost: 锟斤拷 is marked only', () => {
    const [edit] = misreadEncoding.find('教育锟斤拷锟斤拷好', context);
    expect(edit).toMatchObject({ before: '锟斤拷锟斤拷', after: '锟斤拷锟斤拷', applied: false });
  });
});
