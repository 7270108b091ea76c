import { beforeAll, describe, expect, test } from 'vitest';
import { loadScriptDetector } from '#core/script/index.ts';
import { applyEdits } from '../apply-edits.ts';
import { pinyinBrackets } from './pinyin-brackets.ts';
import type { RuleContext } from './rule.ts';

let context: RuleContext;
beforeAll(async () => {
  const detector = await loadScriptDetector();
  context = { format: 'txt', isTraditionalForm: (char) => detector.isTraditionalForm(char) };
});

const mend = (text: string): string => applyEdits(text, pinyinBrackets.find(text, context)).text;
const offered = (text: string): readonly string[] =>
  pinyinBrackets.find(text, context).flatMap(({ before, applied }) => (applied ? [] : [before]));

/** Invented sentences whose characters a converter would annotate, with their readings. */
const SOUND =
  '我縣今年開辦學校三所，學生入學，學業進步；教師隊伍建設順利，各項服務到位，會議決定繼續發展教育事業，認真落實責任，發展實體經濟。';
const READINGS: Readonly<Record<string, readonly [string, string]>> = {
  縣: ['xiàn', 'xian4'],
  開: ['kāi', 'kai1'],
  辦: ['bàn', 'ban4'],
  學: ['xué', 'xue2'],
  業: ['yè', 'ye4'],
  進: ['jìn', 'jin4'],
  師: ['shī', 'shi1'],
  隊: ['duì', 'dui4'],
  設: ['shè', 'she4'],
  務: ['wù', 'wu4'],
  會: ['huì', 'hui4'],
  發: ['fā', 'fa1'],
  實: ['shí', 'shi2'],
  責: ['zé', 'ze2'],
};
const annotate = (text: string, bracket: (readings: readonly [string, string]) => string): string =>
  [...text].map((char) => char + (READINGS[char] === undefined ? '' : bracket(READINGS[char]))).join('');
const bare = (reading: string): string => reading.normalize('NFD').replaceAll(/[\u0300-\u0304\u030c]/gu, '');

describe('several readings over a line break', () => {
  const several = (text: string): string =>
    annotate(text, ([toned, numbered]) => {
      const own = readingsOfBoth[numbered] ?? toned;
      return `(${own})(${own})`;
    });
  const readingsOfBoth: Readonly<Record<string, string>> = { hui4: 'huì kuài', fa1: 'fā fà' };
  const PAGE = SOUND.repeat(3);

  test.each([19, 23, 31])('one that cuts a reading, at %i', (width) => {
    const broken = [...several(PAGE)]
      .map((char, at) => (at % width === width - 1 ? `\n${char}` : char))
      .join('');
    expect(mend(broken).replaceAll('\n', '')).toBe(PAGE);
  });

  test.each([19, 23, 31])('one that stands for the space between two, near %i', (width) => {
    let length = 0;
    const broken = several(PAGE).replaceAll(/[^]/gu, (char) => {
      length += 1;
      if (char !== ' ' || length < width) return char;
      length = 0;
      return '\n';
    });
    expect(broken).toMatch(/huì\nkuài/u);
    expect(mend(broken)).toBe(PAGE);
  });
});

describe('pages of every converter', () => {
  const PAGES: readonly (readonly [string, (readings: readonly [string, string]) => string])[] = [
    ['half-width', ([toned]) => `(${toned})`],
    ['full-width', ([toned]) => `（${toned}）`],
    ['nested', ([toned]) => `((${toned}))`],
    ['nested full-width', ([toned]) => `（（${toned}））`],
    ['doubled', ([toned]) => `(${toned})(${toned})`],
    ['doubled full-width', ([toned]) => `（${toned}）（${toned}）`],
    ['spaced inside', ([toned]) => `( ${toned} )`],
    ['half of each', ([toned]) => `(${toned}）`],
    ['numbered', ([, numbered]) => `(${numbered})`],
    ['numbered full-width', ([, numbered]) => `（${numbered}）`],
    ['toneless', ([toned]) => `(${bare(toned)})`],
    ['toneless full-width', ([toned]) => `（${bare(toned)}）`],
    ['toneless doubled', ([toned]) => `(${bare(toned)})(${bare(toned)})`],
    ['quoted', ([toned]) => `(“${toned}”)`],
    [
      'raised numbers',
      ([, numbered]) => `(${numbered.replace(/\d/u, (digit) => '⁰¹²³⁴⁵'.charAt(Number(digit)))})`,
    ],
    ['breves', ([toned]) => `(${toned.normalize('NFD').replaceAll('\u030c', '\u0306').normalize('NFC')})`],
  ];
  test.each(PAGES)('%s', (_, bracket) => {
    expect(mend(annotate(SOUND, bracket))).toBe(SOUND);
    expect(mend(annotate(SOUND, bracket).normalize('NFD')).normalize('NFC')).toBe(SOUND.normalize('NFC'));
  });

  test('brackets of both widths on one page', () => {
    let count = 0;
    const page = annotate(SOUND, ([toned]) => (count++ % 2 === 0 ? `(${toned})` : `（${toned}）`));
    expect(mend(page)).toBe(SOUND);
  });

  const page = annotate(SOUND, ([toned]) => `(${toned})`);
  const behind = (text: string): string => mend(page + text).slice(SOUND.length);

  test.each([
    ['長(cháng/zhǎng)期', '長期'],
    ['長(cháng、zhǎng)期', '長期'],
    ['長(cháng zhǎng)期', '長期'],
    ['長（zhǎng，cháng）期', '長（zhǎng，cháng）期'],
    ['長(zhǎng)官，長(cháng)期', '長官，長期'],
    ['調(tiáo)整，調(diào)查，調(diào)動', '調整，調查，調動'],
    ['召開(k', '召開'],
    ['召開(', '召開'],
    ['召開(kāi)(ka', '召開'],
    ['召開((kā', '召開'],
    ['召開（kā', '召開'],
    ['召開(kā……', '召開……'],
    ['討論(另', '討論(另'],
    ['聯(', '聯('],
    ['會(huì', '會'],
    ['學(xué)會(huì)(kuài)稽', '學會(kuài)稽'],
    ['單位，單(shàn)縣(xiàn)', '單位，單(shàn)縣'],
    ['亳(bó)州', '亳(bó)州'],
    ['（市縣(xiàn)）和（部隊((duì))）', '（市縣）和（部隊）'],
    ['國(GDP)、國（guó）家、國', '國(GDP)、國（guó）家、國'],
    ['樂樂(Lè Lè)，張(Zhāng)三', '樂樂(Lè Lè)，張(Zhāng)三'],
  ])('on a proven page %s is %s', (text, expected) => {
    expect(behind(text)).toBe(expected);
  });
});

describe('what authors write', () => {
  test.each([
    '國內生產總值(GDP)、世界貿易組織（WTO）和GDP（國內生產總值）都在其中。',
    '龍(lóng)：神獸。\n鳳(fèng)：神鳥。\n馬(mǎ)：家畜。\n魚(yú)：水族。\n鳥(niǎo)：飛禽。\n龜(guī)：甲蟲。\n貝(bèi)：水族。\n蟲(chóng)：小獸。\n車(chē)：舟車。\n門(mén)：戶也。',
    '龜(qiū)茲、單(shàn)縣、會(kuài)稽、樂(lè)亭、樂(yuè)清、蔚(yù)縣、鄲(dān)城、酈(lì)縣、鄆(yùn)城、潁(yǐng)上、濰(wéi)縣',
    '張(Zhāng)三、劉(Liú)四、陳(Chén)五、趙(Zhào)六、孫(Sūn)七、吳(Wú)八、鄭(Zhèng)九、馮(Féng)十、楊(Yáng)大',
    '這個“識”(shì)字，現在讀作識(shí)。',
    '是(shì)、表示判斷；識(shí)、表示知道。',
    '附件(a)、表(b)、圖(c)、第三條(e)項',
    '王小國(Wang Xiaoguo)教授、李開復(Kai-Fu Lee)博士',
  ])('%s', (text) => {
    expect(mend(text)).toBe(text);
  });

  test('single glosses behind Traditional characters are offered', () => {
    expect(offered('單(shàn)縣與長(cháng/zhǎng)字')).toEqual(['(shàn)', '(cháng/zhǎng)']);
  });

  test('few brackets without tones are no proof', () => {
    const few = '學(xue)校、教師(shi)、隊(dui)伍、建設(she)、服務(wu)、會(hui)議、發(fa)展、實(shi)體。';
    expect(mend(few)).toBe(few);
  });
});
